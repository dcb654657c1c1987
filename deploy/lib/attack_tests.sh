# shellcheck shell=bash
# The attacks from outside: an instance of their own, with sites behind its gate.

ATTACK_PACKAGES=(fail2ban oathtool python3)

# run_attacks FOLDER OPTION…
run_attacks() {
    make_attacked "$1"
    run_outside Attack "$@"
}

# Puts the sites of Tests/Attack behind the gate of an instance that has yet to start: make_attacked FOLDER
make_attacked() {
    local tests="$ROOT/Tests/Attack/nginx" port name sites=""
    port=$(free_port 1)
    make_cheap "$1"
    mkdir -m 700 "$1/sites"
    fill "$tests/sites.conf" "$1/sites/attacked.conf" PORT="$port" STATE="$1" FILES="$tests/files"
    for name in folder service sorry eager cached; do sites+=" http://$name.localhost:$port"; done
    echo "VESTIBULE_SITES=${sites# }" >>"$1/vestibule.conf"
}
