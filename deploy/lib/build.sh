# shellcheck shell=bash
# Builds the executable and gives the instance a copy of its own, so that a later build does not disturb it.

require_swift() {
    command -v swift >/dev/null || refuse "swift is not on PATH; install the Swift 6.3 toolchain (swift.org/install) and start again"
}

# Keeps others out of this checkout's .build until done_building: they would replace what we copy.
begin_building() {
    mkdir -p "$ROOT/.build" 2>/dev/null || true
    [[ -w $ROOT/.build ]] || refuse "cannot write to $ROOT/.build; run as the owner of $ROOT"
    exec 8>"$ROOT/.build/vestibule.lock"
    flock -n 8 || {
        step "Waiting for another build in $ROOT"
        attend flock "$ROOT/.build/vestibule.lock" true
        flock 8
    }
}

done_building() { exec 8>&-; }

build_release() {
    begin_building
    step "Building for release"
    # Compiled for size, folded, packed and stripped, with the C++ runtime's few functions inside, a worker needs a fifth less memory.
    local archive
    archive=$(clang -print-file-name=libstdc++.a 2>/dev/null) || archive=""
    mkdir -p "$ROOT/.build/static"
    [[ $archive != /* ]] || ln -sf "$archive" "$ROOT/.build/static/libstdc++.a"
    attend swift build --package-path "$ROOT" -c release --static-swift-stdlib --product vestibule \
        -Xswiftc -Osize -Xswiftc -use-ld=lld -Xswiftc -L"$ROOT/.build/static" \
        -Xlinker --icf=all -Xlinker -z -Xlinker pack-relative-relocs -Xlinker -s ||
        refuse "the build failed; the compiler's words are above"
    install_build release
    done_building
}

# Copies the executable, and what it reads, into the state folder: install_build release|debug
install_build() {
    install -m 700 "$ROOT/.build/$1/vestibule" "$STATE/bin/vestibule.new"
    mv "$STATE/bin/vestibule.new" "$STATE/bin/vestibule"
    rm -rf "$STATE/sql"
    cp -R "$ROOT/sql" "$STATE/sql"
    install_common_passwords
    write_documents
}

# The manual page, and completions for every shell, in the folders below share/ in which they are looked for.
write_documents() {
    local share="$STATE/share"
    mkdir -p "$share"/{man/man1,bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
    "$STATE/bin/vestibule" manual >"$share/man/man1/vestibule.1"
    "$STATE/bin/vestibule" --generate-completion-script bash >"$share/bash-completion/completions/vestibule"
    "$STATE/bin/vestibule" --generate-completion-script zsh >"$share/zsh/site-functions/_vestibule"
    "$STATE/bin/vestibule" --generate-completion-script fish >"$share/fish/vendor_completions.d/vestibule.fish"
}
