# shellcheck shell=bash
# The fault suite: an instance of its own, which is killed, stopped, filled and set off while people sign in.

FAULT_PACKAGES=(faketime oathtool python3)

# Runs it on a free port, with the instance in a folder of its own: run_faults FOLDER OPTION…
run_faults() {
    local folder="$1" results="$1.results" status=0
    prepare_for_faults "$folder"
    start_instance "$folder" || return 0
    step "Bringing faults about"
    record "$results" /usr/bin/python3 "$ROOT/Tests/Faults/run.py" --url "$INSTANCE" --state "$folder" "${@:2}" || status=$?
    count_outside_tests "$results" "$status" "The fault suite"
    check "deploy/run stops after all faults" stops_cleanly "$folder"
}

# The lowest cost that the product accepts, so that faults meet as many sign-ins as can be.
prepare_for_faults() {
    mkdir -m 700 "$1"
    : >"$1/lock"
    printf '%s\n' VESTIBULE_NAME=Vestibule VESTIBULE_PASSWORD_COST=m=19456,t=2 >"$1/vestibule.conf"
}
