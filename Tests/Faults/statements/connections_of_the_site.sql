SELECT id FROM information_schema.processlist WHERE user = 'vestibule_web';
