# shellcheck shell=bash
# What can be said of the sources without running them.

check_sources() {
    step "Reading the sources"
    check "Swift is formatted as .swift-format says" attend swift format lint --strict --recursive --parallel \
        --configuration "$ROOT/.swift-format" "$ROOT/Package.swift" "$ROOT/Sources" "$ROOT/Tests"
    check "unsafe stands only in the modules that speak C" unsafe_is_confined
    check "SQL stands only in sql/" sql_is_apart
    check "What came from outside is compared as bytes, not as text" text_is_compared_as_bytes
    check "No site says anything ahead of the gate that would get around it" early_words_are_found
}

unsafe_is_confined() {
    ! grep -rnw unsafe "$ROOT/Sources" --include='*.swift' | grep -vE "^$ROOT/Sources/(FastCGI|MariaDB|Secrets|QRCode|WebClient)/"
}

# Comments may speak of SQL; code may not.
sql_is_apart() {
    ! grep -rnE '\b(SELECT\b.*\bFROM|INSERT( IGNORE)? INTO|UPDATE\b.*\bSET|DELETE FROM|REPLACE INTO|(CREATE|ALTER|DROP) TABLE|GRANT\b.*\bTO)\b' \
        "$ROOT/Sources" --include='*.swift' | grep -vE '^[^:]*:[0-9]+: *//'
}

# Two texts can be equal that are other bytes ("é" is "e" with an accent, "\r\n" one character), so what came from outside
# is never compared as text. The one `text` that may be is made of bytes.
text_is_compared_as_bytes() {
    local text='(\.text(\("[a-z_]*"\))?|String\((decoding|cString):[^)]*\))'
    ! grep -rnE "$text *(==|!=|\.(contains|hasPrefix|hasSuffix|firstIndex)\b)|(==|!=) *[A-Za-z.]*$text|switch [A-Za-z.]*$text" \
        "$ROOT/Sources" --include='*.swift' | grep -v '/PasswordHash+Parameters\.swift:'
}

# Exactly the lines that say so are found, and none in the sites that come with the product.
early_words_are_found() {
    local file="$ROOT/Tests/Refused/ahead-of-the-gate.conf"
    diff <(sed -nE 's/^[[:space:]]*(.*[;{]) +# refused$/\1/p' "$file") <(ahead_of_the_gate <"$file") &&
        [[ -z $(cat "$ROOT"/deploy/{sites,demo}/*.conf "$ROOT"/Tests/*/nginx/*.conf | ahead_of_the_gate) ]]
}

# Whether the compiler refuses exactly the lines of a file that say so, for the reason that they say: is_refused FILE
# It reads the modules that the tests were built with.
is_refused() {
    local options=() map
    for map in "$ROOT"/Sources/*/module.modulemap; do options+=(-Xcc "-fmodule-map-file=$map"); done
    # shellcheck disable=SC2046
    attend swiftc -typecheck -swift-version 6 -I "$ROOT/.build/debug/Modules" "${options[@]}" \
        $(pkg-config --cflags fcgi libmariadb libargon2 libcrypt libcrypto libqrencode libssl) \
        -Xfrontend -verify -Xfrontend -verify-ignore-unrelated "$1"
}

# What must never compile, judged by the modules of run_swift_tests.
check_refusals() {
    step "Compiling what must not compile"
    check "No secret can be compared or printed" is_refused "$ROOT/Tests/Refused/SecretThings.swift"
    check "No screen answers whom it is not for" is_refused "$ROOT/Tests/Refused/Routes.swift"
}
