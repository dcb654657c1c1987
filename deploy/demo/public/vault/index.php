<?php

declare(strict_types=1);

require __DIR__ . '/../../page.php';

$who = Visitor::admitted();

show('The vault', $who, <<<'HTML'
    <section class="card">
    <div class="card-header"><h2>You just gave a code</h2><span class="badge">two-factor fresh:300</span></div>
    <p>Come back in five minutes, and the gate asks for another code before it lets you in again.</p>
    <p><a href="/">Back to the first page</a></p>
    </section>
    HTML);
