// The check as C does it, for the product to be measured against: the same statement of the same database behind the
// same web server, with libfcgi, libmariadb and libcrypto, in as many processes of one thread.
// reference SOCKET PROCESSES COOKIE DATABASE-SOCKET PASSWORD STATEMENT PARAMETER…: each is token, site or now-SECONDS.
#define _GNU_SOURCE
#include <fcgiapp.h>
#include <fcntl.h>
#include <mysql.h>
#include <openssl/evp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 32, TOKEN = 43, LONGEST = 512 };

static MYSQL_STMT *statement;
static EVP_MD *sha256;
static EVP_MD_CTX *digest;
static signed char digits[256];

// What is bound to the statement.
static int parameters;
static unsigned char hash[32];
static char site[LONGEST];
static unsigned long site_length;
static long long moments[MOST], ages[MOST];

// The row that it finds, and where in it stands what is told and what decides.
static long long numbers[MOST];
static char texts[MOST][LONGEST];
static unsigned long lengths[MOST];
static my_bool missing[MOST];
static int email, name, role, code_at, everyone, administrators;

static void fail(const char *what) {
    fprintf(stderr, "reference: %s\n", what);
    exit(1);
}

static void bind_parameters(char **words) {
    static MYSQL_BIND in[MOST];
    for (int i = 0; i < parameters; i++) {
        ages[i] = -1;
        if (!strcmp(words[i], "token")) {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = hash, .buffer_length = sizeof hash};
        } else if (!strcmp(words[i], "site")) {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = site, .length = &site_length};
        } else {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &moments[i]};
            ages[i] = atoll(words[i] + strlen("now-")) * 1000000;
        }
    }
    if (mysql_stmt_bind_param(statement, in)) fail(mysql_stmt_error(statement));
}

static void bind_columns(void) {
    static MYSQL_BIND out[MOST];
    struct { const char *name; int *place; } known[] = {
        {"email", &email}, {"name", &name}, {"role", &role}, {"second_factor_at", &code_at},
        {"requires_everyone", &everyone}, {"requires_administrators", &administrators}};
    MYSQL_RES *columns = mysql_stmt_result_metadata(statement);
    for (int i = 0; i < (int)mysql_num_fields(columns); i++) {
        MYSQL_FIELD *column = mysql_fetch_field(columns);
        if (IS_NUM(column->type))
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &numbers[i], .is_null = &missing[i]};
        else
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = texts[i], .buffer_length = LONGEST,
                                  .length = &lengths[i], .is_null = &missing[i]};
        for (size_t j = 0; j < sizeof known / sizeof *known; j++)
            if (!strcmp(column->name, known[j].name)) *known[j].place = i;
    }
    mysql_free_result(columns);
    if (mysql_stmt_bind_result(statement, out)) fail(mysql_stmt_error(statement));
}

static void open_database(const char *socket, const char *password, const char *text, char **words) {
    MYSQL *database = mysql_init(NULL);
    if (!mysql_real_connect(database, NULL, "vestibule_web", password, "vestibule", 0, socket, 0)) fail(mysql_error(database));
    statement = mysql_stmt_init(database);
    if (mysql_stmt_prepare(statement, text, strlen(text))) fail(mysql_stmt_error(statement));
    if (mysql_stmt_param_count(statement) != (unsigned)parameters) fail("the statement has another number of parameters");
    bind_parameters(words);
    bind_columns();
}

// The value of a cookie, if it comes once and is as long as a token.
static const char *find_cookie(const char *header, const char *wanted) {
    size_t length = strlen(wanted);
    const char *found = NULL;
    while (*header) {
        while (*header == ' ' || *header == ';') header++;
        const char *end = strchrnul(header, ';');
        if ((size_t)(end - header) > length && header[length] == '=' && !memcmp(header, wanted, length)) {
            if (found || end - header - length - 1 != TOKEN) return NULL;
            found = header + length + 1;
        }
        header = end;
    }
    return found;
}

// Decodes base64url in its one spelling, and hashes what comes of it.
static int hash_token(const char *text) {
    unsigned char bytes[32];
    unsigned bits = 0, held = 0, size = 0;
    for (int i = 0; i < TOKEN; i++) {
        int digit = digits[(unsigned char)text[i]];
        if (digit < 0) return 0;
        bits = bits << 6 | (unsigned)digit;
        held += 6;
        if (held >= 8) bytes[size++] = (unsigned char)(bits >> (held -= 8));
    }
    if (bits & 3) return 0;
    return EVP_DigestInit_ex(digest, sha256, NULL) && EVP_DigestUpdate(digest, bytes, size) && EVP_DigestFinal_ex(digest, hash, NULL);
}

static int find_session(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    for (int i = 0; i < parameters; i++)
        if (ages[i] >= 0) moments[i] = now.tv_sec * 1000000LL + now.tv_nsec / 1000 - ages[i];
    if (mysql_stmt_execute(statement)) return 0;
    int result = mysql_stmt_fetch(statement);
    mysql_stmt_free_result(statement);
    return result == 0;
}

static int must_enrol(void) {
    int is_user = lengths[role] == 4 && !memcmp(texts[role], "user", 4);
    return missing[code_at] && (numbers[everyone] || (numbers[administrators] && !is_user));
}

// Copies a text without what a header cannot hold.
static char *told(char *end, const char *label, int column) {
    end = stpcpy(end, label);
    for (unsigned long i = 0; i < lengths[column]; i++)
        if ((unsigned char)texts[column][i] >= 0x20 && texts[column][i] != 0x7f) *end++ = texts[column][i];
    return stpcpy(end, "\r\n");
}

static void answer(FCGX_Request *request, const char *cookie) {
    char text[5 * LONGEST], *end = text;
    const char *header = FCGX_GetParam("HTTP_COOKIE", request->envp), *asked = FCGX_GetParam("SITE", request->envp);
    const char *token = header ? find_cookie(header, cookie) : NULL;
    site_length = asked ? strnlen(asked, sizeof site) : 0;
    if (asked) memcpy(site, asked, site_length);
    if (!token || !hash_token(token) || !find_session()) {
        end = stpcpy(text, "Status: 401 Unauthorized\r\n\r\n");
    } else if (must_enrol()) {
        end = stpcpy(text, "Status: 403 Forbidden\r\n\r\n");
    } else {
        end = stpcpy(text, "Status: 204 No Content\r\n");
        end = told(end, "Remote-User: ", email);
        end = told(end, "Remote-Name: ", name);
        end = told(end, "Remote-Email: ", email);
        end = stpcpy(told(end, "Remote-Groups: ", role), "\r\n");
    }
    FCGX_PutStr(text, (int)(end - text), request->out);
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

static void begin(int listener, char **arguments) {
    const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    memset(digits, -1, sizeof digits);
    for (int i = 0; alphabet[i]; i++) digits[(unsigned char)alphabet[i]] = (signed char)i;
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    digest = EVP_MD_CTX_new();
    open_database(arguments[4], arguments[5], arguments[6], arguments + 7);
    serve(listener, arguments[3]);
}

int main(int count, char **arguments) {
    parameters = count - 7;
    if (parameters < 1 || parameters > MOST) fail("see the first lines of reference.c");
    FCGX_Init();
    signal(SIGTERM, SIG_DFL);
    umask(0077);
    int listener = FCGX_OpenSocket(arguments[1], 511);
    if (listener < 0) fail("cannot listen");
    fcntl(listener, F_SETFL, O_NONBLOCK);
    for (int i = atoi(arguments[2]); i > 0; i--)
        if (!fork()) begin(listener, arguments);
    while (wait(NULL) > 0) {}
    return 1;
}
