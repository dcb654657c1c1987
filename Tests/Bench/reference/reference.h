// What the parts of the reference have in common: a token's hash, and the session that it finds.
#ifndef REFERENCE_H
#define REFERENCE_H

enum { MOST = 32, LONGEST = 512 };

// Ends the program with a line that says why.
void fail(const char *why);

// Makes this process ready to hash.
void prepare_hashing(void);

// Hashes the token in the cookie of that name, if it comes once and is one: whether there is such a token.
int hash_token(const char *header, const char *cookie, unsigned char hash[32]);

// A column of the row that was found. One that is missing has no length and is zero.
struct column {
    const char *name;
    long long number;
    char text[LONGEST];
    unsigned long length;
    char is_missing;
};

extern struct column email, person, role, code_at, everyone, administrators;

// Connects and prepares the statement. Each parameter is token, site or now-SECONDS.
void open_database(const char *socket, const char *password, const char *text, char **parameters, int count);

// Whether the statement finds a row.
int find_session(const unsigned char hash[32], const char *site);

#endif
