DELETE FROM probed_doors
