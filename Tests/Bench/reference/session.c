// Asks MariaDB for the session, by one statement that is prepared once and bound once.
#include "reference.h"
#include <mysql.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct column email = {.name = "email"}, person = {.name = "name"}, role = {.name = "role"};
struct column code_at = {.name = "second_factor_at"};
struct column everyone = {.name = "requires_everyone"}, administrators = {.name = "requires_administrators"};

static struct column *known[] = {&email, &person, &role, &code_at, &everyone, &administrators};
// Where the columns go that nobody looks at.
static struct column others[MOST];

static MYSQL_STMT *statement;
static int count;
static unsigned char token[32];
static char site[LONGEST];
static unsigned long site_length;
// How long before now a moment is, or -1 where the parameter is none.
static long long moments[MOST], ages[MOST];

static void bind_parameters(char **parameters) {
    static MYSQL_BIND in[MOST];
    for (int i = 0; i < count; i++) {
        ages[i] = -1;
        if (!strcmp(parameters[i], "token")) {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = token, .buffer_length = sizeof token};
        } else if (!strcmp(parameters[i], "site")) {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = site, .length = &site_length};
        } else {
            in[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &moments[i]};
            ages[i] = atoll(parameters[i] + strlen("now-")) * 1000000;
        }
    }
    if (mysql_stmt_bind_param(statement, in)) fail(mysql_stmt_error(statement));
}

static struct column *column_named(const char *name, int place) {
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i]->name, name)) return known[i];
    return &others[place];
}

static void bind_columns(void) {
    static MYSQL_BIND out[MOST];
    MYSQL_RES *fields = mysql_stmt_result_metadata(statement);
    for (int i = 0; i < (int)mysql_num_fields(fields); i++) {
        MYSQL_FIELD *field = mysql_fetch_field(fields);
        struct column *column = column_named(field->name, i);
        if (IS_NUM(field->type))
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_LONGLONG, .buffer = &column->number};
        else
            out[i] = (MYSQL_BIND){.buffer_type = MYSQL_TYPE_BLOB, .buffer = column->text, .buffer_length = LONGEST,
                                  .length = &column->length};
        out[i].is_null = &column->is_missing;
    }
    mysql_free_result(fields);
    if (mysql_stmt_bind_result(statement, out)) fail(mysql_stmt_error(statement));
}

void open_database(const char *socket, const char *password, const char *text, char **parameters, int number) {
    MYSQL *database = mysql_init(NULL);
    mysql_options(database, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    if (!mysql_real_connect(database, NULL, "vestibule_web", password, "vestibule", 0, socket, 0))
        fail(mysql_error(database));
    statement = mysql_stmt_init(database);
    if (mysql_stmt_prepare(statement, text, strlen(text))) fail(mysql_stmt_error(statement));
    count = number;
    if (mysql_stmt_param_count(statement) != (unsigned)count) fail("the statement has another number of parameters");
    if (mysql_stmt_field_count(statement) > MOST) fail("the statement has too many columns");
    bind_parameters(parameters);
    bind_columns();
}

int find_session(const unsigned char hash[32], const char *asked) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    for (int i = 0; i < count; i++)
        if (ages[i] >= 0) moments[i] = now.tv_sec * 1000000LL + now.tv_nsec / 1000 - ages[i];
    memcpy(token, hash, sizeof token);
    site_length = strnlen(asked, sizeof site);
    memcpy(site, asked, site_length);
    if (mysql_stmt_execute(statement)) return 0;
    int result = mysql_stmt_fetch(statement);
    mysql_stmt_free_result(statement);
    return result == 0;
}
