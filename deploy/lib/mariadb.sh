# shellcheck shell=bash
# A private MariaDB in the state folder: no network, nothing of /etc/mysql, run by whoever runs this script.

start_mariadb() {
    configure_mariadb
    [[ -d $STATE/mariadb ]] || create_mariadb
    step "Starting MariaDB"
    launch_mariadb || refuse "MariaDB did not start; see $STATE/log/mariadb.log"
    create_accounts
}

launch_mariadb() {
    rm -f "$STATE/mariadb.sock"
    launch mariadb "$STATE/log/mariadb.log" mariadbd --defaults-file="$STATE/my.cnf"
    wait_until 60 mariadb sql </dev/null
}

# Starts MariaDB again after it ended by itself, until it answers; or lets be whoever else has started it meanwhile.
revive_mariadb() {
    unset "STARTED[mariadb]"
    step "MariaDB ended unexpectedly; it is started again in 3 s; see $STATE/log/mariadb.log"
    sleep 3
    until sql </dev/null 2>/dev/null; do
        if launch_mariadb; then
            step "MariaDB answers again"
            return
        fi
        sleep 3
    done
}

configure_mariadb() {
    cat >"$STATE/my.cnf" <<CONFIGURATION
[client]
socket=$STATE/mariadb.sock
default-character-set=utf8mb4

[mariadbd]
user=$(id -un)
datadir=$STATE/mariadb
socket=$STATE/mariadb.sock
pid-file=$STATE/mariadb.pid
tmpdir=$STATE/tmp
skip-networking
local-infile=OFF
performance-schema=OFF
max-connections=200
innodb-buffer-pool-size=128M
innodb-flush-log-at-trx-commit=1
character-set-server=utf8mb4
collation-server=utf8mb4_bin
default-time-zone=+00:00
sql-mode=STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
CONFIGURATION
}

# Makes the data folder under another name first, so that a start broken off here begins afresh.
# --rpm is Debian's own way too: it leaves the machine's plugin folder alone.
create_mariadb() {
    step "Creating the database"
    rm -rf "$STATE/mariadb.new"
    attend mariadb-install-db --defaults-file="$STATE/my.cnf" --datadir="$STATE/mariadb.new" --rpm --skip-test-db \
        --auth-root-authentication-method=socket --auth-root-socket-user="$(id -un)" >"$STATE/log/mariadb-install.log" 2>&1 ||
        refuse "MariaDB could not be created; see $STATE/log/mariadb-install.log"
    mv "$STATE/mariadb.new" "$STATE/mariadb"
}

# The passwords go through a pipe: on a command line anybody could read them.
create_accounts() {
    local name statements
    for name in migrate web backup; do make_secret "$name"; done
    statements=$(fill "$ROOT/sql/accounts.sql" /dev/stdout MIGRATE_PASSWORD="$(<"$STATE/secrets/migrate")" \
        WEB_PASSWORD="$(<"$STATE/secrets/web")" BACKUP_PASSWORD="$(<"$STATE/secrets/backup")")
    sql <<<"$statements" || refuse "the database accounts could not be made; see the line above"
}

# Runs the statements that it reads, as the account that administers this server.
sql() { mariadb --defaults-file="$STATE/my.cnf" 8>&- 9>&-; }
