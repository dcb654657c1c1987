import Authentication
import HTTP
import MariaDB
import Secrets

/// What was proved when a session began.
enum Proof {
    case password
    case totp
    case recoveryCode
}

extension Store {
    /// Who is signed in with the session cookie `token`; nobody if it is over. Counts as activity.
    borrowing func signedIn(
        with token: Token, at now: Instant
    ) throws -> (user: User, session: Session, policy: SecurityPolicy, isToBeTold: Bool)? {
        let row = try rows(
            .findSession, .integer(now.advanced(bySeconds: -Store.enrolmentSeconds).microseconds), .bytes(token.hash),
            .integer(now.microseconds), .integer(now.microseconds)
        ).first
        guard let row else { return nil }
        let session = Session(row, token)
        if session.lastSeenAt < now.advanced(bySeconds: -60) {
            try change(
                .sessionSeen, .integer(now.microseconds), .bytes(token.hash),
                .integer(now.advanced(bySeconds: -60).microseconds))
        }
        return (User(row), session, SecurityPolicy(row), row.integer("is_to_be_told") == 1)
    }

    /// Starts a session whose cookie is `token`, in place of the one that the browser had before.
    ///
    /// A new cookie is made every time someone gains rights, so an old one never gains any.
    borrowing func startSession(
        _ token: Token, for user: User, isKept: Bool, proof: Proof, replacing earlier: EarlierCookies,
        on occasion: Occasion
    ) throws {
        let now = Value(occasion.at)
        try change(.signedIn, now, .integer(user.id))
        let factor: Value =
            switch proof {
            case .password: .null
            case .totp: .text("totp")
            case .recoveryCode: .text("recovery-code")
            }
        let notice = proof == .recoveryCode ? Notice.recoveryCodeUsed : nil
        if let session = earlier.session { try change(.endSession, .bytes(session.hash)) }
        try change(
            .startSession, .bytes(token.hash), .bytes(randomBytes(16)), .integer(user.id), now, now,
            .integer(occasion.at.advanced(bySeconds: Store.longestSession(isKept: isKept)).microseconds),
            .integer(isKept ? 1 : 0), factor, factor == .null ? .null : now, .bytes(occasion.address),
            .bytes(occasion.userAgent), notice.map { .text($0.rawValue) } ?? .null)
        try change(.endOldestSessions, .integer(user.id), .integer(user.id))
        try remember(browserOf: token, of: user, replacing: earlier.browser, at: occasion.at)
    }

    /// Signs in somebody whose password was right, in `attempt`, and who has no second factor.
    ///
    /// `nil` if the account got one, was disabled, or got another password at the same instant.
    borrowing func signIn(
        _ user: User, by hash: PasswordHash, _ attempt: Attempt, isKept: Bool, replacing earlier: EarlierCookies,
        on occasion: Occasion
    ) throws -> Token? {
        let token = Token.random()
        return try record(.signedIn, of: user.id, by: user.id, on: occasion) {
            guard try !rows(.lockEnabledAccount, .integer(user.id)).isEmpty,
                try isCurrent(hash, of: user.id), try !isSecondFactorEnabled(of: user)
            else { return nil }
            try succeed(attempt)
            try startSession(
                token, for: user, isKept: isKept, proof: .password, replacing: earlier, on: occasion)
            return token
        }
    }

    borrowing func signOut(_ who: SignedInUser, on occasion: Occasion) throws {
        _ = try record(.signedOut, of: who.user.id, by: who.user.id, on: occasion) {
            try change(.endSession, .bytes(who.session.token.hash)) == 1 ? true : nil
        }
    }

    /// Gives the session a new cookie, with `notice` for the next page; `false` if the session is over.
    borrowing func renewSession(
        of who: SignedInUser, as token: Token, hasSecondFactor: Bool, notice: Notice?, at now: Instant
    ) throws -> Bool {
        try change(
            .renewSession, .bytes(token.hash), hasSecondFactor ? .text("totp") : .null,
            hasSecondFactor ? Value(now) : .null, notice.map { .text($0.rawValue) } ?? .null,
            .bytes(who.session.token.hash)) == 1
    }

    /// Gives a session whose owner's role was changed another cookie, so that an old one gains no rights; `nil` if another
    /// page of the browser got it.
    borrowing func renewOutdatedSession(of who: SignedInUser) throws -> Token? {
        let token = who.session.token.derived("role", vault: vault)
        return try change(.renewOutdatedSession, .bytes(token.hash), .bytes(who.session.token.hash)) == 1 ? token : nil
    }

    /// Ends the other sessions of whoever has just got the cookie `token`, and takes the passes of all sites away, which would
    /// say what was true before.
    borrowing func endEverything(before token: Token, of user: User) throws {
        try change(.endOtherSessions, .integer(user.id), .bytes(token.hash))
        try change(.endSiteSessions, .integer(user.id))
    }

    /// Whether there is a session with the cookie `token`.
    borrowing func isSession(_ token: Token) throws -> Bool {
        try isDone(.existsSession, .bytes(token.hash))
    }

    /// The session that has followed from `token`, whichever key was current then, for a post that comes twice.
    borrowing func session(following token: Token, _ label: StaticString) throws -> Token? {
        try token.successors(label, vault: vault).first { try isSession($0) }
    }

    /// Has the next page of the session say `notice` once.
    borrowing func leave(_ notice: Notice, for who: SignedInUser) throws {
        _ = try connection.transaction {
            try change(.leaveNotice, .text(notice.rawValue), .bytes(who.session.lineage))
        }
    }

    /// Removes `notice`, which was said, unless another has taken its place.
    borrowing func settle(_ notice: Notice, of session: Session) throws {
        try change(.settleNotice, .bytes(session.token.hash), .text(notice.rawValue))
    }

    /// How long a session can last at most, in seconds.
    static func longestSession(isKept: Bool) -> Int64 { isKept ? 30 * 86_400 : 86_400 }
}
