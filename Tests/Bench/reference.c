// The check as C does it, for the product to be measured against: the same statement of the same database behind the
// same web server, with libfcgi, libmariadb and libcrypto, and as many processes of one thread.
// reference SOCKET PROCESSES COOKIE DATABASE-SOCKET PASSWORD STATEMENT PARAMETER…, where a parameter is token or now-SECONDS.
#define _GNU_SOURCE
#include <fcgiapp.h>
#include <fcntl.h>
#include <mysql.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 32, TOKEN = 43 };

static MYSQL *database;
static MYSQL_STMT *statement;
static unsigned char hash[32];
static long long now, moments[MOST], offsets[MOST], numbers[MOST];
static char texts[MOST][512];
static unsigned long lengths[MOST];
static my_bool missing[MOST];
static int parameters;
static EVP_MD *sha256;
static EVP_MD_CTX *digest;
static signed char digits[256];

static void fail(const char *what) {
    fprintf(stderr, "reference: %s\n", what);
    exit(1);
}

static void open_database(char **arguments, int count) {
    static MYSQL_BIND in[MOST], out[MOST];
    database = mysql_init(NULL);
    if (!mysql_real_connect(database, NULL, "vestibule_web", arguments[1], "vestibule", 0, arguments[0], 0)) fail(mysql_error(database));
    statement = mysql_stmt_init(database);
    if (mysql_stmt_prepare(statement, arguments[2], strlen(arguments[2]))) fail(mysql_stmt_error(statement));
    parameters = count - 3;
    if (mysql_stmt_param_count(statement) != (unsigned)parameters) fail("the statement has another number of parameters");
    for (int i = 0; i < parameters; i++) {
        if (!strcmp(arguments[3 + i], "token")) {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = hash, .buffer_length = sizeof hash};
            offsets[i] = -1;
        } else {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &moments[i]};
            offsets[i] = atoll(arguments[3 + i] + strlen("now-")) * 1000000;
        }
    }
    if (mysql_stmt_bind_param(statement, in)) fail(mysql_stmt_error(statement));
    MYSQL_RES *columns = mysql_stmt_result_metadata(statement);
    for (unsigned i = 0; i < mysql_num_fields(columns); i++) {
        int type = mysql_fetch_field(columns)->type;
        if (type == MYSQL_TYPE_LONGLONG || type == MYSQL_TYPE_LONG || type == MYSQL_TYPE_TINY)
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &numbers[i], .is_null = &missing[i]};
        else
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = texts[i], .buffer_length = sizeof texts[i],
                                  .length = &lengths[i], .is_null = &missing[i]};
    }
    mysql_free_result(columns);
    if (mysql_stmt_bind_result(statement, out)) fail(mysql_stmt_error(statement));
}

// The value of a cookie, if it comes once and is as long as a token.
static const char *find_cookie(const char *header, const char *name) {
    size_t length = strlen(name);
    const char *found = NULL;
    while (*header) {
        while (*header == ' ' || *header == ';') header++;
        const char *end = strchrnul(header, ';');
        if ((size_t)(end - header) > length && header[length] == '=' && !memcmp(header, name, length)) {
            if (found || end - header - length - 1 != TOKEN) return NULL;
            found = header + length + 1;
        }
        header = end;
    }
    return found;
}

// Decodes base64url in its one spelling, and hashes what comes of it.
static int hash_token(const char *text) {
    unsigned char bytes[33];
    unsigned bits = 0, held = 0, size = 0;
    for (int i = 0; i < TOKEN; i++) {
        int digit = digits[(unsigned char)text[i]];
        if (digit < 0) return 0;
        bits = bits << 6 | (unsigned)digit;
        held += 6;
        if (held >= 8) bytes[size++] = (unsigned char)(bits >> (held -= 8));
    }
    if (bits & 3) return 0;
    return EVP_DigestInit_ex(digest, sha256, NULL) && EVP_DigestUpdate(digest, bytes, 32) && EVP_DigestFinal_ex(digest, hash, NULL);
}

static int is_signed_in(void) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    now = time.tv_sec * 1000000LL + time.tv_nsec / 1000;
    for (int i = 0; i < parameters; i++)
        if (offsets[i] >= 0) moments[i] = now - offsets[i];
    if (mysql_stmt_execute(statement)) return 0;
    int result = mysql_stmt_fetch(statement);
    mysql_stmt_free_result(statement);
    return result == 0;
}

static void answer(FCGX_Request *request, const char *cookie) {
    const char *header = FCGX_GetParam("HTTP_COOKIE", request->envp);
    const char *token = header ? find_cookie(header, cookie) : NULL;
    FCGX_PutS(token && hash_token(token) && is_signed_in() ? "Status: 204\r\n\r\n" : "Status: 401\r\n\r\n", request->out);
}

static void serve(int listener, const char *cookie) {
    FCGX_Request request;
    FCGX_InitRequest(&request, -1, 0);
    int queue = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {EPOLLIN | EPOLLEXCLUSIVE, {.fd = listener}};
    epoll_ctl(queue, EPOLL_CTL_ADD, listener, &event);
    for (;;) {
        if (epoll_wait(queue, &event, 1, -1) < 1) continue;
        if (event.data.fd == listener) {
            int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
            event = (struct epoll_event){EPOLLIN | EPOLLRDHUP, {.fd = connection}};
            if (connection >= 0) epoll_ctl(queue, EPOLL_CTL_ADD, connection, &event);
            continue;
        }
        request.ipcFd = event.data.fd;
        request.keepConnection = 1;
        if (FCGX_Accept_r(&request) < 0) continue;
        answer(&request, cookie);
        FCGX_Finish_r(&request);
    }
}

int main(int count, char **arguments) {
    if (count < 8) fail("see the first lines of reference.c");
    const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    memset(digits, -1, sizeof digits);
    for (int i = 0; alphabet[i]; i++) digits[(unsigned char)alphabet[i]] = (signed char)i;
    FCGX_Init();
    signal(SIGTERM, SIG_DFL);
    umask(0077);
    int listener = FCGX_OpenSocket(arguments[1], 511);
    if (listener < 0) fail("cannot listen");
    fcntl(listener, F_SETFL, O_NONBLOCK);
    for (int i = atoi(arguments[2]); i > 0; i--) {
        if (fork()) continue;
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
        digest = EVP_MD_CTX_new();
        open_database(arguments + 4, count - 4);
        serve(listener, arguments[3]);
    }
    while (wait(NULL) > 0) {}
    return 1;
}
