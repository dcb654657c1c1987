# shellcheck shell=bash
# The fault suite: an instance of its own, which is killed, stopped, filled and set off while people sign in.

FAULT_PACKAGES=(faketime oathtool python3)

# run_faults FOLDER OPTION…
run_faults() {
    make_cheap "$1"
    run_outside Faults "$@"
}
