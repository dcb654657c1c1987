// Finds the token in a browser's cookies, and hashes it.
#define _GNU_SOURCE
#include "reference.h"
#include <openssl/evp.h>
#include <string.h>

enum { TOKEN = 43 };

static EVP_MD *sha256;
static EVP_MD_CTX *digest;
static signed char digits[256];

void prepare_hashing(void) {
    const char *alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    memset(digits, -1, sizeof digits);
    for (int i = 0; alphabet[i]; i++) digits[(unsigned char)alphabet[i]] = (signed char)i;
    // Fetched once: OpenSSL's one-shot functions look for it each time.
    sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    digest = EVP_MD_CTX_new();
    if (!sha256 || !digest) fail("libcrypto has no SHA-256");
}

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

int hash_token(const char *header, const char *cookie, unsigned char hash[32]) {
    const char *text = find_cookie(header, cookie);
    unsigned char bytes[32];
    unsigned bits = 0, held = 0, size = 0;
    if (!text) return 0;
    for (int i = 0; i < TOKEN; i++) {
        int digit = digits[(unsigned char)text[i]];
        if (digit < 0) return 0;
        bits = bits << 6 | (unsigned)digit;
        held += 6;
        if (held >= 8) bytes[size++] = (unsigned char)(bits >> (held -= 8));
    }
    // What is left over must be zero: a token has one spelling.
    if (bits & 3) return 0;
    return EVP_DigestInit_ex(digest, sha256, NULL) && EVP_DigestUpdate(digest, bytes, size)
        && EVP_DigestFinal_ex(digest, hash, NULL);
}
