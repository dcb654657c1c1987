# shellcheck shell=bash
# Which ports of 127.0.0.1 are taken. The kernel's table is read, so nobody's service notices the question.

# Whether something listens where 127.0.0.1:PORT would be: there, or on every address.
taken() {
    local hex
    printf -v hex '%04X' "$1"
    awk -v port="$hex" '
        $4 == "0A" && $2 ~ ":" port "$" &&
        $2 ~ /^(0100007F|0000000000000000FFFF00000100007F|0+):/ { found = 1 }
        END { exit !found }' /proc/net/tcp /proc/net/tcp6 2>/dev/null
}

refuse_taken_ports() {
    ! taken "$1" || refuse "port $1 is in use; choose another with --port"
    ! taken $(($1 + 1)) || refuse "port $(($1 + 1)), the operator's (the one after --port $1), is in use; choose another with --port"
}

refuse_taken_demo_port() {
    ! taken $(($1 + 2)) || refuse "port $(($1 + 2)), the demonstration's (the second after --port $1), is in use; choose another with --port"
}

# Prints the first of so many ports in a row that are free, below those that the kernel gives whoever connects (32768 and
# more): free_port COUNT
free_port() {
    local port attempt
    for ((attempt = 0; attempt < 100; attempt++)); do
        port=$((20000 + RANDOM % 3000 * 4))
        all_free "$port" "$1" && break
    done
    echo "$port"
}

all_free() {
    local port
    for ((port = $1; port < $1 + $2; port++)); do
        ! taken "$port" || return 1
    done
}
