DELETE FROM clock_readings WHERE node = ?
