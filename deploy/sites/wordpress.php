<?php

// The settings of Debian's WordPress, as /etc/wordpress/config-default.php.

define('DB_NAME', 'wordpress');

// MariaDB knows PHP's own user by its socket, so there is no password to keep.
define('DB_USER', 'www-data');
define('DB_PASSWORD', '');

// WordPress would ask itself to do what is due, and be sent to sign in. So the next visitor's browser asks.
define('ALTERNATE_WP_CRON', true);
