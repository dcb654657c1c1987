# shellcheck shell=bash
# The browser tests, and the pictures that they take of every screen.

# Runs them with the instance in a folder of its own: run_browser_tests FOLDER
run_browser_tests() {
    prepare_sites "$1"
    run_outside Browser "$1"
    keep_screenshots "$1/screenshots"
}

# Puts two sites behind the gate, as an operator does; the third is the demonstration: prepare_sites FOLDER
prepare_sites() {
    local tests="$ROOT/Tests/Browser/nginx" port
    port=$(free_port 2)
    make_state "$1" "VESTIBULE_SITES=http://127.0.0.1:$port http://service.localhost:$((port + 1))"
    mkdir -m 700 "$1/sites"
    fill "$tests/static.conf" "$1/sites/static.conf" STATIC_PORT="$port" FILES="$tests/files"
    fill "$tests/proxied.conf" "$1/sites/proxied.conf" PROXIED_PORT=$((port + 1)) STATE="$1"
}

keep_screenshots() {
    [[ -d $1 ]] || return 0
    mkdir -p "$ROOT/.build/screenshots"
    cp "$1"/* "$ROOT/.build/screenshots/"
    step "The screenshots are in $ROOT/.build/screenshots"
}
