# shellcheck shell=bash
# The worker pool of an instance: its configuration, its schema, its first administrator, its supervisor.

vestibule() { VESTIBULE_CONFIGURATION="$STATE/vestibule.conf" "$STATE/bin/vestibule" "$@" 8>&- 9>&-; }

# Writes what follows from the port and the folder, and keeps every other line that is there: configure_pool PORT
configure_pool() {
    local file="$STATE/vestibule.conf" kept=""
    local derived='^VESTIBULE_(URL|SQL|SOCKETS|PID|DATABASE_SOCKET|DATABASE_PASSWORD_FILE|MIGRATION_PASSWORD_FILE|KEY_RING|COMMON_PASSWORDS|AUDIT_ANCHOR)='
    [[ ! -f $file ]] || kept=$(grep -vE "$derived" "$file") || true
    {
        cat <<CONFIGURATION
VESTIBULE_URL=http://127.0.0.1:$1
VESTIBULE_SQL=$STATE/sql
VESTIBULE_SOCKETS=$STATE/sockets
VESTIBULE_PID=$STATE/vestibule.pid
VESTIBULE_DATABASE_SOCKET=$STATE/mariadb.sock
VESTIBULE_DATABASE_PASSWORD_FILE=$STATE/secrets/web
VESTIBULE_MIGRATION_PASSWORD_FILE=$STATE/secrets/migrate
VESTIBULE_KEY_RING=$STATE/secrets/keys
VESTIBULE_COMMON_PASSWORDS=$STATE/share/common-passwords
VESTIBULE_AUDIT_ANCHOR=$STATE/audit-anchor
CONFIGURATION
        printf '%s\n' "${kept:-VESTIBULE_NAME=Vestibule}"
    } >"$file.new"
    mv "$file.new" "$file"
    write_command
}

# The command-line tool for this instance, with the sites that the pool has.
write_command() {
    local sites=${VESTIBULE_SITES:+VESTIBULE_SITES=\"$VESTIBULE_SITES\" }
    cat >"$STATE/vestibule" <<COMMAND
#!/bin/sh
# Runs the command-line tool against the instance in this folder.
VESTIBULE_CONFIGURATION="$STATE/vestibule.conf" ${sites}exec "$STATE/bin/vestibule" "\$@"
COMMAND
    chmod 700 "$STATE/vestibule"
}

# Measures once how much work a password may cost on this machine.
calibrate() {
    grep -q '^VESTIBULE_PASSWORD_COST=' "$STATE/vestibule.conf" && return 0
    step "Measuring the cost of a password"
    local cost
    cost=$(vestibule calibrate) || refuse "'$STATE/vestibule calibrate' failed; see the line above"
    echo "VESTIBULE_PASSWORD_COST=$cost" >>"$STATE/vestibule.conf"
}

migrate() {
    step "Bringing the tables up to date"
    vestibule migrate || refuse "'$STATE/vestibule migrate' failed; see the line above"
}

# Makes the first administrator. The two variables exist for this one command: nothing long-running inherits them.
install_administrator() {
    local variables=()
    [[ -z $1 ]] || variables+=("VESTIBULE_ADMIN_EMAIL=$1")
    [[ -z $2 ]] || variables+=("VESTIBULE_ADMIN_PASSWORD=$2")
    (
        ((${#variables[@]} == 0)) || export "${variables[@]}"
        vestibule install
    ) || refuse "'$STATE/vestibule install' failed; see the line above"
}

start_pool() {
    step "Starting the worker pool"
    rm -f "$STATE/vestibule.pid" "$STATE"/sockets/*.sock
    VESTIBULE_CONFIGURATION="$STATE/vestibule.conf" launch pool "$STATE/log/vestibule.log" "$STATE/bin/vestibule" serve
    wait_until 30 pool test -S "$STATE/sockets/gate.sock" -a -S "$STATE/sockets/portal.sock" -a -S "$STATE/sockets/sign-in.sock" ||
        refuse "the worker pool did not start; see $STATE/log/vestibule.log"
}
