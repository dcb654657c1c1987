SET GLOBAL max_connections = 10;
