<?php
// A two-factor page by PHP, with BaconQrCode as Debian packages it: the picture and little else, for whoever asks.
require 'Bacon/BaconQrCode/autoload.php';

use BaconQrCode\Common\ErrorCorrectionLevel;
use BaconQrCode\Encoder\Encoder;

$key = 'otpauth://totp/Vestibule:ada.1.5f3a9c%40example.test?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    . '&issuer=Vestibule&algorithm=SHA1&digits=6&period=30';
$code = Encoder::encode($key, ErrorCorrectionLevel::M(), 'UTF-8')->getMatrix();
$width = $code->getWidth();
$path = '';
foreach ($code->getArray() as $y => $row) {
    foreach ($row as $x => $module) {
        if ($module) {
            $path .= "M$x {$y}h1v1h-1z";
        }
    }
}
?>
<!doctype html>
<title>Two-factor authentication</title>
<h1>Two-factor authentication</h1>
<p>Scan this QR code with your authenticator app.</p>
<svg viewBox="-4 -4 <?= $width + 8 ?> <?= $width + 8 ?>" role="img"><path d="<?= $path ?>"/></svg>
