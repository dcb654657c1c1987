# shellcheck shell=bash
# The tests from outside: each folder's against an instance of its own, which deploy/run starts.

# Runs those of a folder of Tests/, with the instance in a folder of its own: run_outside Browser|Attack|Faults FOLDER OPTION…
run_outside() {
    local folder="$2" results="$2.results" status=0
    start_instance "$folder" || return 0
    step "Running Tests/$1"
    record "$results" /usr/bin/python3 "$ROOT/Tests/$1/run.py" --url "$INSTANCE" --state "$folder" "${@:3}" || status=$?
    count_outside "$1" "$results" "$status"
    check "deploy/run stops when it is told to, after Tests/$1" stops_cleanly "$folder"
}

# Makes the folder of an instance with settings of its own: make_state FOLDER KEY=VALUE…
make_state() {
    mkdir -m 700 "$1"
    : >"$1/lock"
    printf '%s\n' VESTIBULE_NAME=Vestibule "${@:2}" >"$1/vestibule.conf"
}

# The lowest cost that the product accepts, for tests that post thousands of passwords: make_cheap FOLDER
make_cheap() { make_state "$1" VESTIBULE_PASSWORD_COST=m=19456,t=2; }

# Has deploy/run start an instance, whose address is INSTANCE then; or counts a failure: start_instance FOLDER
start_instance() {
    local port log="$1.log"
    port=$(free_port 3)
    INSTANCE="http://127.0.0.1:$port"
    step "Starting an instance on port $port"
    launch instance "$log" "$ROOT/deploy/run" --port "$port" --state "$1" --demo
    wait_until 1800 instance grep -q '^Vestibule is ready at ' "$log" && return
    cat "$log"
    echo "FAIL deploy/run starts an instance"
    count 0 1
    return 1
}

# A last line with the sum belongs to every whole run; without it the run broke off, which is a failure.
count_outside() {
    local passed failed
    passed=$(grep -c '^ok ' "$2") || true
    failed=$(grep -c '^FAIL ' "$2") || true
    if ! tail -n 1 "$2" | grep -qE '^[0-9]+ passed, [0-9]+ failed$' || (($3 != 0 && failed == 0)); then
        echo "FAIL Tests/$1 ran to its end (status $3)"
        failed=$((failed + 1))
    fi
    count "$passed" "$failed"
}

# Whether the instance ends well on SIGTERM, with nothing left of it.
stops_cleanly() {
    local pid=${STARTED[instance]} status=0
    kill -s TERM "$pid"
    ends "$pid" 90 || return 1
    wait "$pid" || status=$?
    unset "STARTED[instance]"
    ((status == 0)) && ! grep -qasF -f <(echo "$1/") /proc/[0-9]*/cmdline
}
