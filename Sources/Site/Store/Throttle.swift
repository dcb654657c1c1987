import Authentication
import HTTP
import Secrets

/// Something that may fail only so often, whichever worker, host, session or address it is tried through.
struct Throttle {
    enum Kind: String {
        case codes
        case password
        case network
    }

    let kind: Kind
    let id: [UInt8]

    /// The codes of an account, of the app and of the recovery set alike, as they are tried in one known browser, or in all
    /// others together.
    static func codes(of account: Int64, in browser: [UInt8]?) -> Throttle {
        Throttle(.codes, bigEndianBytes(account), browser)
    }

    /// The password of whoever has this address, also if nobody has.
    static func password(of email: EmailAddress, in browser: [UInt8]?) -> Throttle {
        Throttle(.password, email.bytes, browser)
    }

    /// All passwords that are tried from one place.
    static func passwords(from address: [UInt8]) -> Throttle {
        Throttle(.network, Network(of: address).bytes, nil)
    }

    /// When a failure of `now` does not matter any more.
    func end(at now: Instant) -> Instant { now.advanced(bySeconds: kind.allowance.memory) }

    private init(_ kind: Kind, _ subject: [UInt8], _ browser: [UInt8]?) {
        self.kind = kind
        id = sha256(lengthPrefixed([Array(kind.rawValue.utf8), subject, browser ?? []]))
    }
}

extension Throttle.Kind {
    var allowance: Allowance {
        switch self {
        case .codes: .codes
        case .password: .passwords
        case .network: .network
        }
    }

    /// A success says nothing about what others try from the same place.
    var isClearedBySuccess: Bool { self != .network }

    /// What is written down when no further try is allowed.
    var event: Event {
        switch self {
        case .codes: .codesBlocked
        case .password: .passwordBlocked
        case .network: .networkBlocked
        }
    }
}

/// A try that counts as failed from before it is judged, so that requests at the same instant cannot share one.
struct Attempt {
    let throttles: [Throttle]
    let at: Instant
    /// What allows no further try after this one, and until when.
    let fills: [(throttle: Throttle, until: Instant)]
}

enum Reservation {
    case attempt(Attempt)
    case blocked(by: Throttle.Kind, until: Instant)
}
