# shellcheck shell=bash
# What the person at the terminal reads: each step with the seconds since the start, and a refusal in one line.

step() { printf '[%3d s] %s\n' "$SECONDS" "$1"; }

# Ends the run. The line says what is wrong and what to do.
refuse() {
    printf 'deploy/%s: %s\n' "${0##*/}" "$1" >&2
    exit 1
}

# Ends a run that was asked for in a way that cannot be understood: misuse REASON USAGE
misuse() {
    printf 'deploy/%s: %s\nusage: %s\n' "${0##*/}" "$1" "$2" >&2
    exit 64
}

# Gives a failure that nobody foresaw a line of its own, once: subshells leave it to the script.
explain_failures() {
    set -E
    trap '[[ $BASHPID != "$$" ]] || refuse "\"$BASH_COMMAND\" failed (${BASH_SOURCE[0]##*/}, line $LINENO); please report it"' ERR
}
