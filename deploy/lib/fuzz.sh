# shellcheck shell=bash
# libFuzzer against everything that reads bytes from outside. What holds for every input stands in Tests/Fuzz/Promises.

# Prints what can be fuzzed: whatever has a corpus.
fuzz_targets() { ls "$ROOT/Tests/Fuzz/Corpus"; }

# Optimised, because libFuzzer learns more from code that compares bytes itself than from calls into the standard library.
build_fuzzers() {
    begin_building
    step "Building the fuzzers"
    local status=0
    # The last -sanitize counts, and only the option before it keeps SwiftPM from bringing a main of its own.
    attend swift build --quiet --package-path "$ROOT/Tests/Fuzz" --scratch-path "$ROOT/.build/fuzz" -c release --product Fuzz \
        --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address -Xswiftc -enable-testing -Xswiftc -use-ld=lld \
        -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table,trace-cmp || status=$?
    done_building
    return "$status"
}

# Tries the corpus, and then for some time what libFuzzer makes of it: fuzz TARGET SECONDS
# Each run goes on from what earlier ones have found worth trying.
fuzz() {
    local folder="$ROOT/.build/fuzz/inputs/$1" found="$ROOT/.build/fuzz/found" log="$ROOT/.build/fuzz/$1.log"
    mkdir -p "$folder" "$found"
    # Swift's own backtrace would wait for a debugger's answer that AddressSanitizer never gives.
    FUZZ=$1 SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=quarantine_size_mb=16 attend "$ROOT/.build/fuzz/release/Fuzz" \
        -max_total_time="$2" -max_len=8192 -timeout=5 -artifact_prefix="$found/$1-" "$folder" "$ROOT/Tests/Fuzz/Corpus/$1" \
        >"$log" 2>&1 && return
    grep -aE 'Fatal error:|ERROR: |Test unit written to' "$log" || tail -n 3 "$log"
    echo "all it said is in $log"
    return 1
}

# Fuzzes each target and counts it: run_fuzzers SECONDS TARGET…
run_fuzzers() {
    local target
    if ! build_fuzzers; then
        echo "FAIL The fuzzers build"
        count 0 1
        return
    fi
    step "Fuzzing for $1 s each"
    for target in "${@:2}"; do check "What reads ${target//-/ } keeps its promises" fuzz "$target" "$1"; done
}
