# shellcheck shell=bash
# What can be said of the sources without running them.

check_sources() {
    step "Reading the sources"
    check "Swift is formatted as .swift-format says" attend swift format lint --strict --recursive --parallel \
        --configuration "$ROOT/.swift-format" "$ROOT/Package.swift" "$ROOT/Sources" "$ROOT/Tests"
    check "unsafe stands only in the modules that speak C" unsafe_is_confined
    check "SQL stands only in sql/" sql_is_apart
}

unsafe_is_confined() {
    ! grep -rnw unsafe "$ROOT/Sources" --include='*.swift' | grep -vE "^$ROOT/Sources/(FastCGI|MariaDB|Secrets|QRCode)/"
}

# Comments may speak of SQL; code may not.
sql_is_apart() {
    ! grep -rnE '\b(SELECT\b.*\bFROM|INSERT( IGNORE)? INTO|UPDATE\b.*\bSET|DELETE FROM|REPLACE INTO|(CREATE|ALTER|DROP) TABLE|GRANT\b.*\bTO)\b' \
        "$ROOT/Sources" --include='*.swift' | grep -vE '^[^:]*:[0-9]+: *//'
}
