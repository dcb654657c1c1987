# shellcheck shell=bash
# The attacks from outside: a short round of each, against an instance of their own.

run_attack_tests() {
    make_cheap "$1"
    run_outside Attack "$1"
}
