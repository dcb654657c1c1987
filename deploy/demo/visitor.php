<?php

declare(strict_types=1);

/** Whom the gate let in. The gate alone sets these parameters: what a browser says it is never becomes one of them. */
final class Visitor
{
    private function __construct(
        public readonly string $name,
        public readonly string $email,
        public readonly string $role,
    ) {
    }

    /** Who asks; or no page at all, should the application ever be reached without the gate. */
    public static function admitted(): self
    {
        if (($_SERVER['REMOTE_USER'] ?? '') === '') {
            http_response_code(403);
            exit('This application is reached through the gate alone.');
        }
        return new self($_SERVER['REMOTE_NAME'], $_SERVER['REMOTE_EMAIL'], $_SERVER['REMOTE_GROUPS']);
    }
}
