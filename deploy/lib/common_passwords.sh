# shellcheck shell=bash
# The list of common passwords, which nobody may choose. It comes out of Debian packages and is never part of this
# repository: Django's and ncrack's are what people really used (BSD; GPL 2 with Nmap's exception), cracklib's the words
# of dictionaries (LGPL 2.1). None of the packages is installed: only their lists are taken out.

LISTS=(python3-django ncrack cracklib-runtime)

install_common_passwords() {
    [[ -s $ROOT/.build/common-passwords ]] || make_common_passwords "$ROOT/.build/common-passwords"
    install -m 600 "$ROOT/.build/common-passwords" "$STATE/share/common-passwords"
}

# One password a line, in ASCII lower case, in the order of their bytes: make_common_passwords FILE
make_common_passwords() {
    local folder="$STATE/tmp/lists" package
    local -x LC_ALL=C
    step "Making the list of common passwords"
    rm -rf "$folder"
    mkdir "$folder"
    download_lists || { ((EUID == 0)) && apt_update && download_lists; } ||
        refuse "'apt-get download ${LISTS[*]}' failed; when it works, start again, or bring a list as $1: sorted, in lower case, one a line"
    for package in "$folder"/*.deb; do dpkg-deb -x "$package" "$folder"; done
    {
        gzip -dc "$folder/usr/lib/python3/dist-packages/django/contrib/auth/common-passwords.txt.gz"
        grep -ahv '^#!comment' "$folder"/usr/share/ncrack/*.pwd
        cat "$folder/usr/share/dict/cracklib-small"
    } | tr A-Z a-z | sort -u | grep -a . >"$1.new"
    mv "$1.new" "$1"
    rm -rf "$folder"
}

# Nobody but us has to read what is downloaded, so root downloads it as root.
download_lists() { (cd "$folder" && apt -o APT::Sandbox::User=root download "${LISTS[@]}"); }
