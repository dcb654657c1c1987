/// A password as another system hashed it. It is kept as it is until the password itself is typed, and hashed by us
/// from then on.
public struct LegacyHash: Sendable, CustomReflectable {
    /// As the other system wrote it, which is as the database holds it.
    public let text: [UInt8]

    /// Reads a hash, and refuses one that cannot be verified here or should not be.
    ///
    /// A number before it, as Nextcloud writes one (`3|$argon2id$…`), is not a part of it.
    public init(_ typed: [UInt8]) throws(Refusal) {
        let text = LegacyHash.withoutNumber(typed)
        guard let setting = try Setting(text.prefix(LegacyHash.settingCount(of: text))) else {
            throw Refusal(ofUnknown: text)
        }
        try setting.scheme.check(verifier: text.dropFirst(setting.text.count))
        self.text = text
    }

    /// The hash that libcrypt or libargon2 has computed.
    init(computed text: [UInt8]) {
        self.text = text
    }

    /// Prints as nothing, so that no log can hold it.
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    private static func withoutNumber(_ typed: [UInt8]) -> [UInt8] {
        guard typed.count > 2, typed[0] == UInt8(ascii: "1") || typed[0] == UInt8(ascii: "3"),
            typed[1] == UInt8(ascii: "|")
        else { return typed }
        return Array(typed.dropFirst(2))
    }

    /// How much of a hash is not the verifier: what stands before the last `$`, but in bcrypt the salt too. The
    /// database's routine `password_parameters` cuts at the same place.
    private static func settingCount(of text: [UInt8]) -> Int {
        let prefix = text.starts(with: Scheme.wordPressPrefix) ? Scheme.wordPressPrefix.count : 0
        if text.dropFirst(prefix).starts(with: "$2".utf8) { return prefix + Scheme.bcryptSettingCount }
        return text.lastIndex(of: UInt8(ascii: "$")) ?? 0
    }
}
