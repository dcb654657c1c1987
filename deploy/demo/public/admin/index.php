<?php

declare(strict_types=1);

require __DIR__ . '/../../page.php';

$who = Visitor::admitted();

show('The office', $who, <<<'HTML'
    <section class="card">
    <div class="card-header"><h2>You are an administrator</h2><span class="badge">role:admin</span></div>
    <p>The gate let you in because your role is one that administers. Others see a page that says what is missing.</p>
    <p><a href="/">Back to the first page</a></p>
    </section>
    HTML);
