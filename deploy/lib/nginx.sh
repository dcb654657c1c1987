# shellcheck shell=bash
# A private nginx in front of the pool. The machine's own nginx and its configuration are not touched.

# Asks nginx whether it can do what it is told to, the operator's sites included, and whether none gets around the gate.
check_nginx() {
    local words file
    for file in "$STATE"/sites/*.conf; do
        [[ -e $file ]] || continue
        words=$(ahead_of_the_gate <"$file" | sed -n 1p)
        [[ -z $words ]] ||
            refuse "$file says '$words' before gate.conf or \$vestibule_require; move it below them, then start again"
    done
    words=$(nginx -t -q -p "$STATE" -e stderr -c "$STATE/nginx/nginx.conf" 2>&1) ||
        refuse "nginx refuses: $(complaint <<<"$words"); mend that, then start again"
}

# Names each way past the gate that there is in the operator's sites. They are served all the same: some may be meant so.
check_gate() {
    local findings
    findings=$(vestibule protect check "$STATE/nginx/nginx.conf") || printf '%s\n' "$findings" >&2
}

# Prints what the servers of a site say too early. A rewrite before gate.conf makes a page of the site out of the check itself,
# and that page lets everybody in; one before $vestibule_require keeps nginx from reading that.
ahead_of_the_gate() {
    sed -E 's/(^|[[:space:]])#.*//; s/[;{}]/&\n/g' | awk '
        { sub(/^[[:space:]]+/, "") }
        depth == 1 && /^(rewrite|if|return|break)[[:space:](;]/ && statement == "" { statement = $0 }
        depth == 1 && /^(include[[:space:]].*gate\.conf|set[[:space:]]+\$vestibule_require[[:space:]])/ && statement != "" {
            print statement
            statement = ""
        }
        /\{$/ { depth++ }
        /\}$/ && --depth == 0 { statement = "" }'
}

start_nginx() {
    local log="$STATE/log/nginx-error.log" before words
    step "Starting nginx"
    before=$(stat -c %s "$log" 2>/dev/null) || before=0
    launch nginx "$log" nginx -p "$STATE" -e "$log" -c "$STATE/nginx/nginx.conf" -g 'daemon off;'
    wait_until 30 nginx answers "$1" && return
    words=$(tail -c +$((before + 1)) "$log" | complaint)
    refuse "no sign-in page at http://127.0.0.1:$1/login; ${words:+$words; }see $log and $STATE/log/vestibule.log"
}

# The first thing that nginx could not do, in its own words.
complaint() { sed -nE 's/.*\[emerg\] ([0-9#]+: )?//p' | head -n 1; }

# Fills the templates of nginx/ for this instance: configure_nginx PORT
configure_nginx() {
    local template user=""
    ((EUID != 0)) || user="user root;"
    rm -f "$STATE"/nginx/*.conf
    for template in "$ROOT"/nginx/*.conf; do
        fill "$template" "$STATE/nginx/${template##*/}" PORT="$1" OPERATOR_PORT=$(($1 + 1)) NAMES="127.0.0.1 localhost" \
            USER="$user" STATE="$STATE" LOG="$STATE/log" SOCKETS="$STATE/sockets" NGINX="$STATE/nginx" SHARE="$ROOT/nginx"
    done
}

# Whether the sign-in page comes through nginx.
answers() {
    local status
    status=$(
        exec 3<>"/dev/tcp/127.0.0.1/$1"
        printf 'GET /login HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
        IFS=' ' read -r -t 5 _ status _ <&3
        echo "$status"
    ) 2>/dev/null && [[ $status == 200 ]]
}
