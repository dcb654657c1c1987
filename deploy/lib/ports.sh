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

# Prints a port that is free, as its neighbour is.
free_port() {
    local port
    for ((attempt = 0; attempt < 100; attempt++)); do
        port=$((20000 + RANDOM % 10000 * 2))
        taken "$port" || taken $((port + 1)) || break
    done
    echo "$port"
}
