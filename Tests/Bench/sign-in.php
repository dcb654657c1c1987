<?php
// A sign-in by PHP: judges one password by Argon2id at the instance's cost, and asks for nothing else.
const HASH = '@HASH@';

http_response_code(password_verify('not the password', HASH) ? 303 : 422);
