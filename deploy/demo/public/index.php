<?php

declare(strict_types=1);

require __DIR__ . '/../page.php';

$who = Visitor::admitted();

$told = facts([
    'Name' => $who->name,
    'Email' => $who->email,
    'Role' => $who->role,
    'You asked for' => $_SERVER['REQUEST_URI'],
    'At' => gmdate('H:i:s', $_SERVER['REQUEST_TIME']) . ' UTC',
]);

$headers = [];
foreach ($_SERVER as $parameter => $value) {
    if (str_starts_with((string) $parameter, 'HTTP_')) {
        $headers[ucwords(strtolower(strtr(substr($parameter, 5), '_', '-')), '-')] = $value;
    }
}
ksort($headers);
$sent = facts($headers);

show('You are signed in', $who, <<<HTML
    <section class="card">
    <div class="card-header"><h2>Who you are</h2><span class="badge">Let in by the gate</span></div>
    $told
    <p>This application has no sign-in of its own. It reads <code>REMOTE_USER</code>, <code>REMOTE_NAME</code>,
    <code>REMOTE_EMAIL</code> and <code>REMOTE_GROUPS</code>, which the gate sets for every request.</p>
    </section>
    <section class="card">
    <h2>Two doors more</h2>
    <ul class="doors">
    <li><a href="/admin/">The office</a> <span>For administrators: <code>role:admin</code></span></li>
    <li><a href="/vault/">The vault</a> <span>For those who gave a code in the last five minutes: <code>two-factor fresh:300</code></span></li>
    </ul>
    </section>
    <section class="card">
    <h2>What your browser sent</h2>
    <p>All that has arrived of it. What claims to be one of the gate’s own headers, or its cookie, is left out on the way.</p>
    $sent
    </section>
    HTML);
