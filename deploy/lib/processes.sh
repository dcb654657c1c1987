# shellcheck shell=bash
# Starts programs so that none outlives this script, and stops them again.
# Descriptors 6 to 9 are the scripts' own (the terminal, a log's pipe, the build's lock, the instance's); no program inherits them.

declare -A STARTED=() LOGS=()
ATTENDED=""

# Starts a long-running program with its output in a log: launch NAME LOG COMMAND…
# It works in the state folder, by which a later run knows it, and has a session of its own: Ctrl-C reaches this
# script alone, which stops things in their order. Should this script be killed outright, the kernel asks it to end.
launch() {
    local name=$1 log=$2
    shift 2
    setsid env --default-signal --chdir="$STATE" setpriv --pdeathsig TERM "$@" </dev/null >>"$log" 2>&1 6>&- 7>&- 8>&- 9>&- &
    STARTED[$name]=$!
    LOGS[$name]=$log
}

# Runs a command to its end; a signal to this script is heard meanwhile, and stops it.
attend() {
    local status=0
    setsid env --default-signal setpriv --pdeathsig TERM "$@" </dev/null 6>&- 7>&- 8>&- 9>&- &
    ATTENDED=$!
    wait "$ATTENDED" || status=$?
    ATTENDED=""
    return "$status"
}

# Whether a process is there and has not ended: a zombie has.
alive() {
    [[ -n $1 && -r /proc/$1/status ]] && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null
}

# Prints the living processes of a group. nginx's workers outlive a master that was killed, and keep its port.
members() {
    cat /proc/[0-9]*/stat 2>/dev/null |
        awk -v group="$1" '{ pid = $1; sub(/.*\) /, "") } $3 == group && $1 != "Z" { print pid }'
}

# Whether a group ends within so many seconds: ends GROUP SECONDS
ends() {
    local tenths=$(($2 * 10))
    while [[ -n $(members "$1") ]]; do
        ((tenths-- > 0)) || return 1
        sleep 0.1
    done
}

# Ends a group: first its leader as that likes it, then all of it plainly, then by force: end GROUP SIGNAL SECONDS
end() {
    kill -s "$2" -- "$1" 2>/dev/null || kill -s TERM -- "-$1" 2>/dev/null || true
    ends "$1" "$3" && return 0
    kill -s TERM -- "-$1" 2>/dev/null || true
    ends "$1" 5 && return 0
    kill -s KILL -- "-$1" 2>/dev/null || true
    ends "$1" 5 || true
}

stop() {
    local pid=${STARTED[$1]:-}
    [[ -z $pid ]] || end "$pid" "$2" "$3"
    unset "STARTED[$1]"
}

# Stops whatever this script started: the door first, then the workers, then the data. Nothing may cut this short.
stop_everything() {
    set +e
    trap - ERR
    trap '' INT TERM HUP
    [[ -z $ATTENDED ]] || end "$ATTENDED" INT 5
    stop instance TERM 90
    stop nginx QUIT 3
    stop php-fpm QUIT 3
    stop pool TERM 20
    stop mariadb TERM 60
}

# Stops what an earlier run of this state folder left behind when it was killed outright.
stop_leftovers() {
    local name group
    for name in nginx php-fpm vestibule mariadb; do
        group=$(cat "$STATE/$name.pid" 2>/dev/null) || continue
        works_here "$group" || continue
        step "Stopping $name, which an earlier run left behind"
        end "$group" TERM 60
    done
}

# Whether a group is of this state folder: a process number may by now be a stranger's.
works_here() {
    local pid
    for pid in $(members "$1"); do
        [[ $(readlink "/proc/$pid/cwd")/ == "$STATE"/* ]] && return 0
    done
    return 1
}

# Waits until a condition holds, while the program that brings it about lives: wait_until SECONDS NAME COMMAND…
wait_until() {
    local tenths=$(($1 * 10)) name=$2
    shift 2
    until "$@" 2>/dev/null; do
        if ! alive "${STARTED[$name]}" || ((tenths-- <= 0)); then return 1; fi
        sleep 0.1
    done
}

# Waits while everything lives. MariaDB is started again, as the workers wait for it; for the others the script ends,
# saying what died first and where its log is.
watch_everything() {
    local name first
    while true; do
        first=""
        { wait -n -p first "${STARTED[@]}"; } 2>/dev/null || true
        for name in "${!STARTED[@]}"; do
            [[ ${STARTED[$name]} == "$first" ]] || continue
            [[ $name == mariadb ]] || refuse "$name ended unexpectedly; see ${LOGS[$name]}, then start again"
            revive_mariadb
        done
    done
}
