# shellcheck shell=bash
# The bench: an instance of its own, beside the same check in C and in PHP.

BENCH_PACKAGES=(gcc libc6-dev wrk php8.2-fpm php8.2-mysql php-bacon-qr-code oathtool python3)

# A password costs what deploy/run finds right for this machine: run_bench FOLDER OPTION…
run_bench() {
    make_state "$1" "VESTIBULE_SITES=http://127.0.0.1:$(free_port 1)"
    run_outside Bench "$@"
}
