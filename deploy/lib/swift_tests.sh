# shellcheck shell=bash
# The tests of every Swift module, against a private MariaDB with today's tables.

run_swift_tests() {
    begin_building
    step "Building the tests"
    if ! attend swift build --package-path "$ROOT" --build-tests; then
        echo "FAIL The tests build"
        count 0 1
        done_building
        return
    fi
    install_build debug
    done_building
    prepare_database
    step "Running the Swift tests"
    # Those that start and kill processes of their own run by themselves, undisturbed by a crowd that hashes.
    # A policy binds everybody, so the stories that switch it have the site to themselves too.
    run_swift_suites crowd --skip 'FastCGITests|MariaDBTests|Administration'
    run_swift_suites administration --filter Administration
    run_swift_suites processes --filter 'FastCGITests|MariaDBTests'
    stop mariadb TERM 60
}

# Runs some of the suites and counts their tests: run_swift_suites NAME OPTION…
run_swift_suites() {
    local log="$STATE/swift-test-$1.log" status=0
    VESTIBULE_CONFIGURATION="$STATE/vestibule.conf" \
        record "$log" swift test --package-path "$ROOT" --skip-build "${@:2}" || status=$?
    count_swift_tests "$log" "$status"
}

# The lowest cost that the product accepts, so that the tests do not wait for passwords.
prepare_database() {
    start_mariadb
    configure_pool 8080
    echo "VESTIBULE_PASSWORD_COST=m=19456,t=2" >>"$STATE/vestibule.conf"
    migrate
    install_administrator "" ""
}

# Counts the lines in which each test says how it ended. A run without a last word has crashed, and a run that
# failed without naming a test has failed all the same.
count_swift_tests() {
    local passed failed
    passed=$(grep -cE '^[^ ]+ +Test .+ passed after [0-9.]+ seconds( with [0-9]+ known issues?)?\.$' <(named_tests "$1")) || true
    failed=$(grep -cE '^[^ ]+ +Test .+ failed after [0-9.]+ seconds with [0-9]+ issues?( \(.*\))?\.$' <(named_tests "$1")) || true
    if ! grep -qE '^[^ ]+ +Test run with [0-9]+ tests?' "$1"; then
        echo "FAIL The Swift tests ran to their end (status $2)"
        failed=$((failed + 1))
    elif (($2 != 0 && failed == 0)); then
        echo "FAIL swift test (status $2)"
        failed=1
    fi
    count "$passed" "$failed"
}

named_tests() { grep -vE '^[^ ]+ +Test (run with|case passing) ' "$1" || true; }
