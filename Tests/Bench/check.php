<?php
// The check as php-fpm does it in its fastest form: a persistent connection, and one statement with its values in it.
$token = $_COOKIE['@COOKIE@'] ?? '';
if (!preg_match('/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/D', $token)) {
    http_response_code(401);
    exit;
}
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
$row = $statement->fetch(PDO::FETCH_ASSOC);
if (!$row) {
    http_response_code(401);
} elseif ($row['second_factor_at'] === null
    && ($row['requires_everyone'] || $row['requires_administrators'] && $row['role'] !== 'user')) {
    http_response_code(403);
} else {
    http_response_code(204);
    header("Remote-User: {$row['email']}");
    header('Remote-Name: ' . preg_replace('/[\x00-\x1f\x7f]/', '', $row['name']));
    header("Remote-Email: {$row['email']}");
    header("Remote-Groups: {$row['role']}");
}
