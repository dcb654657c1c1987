# shellcheck shell=bash
# The bench: an instance of its own, beside the same check in C and in PHP.

BENCH_PACKAGES=(gcc libc6-dev wrk php8.2-fpm php8.2-mysql php-bacon-qr-code oathtool python3)

# run_bench FOLDER OPTION…
run_bench() {
    make_cheap "$1"
    run_outside Bench "$@"
}
