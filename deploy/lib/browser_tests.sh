# shellcheck shell=bash
# The browser tests, and the pictures that they take of every screen.

# Runs them with the instance in a folder of its own: run_browser_tests FOLDER
run_browser_tests() {
    run_outside Browser "$1"
    keep_screenshots "$1/screenshots"
}

keep_screenshots() {
    [[ -d $1 ]] || return 0
    mkdir -p "$ROOT/.build/screenshots"
    cp "$1"/* "$ROOT/.build/screenshots/"
    step "The screenshots are in $ROOT/.build/screenshots"
}
