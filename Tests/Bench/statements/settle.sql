-- Has the server write down now what it would write over the next minutes, beside whatever is measured then.
SET GLOBAL innodb_max_dirty_pages_pct_lwm = 0, GLOBAL innodb_max_dirty_pages_pct = 0;
