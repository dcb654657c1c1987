<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><?= text($title) ?> – Demonstration</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<a class="brand" href="/">Demonstration</a>
<p class="who"><?= text($who->name) ?></p>
<a href="<?= text($_SERVER['DOOR']) ?>/my">Vestibule</a>
</header>
<main>
<h1><?= text($title) ?></h1>
<?= $content . "\n" ?>
</main>
</body>
</html>
