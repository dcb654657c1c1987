extension PasswordHash {
    /// A stored hash without its verifier: everything that is needed to hash a typed password the same way.
    public struct Parameters: Equatable, Sendable {
        public let cost: Cost
        public let key: KeyID
        public let salt: [UInt8]

        static let saltCount = 16

        init(cost: Cost, key: KeyID, salt: [UInt8]) {
            self.cost = cost
            self.key = key
            self.salt = salt
        }

        /// Reads what stands before the last `$` of a stored hash, in the one spelling that we write.
        public init?(_ text: [UInt8]) {
            let fields = text.split(separator: UInt8(ascii: "$"), omittingEmptySubsequences: false)
            guard fields.count == 5, let salt = Base64.standard.decode(fields[4]), salt.count == Parameters.saltCount
            else { return nil }
            let options = fields[3].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard options.count == 4,
                let cost = Cost(
                    parsing: String(decoding: options[0] + [UInt8(ascii: ",")] + options[1], as: UTF8.self)),
                let keyID = Base64.standard.decode(options[3].dropFirst("keyid=".utf8.count)),
                let key = KeyID(bytes: keyID)
            else { return nil }
            self.init(cost: cost, key: key, salt: salt)
            guard self.text == text else { return nil }
        }

        var text: [UInt8] {
            Array("$argon2id$v=19$\(cost.text),p=1,keyid=".utf8) + Base64.standard.encode(key.bytes)
                + [UInt8(ascii: "$")] + Base64.standard.encode(salt)
        }

        /// Made-up parameters for an address that nobody has, so that refusing it takes as long as refusing anybody.
        public static func unknownAccount(cost: Cost, vault: borrowing Vault) -> Parameters {
            Parameters(cost: cost, key: vault.current, salt: [UInt8](repeating: 0, count: saltCount))
        }

        /// Whether a password hashed so should be hashed again, now that it is known in clear.
        public func isBelow(_ cost: Cost, current: KeyID) -> Bool {
            self.cost.memory < cost.memory || self.cost.passes < cost.passes || key != current
        }
    }
}
