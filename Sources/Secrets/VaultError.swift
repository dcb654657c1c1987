/// Why something of the database cannot be read or checked with the keys of this host.
public enum VaultError: Error, Equatable, CustomStringConvertible {
    /// Something was made with a key that the key ring does not have.
    case unknownKey(KeyID)
    /// A sealed secret was changed, or belongs to somebody else.
    case damaged

    public var description: String {
        switch self {
        case .unknownKey(let key): "the key ring has no key \(key.rawValue), which the database still needs"
        case .damaged: "a sealed secret does not open: it was changed, or moved from another row"
        }
    }
}
