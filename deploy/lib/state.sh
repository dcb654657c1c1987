# shellcheck shell=bash
# The state folder: one instance's data, secrets, sockets and logs. Nobody else may look inside.

# Makes or opens the folder, and keeps a second instance out of it: open_state FOLDER
open_state() {
    mkdir -p "$1" 2>/dev/null || refuse "cannot make $1; choose another folder with --state"
    STATE=$(cd "$1" 2>/dev/null && pwd -P) || refuse "cannot enter $1; choose another folder with --state"
    [[ -O $STATE && -w $STATE ]] ||
        refuse "$STATE belongs to $(stat -c %U "$STATE"); run as $(stat -c %U "$STATE") or choose another folder with --state"
    [[ $STATE =~ ^[[:alnum:]/._+=,~-]+$ ]] ||
        refuse "the state folder's path may hold letters, digits and / . _ + = , ~ - alone; choose another with --state"
    local LC_ALL=C longest="$STATE/sockets/sign-in.sock"
    ((${#longest} <= 107)) ||
        refuse "the path of the state folder is too long for sockets by $((${#longest} - 107)) bytes; choose a shorter one with --state"
    [[ -e $STATE/lock || -z $(ls -A "$STATE") ]] ||
        refuse "$STATE holds something else; choose a new or empty folder with --state"
    chmod 700 "$STATE"
    exec 9>"$STATE/lock"
    flock -n 9 || refuse "an instance already runs in $STATE; stop it, or choose another folder with --state"
}

make_folders() {
    install -d -m 700 "$STATE"/{bin,log,nginx,secrets,share,sites,tmp}
}

# Copies a template with its @WORDS@ filled in: fill TEMPLATE TARGET WORD=VALUE…
fill() {
    local text word
    text=$(<"$1")
    for word in "${@:3}"; do
        text=${text//"@${word%%=*}@"/"${word#*=}"}
    done
    printf '%s\n' "$text" >"$2"
}

# Makes a secret of 256 bits once; later starts find it.
make_secret() {
    local file="$STATE/secrets/$1"
    [[ ! -s $file ]] || return 0
    od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n' >"$file.new"
    chmod 400 "$file.new"
    mv "$file.new" "$file"
}
