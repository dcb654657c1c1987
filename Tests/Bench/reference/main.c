// The check as C does it, for the product to be measured against: the same statement of the same database behind the
// same web server, with libfcgi, libmariadb and libcrypto, in as many processes of one thread.
// reference SOCKET PROCESSES COOKIE DATABASE-SOCKET PASSWORD STATEMENT PARAMETER…: each token, site or now-SECONDS.
#define _GNU_SOURCE
#include "reference.h"
#include <fcgiapp.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

void fail(const char *why) {
    fprintf(stderr, "reference: %s\n", why);
    exit(1);
}

static int must_enrol(void) {
    int is_user = role.length == 4 && !memcmp(role.text, "user", 4);
    return code_at.is_missing && (everyone.number || (administrators.number && !is_user));
}

// Adds a header, without what a header cannot hold.
static char *told(char *end, const char *name, const struct column *column) {
    end = stpcpy(end, name);
    for (unsigned long i = 0; i < column->length; i++)
        if ((unsigned char)column->text[i] >= 0x20 && column->text[i] != 0x7f) *end++ = column->text[i];
    return stpcpy(end, "\r\n");
}

static void answer(FCGX_Request *request, const char *cookie) {
    char text[5 * LONGEST], *end = text;
    unsigned char hash[32];
    const char *header = FCGX_GetParam("HTTP_COOKIE", request->envp), *site = FCGX_GetParam("SITE", request->envp);
    if (!header || !site || !hash_token(header, cookie, hash) || !find_session(hash, site)) {
        end = stpcpy(end, "Status: 401 Unauthorized\r\n");
    } else if (must_enrol()) {
        end = stpcpy(end, "Status: 403 Forbidden\r\n");
    } else {
        end = stpcpy(end, "Status: 204 No Content\r\n");
        end = told(end, "Remote-User: ", &email);
        end = told(end, "Remote-Name: ", &person);
        end = told(end, "Remote-Email: ", &email);
        end = told(end, "Remote-Groups: ", &role);
    }
    end = stpcpy(end, "\r\n");
    FCGX_PutStr(text, (int)(end - text), request->out);
}

static void welcome(int queue, int listener) {
    int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    struct epoll_event event = {EPOLLIN | EPOLLRDHUP, {.fd = connection}};
    if (connection >= 0) epoll_ctl(queue, EPOLL_CTL_ADD, connection, &event);
}

// Serves as many as speak at a time, one after the other.
static void serve(int listener, const char *cookie) {
    FCGX_Request request;
    FCGX_InitRequest(&request, -1, 0);
    int queue = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event events[8] = {{EPOLLIN | EPOLLEXCLUSIVE, {.fd = listener}}};
    epoll_ctl(queue, EPOLL_CTL_ADD, listener, events);
    for (;;) {
        int count = epoll_wait(queue, events, 8, -1);
        for (int i = 0; i < count; i++) {
            if (events[i].data.fd == listener) {
                welcome(queue, listener);
                continue;
            }
            // libfcgi reads from a connection that it did not accept, and keeps it open.
            request.ipcFd = events[i].data.fd;
            request.keepConnection = 1;
            if (FCGX_Accept_r(&request) < 0) continue;
            answer(&request, cookie);
            FCGX_Finish_r(&request);
        }
    }
}

int main(int count, char **arguments) {
    int parameters = count - 7;
    if (parameters < 1 || parameters > MOST) fail("see the first lines of main.c");
    FCGX_Init();
    signal(SIGTERM, SIG_DFL);
    umask(0077);
    int listener = FCGX_OpenSocket(arguments[1], 511);
    if (listener < 0) fail("cannot listen");
    fcntl(listener, F_SETFL, O_NONBLOCK);
    for (int i = atoi(arguments[2]); i > 0; i--) {
        if (fork()) continue;
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        prepare_hashing();
        open_database(arguments[4], arguments[5], arguments[6], arguments + 7, parameters);
        serve(listener, arguments[3]);
    }
    while (wait(NULL) > 0) {}
    return 1;
}
