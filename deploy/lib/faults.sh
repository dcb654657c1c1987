# shellcheck shell=bash
# The fault suite: an instance of its own, which is killed, stopped, filled and set off while people sign in.

FAULT_PACKAGES=(faketime oathtool python3)

# run_faults FOLDER OPTION…
run_faults() {
    make_cheap "$1"
    # By this name Tests/Faults reaches the site next door, whichever its port is.
    echo "VESTIBULE_SITES=http://next-door.localhost:81" >>"$1/vestibule.conf"
    run_outside Faults "$@"
}
