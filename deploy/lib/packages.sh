# shellcheck shell=bash
# Installs the Debian packages that are missing. It starts no service, stops none and removes nothing.

POLICY=/usr/sbin/policy-rc.d
POLICY_MARK="# Made for the time of one installation by Vestibule's deploy/run."

# Installs what building and running take, and what the caller needs besides, where it is missing: install_packages NAME…
install_packages() {
    local missing=() name needed=(nginx mariadb-server-core mariadb-client-core libmariadb-dev libfcgi-dev libargon2-dev
        libcrypt-dev libqrencode-dev libssl-dev pkg-config)
    for name in "${needed[@]}" "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null) == installed ]] || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    ((EUID == 0)) || refuse "Debian packages are missing; as root: apt-get install --no-install-recommends ${missing[*]}"
    await_apt
    step "Installing ${missing[*]}"
    forbid_services
    apt_install "${missing[@]}" || { apt_update && apt_install "${missing[@]}"; } || refuse_apt
    allow_services
    keep_from_booting nginx php8.2-fpm prometheus fail2ban
}

# The machine's own services are not wanted after the next boot, if they only came with us: keep_from_booting NAME…
keep_from_booting() {
    local name
    command -v systemctl >/dev/null || return 0
    for name in "$@"; do
        [[ " ${missing[*]} " != *" $name "* ]] || systemctl disable "$name" >/dev/null 2>&1 || true
    done
}

# apt runs in a session of its own: Ctrl-C must not leave a package half installed.
apt() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 NEEDRESTART_MODE=l \
        setsid --wait apt-get -q -y -o DPkg::Lock::Timeout=60 "$@" </dev/null >"$STATE/packages.log" 2>&1 8>&- 9>&-
}

apt_install() { apt --no-install-recommends --no-remove -o Dpkg::Options::=--force-confold install "$@"; }

apt_update() {
    step "Asking Debian for its list of packages"
    apt update
}

refuse_apt() {
    local reason
    reason=$(grep -m1 '^E: ' "$STATE/packages.log") || reason="it gave no reason"
    refuse "apt-get could not install what is missing (${reason#E: }); all it said is in $STATE/packages.log"
}

# Waits for another installation to end, but not for ever.
await_apt() {
    local holder seconds=60
    holder=$(apt_holder)
    [[ -z $holder ]] || step "Waiting up to $seconds s for $holder, which holds apt's lock"
    while [[ -n $holder ]]; do
        ((seconds-- > 0)) || refuse "apt is locked by $holder; let it end, then start again"
        sleep 1
        holder=$(apt_holder)
    done
}

# Prints who holds one of apt's locks, as the kernel lists them; nothing if nobody does.
apt_holder() {
    local file inode pid
    for file in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
        inode=$(stat -c %i "$file" 2>/dev/null) || continue
        pid=$(awk -v inode="$inode" '$2 == "POSIX" && $6 ~ ":" inode "$" { print $5; exit }' /proc/locks)
        [[ -z $pid ]] || { echo "$(cat "/proc/$pid/comm" 2>/dev/null || echo a program) (process $pid)" && return; }
    done
}

# Forbids packages to start or stop services, as Debian provides for. A policy of the machine's own is respected.
forbid_services() {
    if [[ -e $POLICY ]] && ! grep -qF "$POLICY_MARK" "$POLICY"; then
        local answer=0
        "$POLICY" nginx start >/dev/null 2>&1 || answer=$?
        ((answer == 101)) || refuse "$POLICY lets services start; install with apt-get what is missing: ${missing[*]}"
        return
    fi
    printf '#!/bin/sh\n%s\nexit 101\n' "$POLICY_MARK" >"$POLICY"
    chmod 755 "$POLICY"
}

# Takes the policy away again; every way out of the script comes by here.
allow_services() {
    ((EUID != 0)) || ! grep -qsF "$POLICY_MARK" "$POLICY" || rm -f "$POLICY"
}
