DELETE FROM clock_readings WHERE at <= ?
