/// The fields of each scheme, in the one spelling that its own tools write. Their work is bounded, and so is what is
/// typed: whatever was imported, no sign-in takes more than two seconds or 128 MiB for it.
extension LegacyHash.Scheme {
    typealias Refusal = LegacyHash.Refusal
    typealias Fields = [ArraySlice<UInt8>]

    /// What is longer is never right where libcrypt computes: SHA crypt takes it all in again in every round, and 656,000
    /// rounds of 511 bytes take 2.5 seconds.
    static let longestPassword = 128

    private static let bcryptCosts = 4...14
    /// 656,000 is what Ansible writes.
    private static let rounds = 1_000...656_000
    /// As crypt_gensalt(3) spells them, up to 64 MiB; `j9T` is Debian's.
    private static let yescryptCosts = ["j75", "j85", "j7T", "j8T", "j9T", "jAT", "jBT"]
    private static let lanes = 1...16
    private static let mostMemory = 131_072
    /// In KiB times passes.
    private static let mostWork = 1_048_576

    static func bcrypt(_ fields: Fields) throws(Refusal) -> Self {
        // Of the salt's last symbol two bits count; libcrypt writes the others as zeros.
        guard fields.count == 2, fields[0].count == 2, let cost = Decimal.value(fields[0]), fields[1].count == 22,
            fields[1].allSatisfy(\.isCryptSymbol), let last = fields[1].last, ".Oeu".utf8.contains(last)
        else { throw .malformed("bcrypt") }
        guard bcryptCosts.contains(cost) else { throw .tooMuchWork("bcrypt", allowed: "a cost of 4 to 14") }
        return .bcrypt
    }

    static func wordPress(_ fields: Fields) throws(Refusal) -> Self {
        guard fields.first?.elementsEqual("2y".utf8) == true else { throw .malformed("bcrypt as WordPress writes it") }
        _ = try bcrypt(Array(fields.dropFirst()))
        return .wordPress
    }

    static func sha(_ fields: Fields, as scheme: Self) throws(Refusal) -> Self {
        guard let salt = fields.last, (1...16).contains(salt.count), salt.allSatisfy(\.isCryptSymbol) else {
            throw .malformed(scheme.name)
        }
        switch fields.count {
        case 1: return scheme
        case 2:
            guard let count = number("rounds=", fields[0]) else { throw .malformed(scheme.name) }
            guard rounds.contains(count) else { throw .tooMuchWork(scheme.name, allowed: "1,000 to 656,000 rounds") }
            return scheme
        default: throw .malformed(scheme.name)
        }
    }

    static func yescrypt(_ fields: Fields) throws(Refusal) -> Self {
        guard fields.count == 2, (1...86).contains(fields[1].count), fields[1].allSatisfy(\.isCryptSymbol) else {
            throw .malformed("yescrypt")
        }
        guard yescryptCosts.contains(where: { fields[0].elementsEqual($0.utf8) }) else {
            throw .tooMuchWork("yescrypt", allowed: "a cost of 1 to 7 (\(yescryptCosts.joined(separator: ", ")))")
        }
        return .yescrypt
    }

    static func argon2id(_ fields: Fields) throws(Refusal) -> Self {
        guard fields.count == 3, fields[0].elementsEqual("v=19".utf8), let salt = Base64.standard.decode(fields[2]),
            (8...64).contains(salt.count)
        else { throw .malformed("Argon2id") }
        let options = fields[1].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        guard options.count == 3, let memory = number("m=", options[0]), let passes = number("t=", options[1]),
            let count = number("p=", options[2])
        else { throw .malformed("Argon2id") }
        guard lanes.contains(count), (8 * count...mostMemory).contains(memory), (1...mostWork / memory).contains(passes)
        else {
            throw .tooMuchWork("Argon2id", allowed: "m up to \(mostMemory), m × t up to \(mostWork), p up to 16")
        }
        return .argon2id(.init(memory: memory, passes: passes), lanes: count, salt: salt)
    }

    /// The number after `name`, in digits that no other spelling has.
    private static func number(_ name: String, _ field: ArraySlice<UInt8>) -> Int? {
        guard field.starts(with: name.utf8), let value = Decimal.value(field.dropFirst(name.utf8.count)),
            field.elementsEqual("\(name)\(value)".utf8)
        else { return nil }
        return value
    }
}
