/// Hashes that the tools named made of one password.
// swift-format-ignore
enum Hashes {
    static let password = "correct horse battery"
    static let php = "$2y$04$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK"
    static let all: [(tool: String, text: String, setting: String)] = [
        ("PHP", php, "$2y$04$xeErk8sffsBoFHGZTmD.i."),
        ("PHP, crypt", "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS", "$2a$04$abcdefghijklmnopqrstuu"),
        ("Python, bcrypt", "$2b$04$fnPULN0rGqRTvvRsZJkb3O/279XyvjX4EkKPJottQhOHtlBUwFBVq", "$2b$04$fnPULN0rGqRTvvRsZJkb3O"),
        ("WordPress", "$wp$2y$04$taFgbn7TJv75P.b1VJ1sY.wiH6g6nGisbZ0Anuj8lyDUoLxjPzgzm", "$wp$2y$04$taFgbn7TJv75P.b1VJ1sY."),
        ("PHP, Argon2id", "$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo", "$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ"),
        ("argon2", "$argon2id$v=19$m=1024,t=3,p=4$c2FsdHNhbHRzYWx0$kMkOTTpeZNkKRRvYXCZNHictPANYSjNEUd5csq3q+74", "$argon2id$v=19$m=1024,t=3,p=4$c2FsdHNhbHRzYWx0"),
        ("Debian", "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq897", "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0"),
        ("openssl passwd -6", "$6$p/cME0ln8st0oM4K$jvogm2dgS/Y/m0ALlC2k2whmFVEFYpXKSAlmc2dGjDOC6FpeuYycycVcXzqv9LWtNMlmZa5ipaeo1DhHJO/P5/", "$6$p/cME0ln8st0oM4K"),
        ("openssl passwd -5", "$5$/nDT7SVb/wQ51Fis$f0O2MJqzbo9Hylwo9qB0RA1axGsqC1YMIUmqdvuJKf2", "$5$/nDT7SVb/wQ51Fis"),
        ("passlib", "$6$rounds=1000$sRA7N6UM4SFjWPA4$SzFgFE5mgNsO4yZKzUUB3ymIortnZa1jeiWFwB30zoX/kbs8IdFrVhKQVfoK4ZrRYEjJw5RVnQDN7SWhxRR8l0", "$6$rounds=1000$sRA7N6UM4SFjWPA4"),
    ]
}
