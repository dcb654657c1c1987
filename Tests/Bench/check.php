<?php
// The check as php-fpm does it in its fastest form: a persistent connection, and one statement with its values in it.
const DIGITS = '/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/D';

$token = $_COOKIE['@COOKIE@'] ?? '';
if (preg_match(DIGITS, $token)) {
    $database = new PDO('mysql:unix_socket=@SOCKET@;dbname=vestibule;charset=utf8mb4', 'vestibule_web', '@PASSWORD@', [
        PDO::ATTR_PERSISTENT => true,
        PDO::ATTR_EMULATE_PREPARES => true,
    ]);
    $now = (int)(microtime(true) * 1000000);
    $hash = hash('sha256', base64_decode(strtr($token, '-_', '+/')), true);
    $statement = $database->prepare(<<<'SQL'
@STATEMENT@
SQL);
    foreach ([@PARAMETERS@] as $place => $value) {
        $statement->bindValue($place + 1, $value, is_int($value) ? PDO::PARAM_INT : PDO::PARAM_LOB);
    }
    $statement->execute();
    if ($statement->fetch(PDO::FETCH_ASSOC)) {
        http_response_code(204);
        exit;
    }
}
http_response_code(401);
