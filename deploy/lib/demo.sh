# shellcheck shell=bash
# The demonstration: the application in deploy/demo behind the gate, in a private php-fpm.

DEMO_PACKAGES=(php8.2-fpm)

# Puts the demonstration behind the gate, two ports after the instance's own: configure_demo PORT
configure_demo() {
    fill "$ROOT/deploy/demo/nginx.conf" "$STATE/nginx/demo.conf" PORT="$1" DEMO_PORT=$(($1 + 2)) \
        NAMES="127.0.0.1 localhost" STATE="$STATE" DEMO="$ROOT/deploy/demo"
}

# The operator's sites, and the demonstration by both names of this machine: sites_with_demo PORT
sites_with_demo() {
    local port=$(($1 + 2)) sites=${VESTIBULE_SITES:-}
    [[ -n $sites ]] || sites=$(sed -n 's/^[[:space:]]*VESTIBULE_SITES=//p' "$STATE/vestibule.conf" | tail -n 1 | tr -d "\"'")
    echo "${sites:+$sites }http://127.0.0.1:$port http://localhost:$port"
}

start_php() {
    local file="$STATE/php-fpm.conf" user=""
    ((EUID != 0)) || user="user = root"
    step "Starting php-fpm"
    fill "$ROOT/deploy/demo/php-fpm.conf" "$file" STATE="$STATE" DEMO="$ROOT/deploy/demo" USER="$user"
    rm -f "$STATE/php-fpm.sock"
    launch php-fpm "$STATE/log/php-fpm.log" php-fpm8.2 --no-php-ini --nodaemonize --allow-to-run-as-root --fpm-config "$file"
    wait_until 30 php-fpm test -S "$STATE/php-fpm.sock" || refuse "php-fpm did not start; see $STATE/log/php-fpm.log"
}
