SET GLOBAL max_connections = 200;
