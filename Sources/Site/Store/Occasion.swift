public import HTTP

/// When and from where something is done, for the audit log.
public struct Occasion: Sendable {
    let at: Instant
    let address: [UInt8]
    let userAgent: [UInt8]
    let requestID: [UInt8]

    init(_ request: Request) {
        at = request.receivedAt
        address = Array(request.address.prefix(45))
        userAgent = Array(request.userAgent.prefix(255))
        requestID = Array(request.id.prefix(32))
    }

    private init(at: Instant, address: [UInt8]) {
        self.at = at
        self.address = address
        userAgent = []
        requestID = []
    }

    /// The server itself, which found its clock to have been wrong.
    static func clock(at now: Instant) -> Occasion {
        Occasion(at: now, address: Array("clock".utf8))
    }

    /// Somebody at the server's own command line.
    public static func commandLine(at now: Instant) -> Occasion {
        Occasion(at: now, address: Array("command-line".utf8))
    }
}
