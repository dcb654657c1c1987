extension LegacyHash {
    /// What made a hash, told from its setting.
    enum Scheme: Equatable, Sendable {
        case bcrypt
        case wordPress
        case sha256
        case sha512
        case yescrypt
        case argon2id(PasswordHash.Cost, lanes: Int, salt: [UInt8])

        /// What WordPress 6.8 writes before bcrypt.
        static let wordPressPrefix = Array("$wp".utf8)
        /// `$2y$10$` and 22 symbols of salt; the verifier follows without a `$`.
        static let bcryptSettingCount = 29

        init?(_ setting: [UInt8]) throws(Refusal) {
            let fields = setting.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
            guard fields.count > 1, fields[0].isEmpty else { return nil }
            guard let reader = Scheme.readers.first(where: { fields[1].elementsEqual($0.prefix.utf8) }) else {
                return nil
            }
            self = try reader.read(Array(fields.dropFirst(2)))
        }

        // swift-format-ignore
        private static let readers: [(prefix: String, read: @Sendable (Fields) throws(Refusal) -> Scheme)] = [
            ("2a",       { fields throws(Refusal) in try bcrypt(fields) }),
            ("2b",       { fields throws(Refusal) in try bcrypt(fields) }),
            ("2y",       { fields throws(Refusal) in try bcrypt(fields) }),
            ("wp",       { fields throws(Refusal) in try wordPress(fields) }),
            ("5",        { fields throws(Refusal) in try sha(fields, as: .sha256) }),
            ("6",        { fields throws(Refusal) in try sha(fields, as: .sha512) }),
            ("y",        { fields throws(Refusal) in try yescrypt(fields) }),
            ("argon2id", { fields throws(Refusal) in try argon2id(fields) }),
        ]

        var name: String {
            switch self {
            case .bcrypt: "bcrypt"
            case .wordPress: "bcrypt as WordPress writes it"
            case .sha256: "SHA-256 crypt"
            case .sha512: "SHA-512 crypt"
            case .yescrypt: "yescrypt"
            case .argon2id: "Argon2id"
            }
        }

        /// Refuses what cannot stand behind such a setting.
        func check(verifier rest: ArraySlice<UInt8>) throws(Refusal) {
            let symbols = rest.first == UInt8(ascii: "$") ? rest.dropFirst() : []
            let isWhole =
                switch self {
                case .bcrypt, .wordPress: rest.count == 31 && rest.allSatisfy(\.isCryptSymbol)
                case .sha256, .yescrypt: symbols.count == 43 && symbols.allSatisfy(\.isCryptSymbol)
                case .sha512: symbols.count == 86 && symbols.allSatisfy(\.isCryptSymbol)
                case .argon2id: Base64.standard.decode(symbols) != nil
                }
            guard isWhole else { throw .malformed(name) }
            // The setting does not tell how long the tag is, and a tag of another length is another one altogether.
            guard case .argon2id = self, let count = Base64.standard.decode(symbols)?.count, count != Argon2id.tagCount
            else { return }
            throw .unsupported("Argon2id with a tag of \(count) bytes instead of \(Argon2id.tagCount)")
        }
    }
}

extension UInt8 {
    /// Whether it is one of the 64 symbols in which crypt(5) writes salts and hashes.
    var isCryptSymbol: Bool {
        switch self {
        case UInt8(ascii: ".")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
