# shellcheck shell=bash
# The bench: an instance of its own, beside the same check in C and in PHP.

BENCH_PACKAGES=(gcc libc6-dev wrk php8.2-fpm php8.2-mysql php-bacon-qr-code oathtool python3)

# At the lowest cost of a password that the product accepts, as the second instance that grows: run_bench FOLDER OPTION…
run_bench() {
    make_cheap "$1"
    echo "VESTIBULE_SITES=http://127.0.0.1:$(free_port 1)" >>"$1/vestibule.conf"
    run_outside Bench "$@"
}
