#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

/* SSL_set_tlsext_host_name is a macro, which Swift does not import. */
static inline long set_server_name(SSL *connection, const char *name) {
    return SSL_set_tlsext_host_name(connection, (char *)name);
}
