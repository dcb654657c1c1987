extension LegacyHash {
    /// Why a hash is not taken. It does not hold the hash.
    public enum Refusal: Error, Equatable, CustomStringConvertible {
        /// What it is, as far as its beginning tells.
        case unsupported(String)
        case malformed(String)
        case tooMuchWork(String, allowed: String)

        /// Goes on from "the hash".
        public var description: String {
            switch self {
            case .unsupported(let kind): "is \(kind), which is not taken"
            case .malformed(let scheme): "begins like \(scheme), and does not go on as \(scheme) is written"
            case .tooMuchWork(let scheme, let allowed): "is \(scheme) of a cost that is not taken: \(allowed)"
            }
        }

        init(ofUnknown text: [UInt8]) {
            let known = Refusal.beginnings.first { text.starts(with: $0.beginning.utf8) }
            let isDES = text.count == 13 && text.allSatisfy(\.isCryptSymbol)
            self = .unsupported(known?.kind ?? (isDES ? "DES crypt" : "plain text or of no known kind"))
        }

        /// What protects little, what was never meant for passwords, and what libcrypt does not compute.
        private static let beginnings = [
            ("$1$", "MD5 crypt"), ("$apr1$", "MD5 as Apache writes it"), ("{SHA}", "SHA-1 without a salt"),
            ("{SSHA}", "SHA-1"), ("$2x$", "the faulty bcrypt of before 2011"), ("$P$", "phpass of WordPress"),
            ("$H$", "phpass of phpBB"), ("$S$", "phpass of Drupal"), ("$argon2i$", "Argon2i"),
            ("$argon2d$", "Argon2d"), ("$gy$", "GOST yescrypt"), ("$7$", "scrypt"), ("$sha1$", "SHA-1 crypt"),
            ("$md5", "MD5 of Solaris"), ("$3$", "the NT hash"), ("pbkdf2", "PBKDF2 of Django"),
            ("$pbkdf2", "PBKDF2"), ("_", "DES crypt of BSD"), ("!", "of an account that was locked"),
            ("*", "of an account that was locked, or of a failure"),
        ].map { (beginning: $0.0, kind: $0.1) }
    }
}
