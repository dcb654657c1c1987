# shellcheck shell=bash
# A private nginx in front of the pool. The machine's own nginx and its configuration are not touched.

start_nginx() {
    step "Starting nginx"
    configure_nginx "$1"
    local nginx=(nginx -p "$STATE" -e "$STATE/log/nginx-error.log" -c "$STATE/nginx/nginx.conf" -g 'daemon off;')
    launch nginx "$STATE/log/nginx-error.log" "${nginx[@]}"
    wait_until 30 nginx answers "$1" ||
        refuse "no sign-in page at http://127.0.0.1:$1/login; see $STATE/log/nginx-error.log and $STATE/log/vestibule.log"
}

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
