/// Whether somebody without a session gets in at an address.
public enum Door: Equatable, Sendable {
    case shut
    case open

    /// Only the way to the sign-in, a refusal, and an error of the server's keep people out. All else comes from what
    /// should be behind the gate, even a page that says that nothing is there.
    public init(_ answer: WebAnswer, signIn: String) {
        switch answer.status {
        case 302, 303: self = Door.leads(answer.location ?? [], to: Array(signIn.utf8)) ? .shut : .open
        case 401, 403, 500...599: self = .shut
        default: self = .open
        }
    }

    private static func leads(_ location: [UInt8], to signIn: [UInt8]) -> Bool {
        location.starts(with: signIn)
            && (location.count == signIn.count || location[signIn.count] == UInt8(ascii: "?"))
    }
}
