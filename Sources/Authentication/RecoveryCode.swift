public import Secrets

/// A code that signs in once, in place of a lost phone: 40 random bits, written `XXXX-XXXX`.
public struct RecoveryCode: Sendable, CustomReflectable {
    private let symbols: [UInt8]

    /// How many codes a person has.
    public static let count = 8

    /// 32 symbols, five bits each, none of which looks like another.
    static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)
    private static let length = 8

    /// Reads what a person typed: lower case, spaces and a forgotten hyphen are no mistakes.
    public init?(_ typed: some Sequence<UInt8>) {
        let symbols = typed.lazy
            .filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
            .map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) ? $0 - 0x20 : $0 }
        self.symbols = Array(symbols)
        guard self.symbols.count == RecoveryCode.length, self.symbols.allSatisfy(RecoveryCode.alphabet.contains) else {
            return nil
        }
    }

    private init(symbols: [UInt8]) {
        self.symbols = symbols
    }

    public static func random() -> RecoveryCode {
        let symbols = Secret.random(count: length).withSpan { bytes in
            bytes.indices.map { alphabet[Int(bytes[$0] & 31)] }
        }
        return RecoveryCode(symbols: symbols)
    }

    /// A full set, in which no code comes twice.
    public static func newSet() -> [RecoveryCode] {
        var set: [RecoveryCode] = []
        while set.count < count {
            let code = random()
            if !set.contains(where: { isEqualInConstantTime($0.symbols, code.symbols) }) { set.append(code) }
        }
        return set
    }

    /// For the page that shows it once.
    public var text: String {
        String(decoding: symbols.prefix(4) + [UInt8(ascii: "-")] + symbols.suffix(4), as: UTF8.self)
    }

    /// What is stored: slow to make, of no use to another account, and useless without the server's key.
    ///
    /// The codes of a set share its `salt`, so that one hash finds out whether any of them was typed.
    public func hash(
        account: Int64, salt: [UInt8], key: KeyID, vault: borrowing Vault
    ) throws(VaultError) -> [UInt8] {
        try vault.slowMAC(
            symbols + bigEndianBytes(account), salt: salt, cost: .floor, for: .recoveryCode, under: key)
    }

    /// Prints as nothing, so that no log can hold it.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
