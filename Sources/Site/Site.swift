public import HTTP
public import Logging

import MariaDB

/// The whole product: a request in, a response out. It knows nothing of sockets.
public struct Site: ~Copyable {
    private var store: Store
    private let identity: SiteIdentity
    /// When the keys were looked at last; not before the database was seen to be ours, as a worker may be there first.
    private var keysTakenUpAt: Instant?

    public init(_ identity: SiteIdentity, _ store: consuming Store) {
        self.identity = identity
        self.store = store
    }

    /// Answers a request; what goes wrong inside is logged here, and told in one page.
    public mutating func respond(to request: Request) -> Response {
        store.turnedTo = .now
        do {
            if !request.isAboutPool { try takeUpKeys(at: request.receivedAt) }
            return try answer(request)
        } catch let error as MariaDBError where error.code.isTemporary || error.code == .raised {
            // What a routine of the vault refuses was made under a key that has just been retired.
            store.log.error("request", metadata: request.describing(error))
            return ErrorPage.response(.serviceUnavailable, to: request, identity).retryingSoon()
        } catch let error as CommitUnknown {
            store.log.error("request", metadata: request.describing(error))
            return ErrorPage.response(.serviceUnavailable, to: request, identity).retryingSoon()
        } catch let error as MissingKey {
            store.log.critical("request", metadata: request.describing(error))
            return ErrorPage.response(.serviceUnavailable, to: request, identity).retryingSoon()
        } catch let error as ClockIsWrong {
            store.log.critical("request", metadata: request.describing(error))
            return ErrorPage.response(.serviceUnavailable, to: request, identity).retryingSoon()
        } catch {
            store.log.critical("request", metadata: request.describing(error))
            return ErrorPage.response(.internalError, to: request, identity)
        }
    }

    /// Hears of `requests` that have arrived together and are answered next, so that what they have in common is done once.
    public mutating func lookAhead(to requests: [Request]) {
        // Before its first answer it has not seen yet that the database is ours.
        if keysTakenUpAt != nil { store.lookAhead(to: requests) }
    }

    /// Looks at most once a second which keys there are: they are changed while people sign in.
    private mutating func takeUpKeys(at now: Instant) throws {
        if let last = keysTakenUpAt {
            guard abs(now.microseconds - last.microseconds) >= 1_000_000 else { return }
            try store.takeUpKeys()
        } else {
            try store.check()
        }
        keysTakenUpAt = now
    }

    /// Answers what was no request.
    public borrowing func respond(to malformed: MalformedRequest) -> Response {
        let status: Status =
            switch malformed {
            case .path, .form, .cutShort: .badRequest
            case .mediaType: .unsupportedMediaType
            case .tooLarge: .contentTooLarge
            }
        return ErrorPage.response(status, identity)
    }

    private borrowing func answer(_ request: Request) throws -> Response {
        // A site looks for one cookie, and a doubled one is none.
        let audience = request.audience
        if audience != .sites, request.cookies.isDoubled(identity.isOwnCookie) {
            return ErrorPage.response(.badRequest, to: request, identity)
        }
        let method = request.method == .head ? .get : request.method
        var others: [Method] = []
        for route in routes where route.audience == audience && route.address.matches(request.path) {
            if route.method == method { return try route.answer(request, store, identity) }
            others.append(route.method)
        }
        if others.isEmpty { return try refuse(.notFound, request) }
        var response = try refuse(.methodNotAllowed, request)
        response.set("Allow", others.map { $0 == .get ? "GET, HEAD" : $0.name }.joined(separator: ", "))
        return response
    }

    /// Answers what has no screen. That is a page all the same: a policy binds here too, and it leaves an enrolment.
    private borrowing func refuse(_ status: Status, _ request: Request) throws -> Response {
        guard request.isPageLoad, !request.isOperators, var who = try store.signedInUser(request, identity) else {
            return ErrorPage.response(status, to: request, identity)
        }
        if who.mustEnrol { return .redirect(to: TwoFactor.path) }
        try store.leaveEnrolment(&who, request)
        return try store.announcing(who, request) { ErrorPage.response(status, to: request, $0) }
    }
}

extension Request {
    /// The address for a log, without what a one-time link holds.
    public var loggedPath: String {
        path.bytes.starts(with: Activation.prefix.utf8) ? Activation.prefix + "-" : path.text
    }

    /// How much the log is told of it. A check is told by nginx already, with the request that it was made for.
    public var logLevel: Logger.Level { path == Check.path ? .debug : .info }

    /// Whether the operator asks how the pool does. That is told while the database is away, too.
    fileprivate var isAboutPool: Bool {
        isOperators && routes.contains { $0.isAboutPool && $0.address.matches(path) }
    }

    /// What an operator needs to find the fault: never a value that came with the request.
    func describing(_ error: any Error) -> Logger.Metadata {
        ["error": "\(error)", "path": "\(loggedPath)", "request": "\(String(decoding: id, as: UTF8.self))"]
    }
}

extension Response {
    fileprivate func retryingSoon() -> Response {
        var response = self
        response.set("Retry-After", "2")
        return response
    }
}
