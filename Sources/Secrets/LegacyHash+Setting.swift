extension LegacyHash {
    /// A hash without its verifier: everything that is needed to hash a typed password the same way (crypt(5)).
    public struct Setting: Equatable, Sendable {
        let text: [UInt8]
        let scheme: Scheme

        init?(_ text: some Collection<UInt8>) throws(Refusal) {
            self.text = Array(text)
            guard let scheme = try Scheme(self.text) else { return nil }
            self.scheme = scheme
        }

        /// Reads what the database hands out; `nil` for a hash of ours, and for what no import would have taken.
        public init?(stored text: [UInt8]) {
            do {
                try self.init(text)
            } catch {
                return nil
            }
        }

        /// Hashes a typed password as the stored one was; the database compares the two and never shows its own.
        /// `nil` for what is never right: what the other system could not have taken, and what is longer than libcrypt
        /// is given here.
        public func hash(of password: [UInt8]) -> LegacyHash? {
            switch scheme {
            case .argon2id(let cost, let lanes, let salt):
                let tag = Argon2id.tag(of: password, salt: salt, cost: cost, lanes: lanes).withSpan { tag in
                    Base64.standard.encode(tag.indices.map { tag[$0] })
                }
                return LegacyHash(computed: text + [UInt8(ascii: "$")] + tag)
            case _ where password.count > Scheme.longestPassword:
                return nil
            case .bcrypt, .sha256, .sha512, .yescrypt:
                return Crypt.hash(of: password, as: text).map(LegacyHash.init(computed:))
            case .wordPress:
                let prefix = Scheme.wordPressPrefix
                return Crypt.hash(of: WordPress.digest(of: password), as: Array(text.dropFirst(prefix.count)))
                    .map { LegacyHash(computed: prefix + $0) }
            }
        }
    }
}

/// WordPress 6.8 gives bcrypt a digest of the password, in which every byte counts.
private enum WordPress {
    static func digest(of password: [UInt8]) -> [UInt8] {
        Base64.standard.encode(HMAC.sha384(password.span, key: Array("wp-sha384".utf8).span))
    }
}
