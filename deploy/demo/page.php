<?php

declare(strict_types=1);

require __DIR__ . '/visitor.php';

/** Text as HTML. */
function text(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5);
}

/** A list of names and what each of them is. */
function facts(array $facts): string
{
    $rows = '';
    foreach ($facts as $name => $value) {
        $rows .= '<div><dt>' . text((string) $name) . '</dt><dd>' . text((string) $value) . "</dd></div>\n";
    }
    return "<dl class=\"facts\">\n$rows</dl>\n";
}

/** Answers with a page, whose content is HTML already. */
function show(string $title, Visitor $who, string $content): void
{
    header("Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'");
    header('X-Content-Type-Options: nosniff');
    header('Cache-Control: no-store');
    require __DIR__ . '/frame.php';
}
