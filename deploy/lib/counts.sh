# shellcheck shell=bash
# What deploy/test adds up: tests of every kind, passed and failed.

PASSED=0
FAILED=0

count() {
    PASSED=$((PASSED + $1))
    FAILED=$((FAILED + $2))
}

# Runs one check and says how it went in one line: check NAME COMMAND…
check() {
    if "${@:2}"; then
        echo "ok $1"
        count 1 0
    else
        echo "FAIL $1"
        count 0 1
    fi
}

# Runs a command as attend does, and keeps what it says in a file too: record FILE COMMAND…
# What the command leaves behind may hold the pipe open; that is not waited for.
record() {
    local file=$1 status=0 copier
    exec 7> >(exec setsid tee "$file")
    copier=$!
    attend "${@:2}" >&7 2>&1 || status=$?
    exec 7>&-
    ends "$copier" 5 || kill "$copier"
    return "$status"
}

# The last line of all: the sum, and whether it is good.
report() {
    echo "$PASSED passed, $FAILED failed"
    ((FAILED == 0 && PASSED > 0))
}
