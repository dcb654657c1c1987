import Authentication
import HTTP
import MariaDB
import Secrets

/// A browser in which somebody is signed in.
struct SignedInBrowser {
    let lineage: [UInt8]
    let startedAt: Instant
    let lastSeenAt: Instant
    let address: [UInt8]
    let userAgent: [UInt8]
    let hasPassedSecondFactor: Bool

    init(_ row: Row) {
        lineage = row.bytes("lineage")
        startedAt = Instant(microseconds: row.integer("started_at"))
        lastSeenAt = Instant(microseconds: row.integer("last_seen_at"))
        address = row.bytes("address")
        userAgent = row.bytes("user_agent")
        hasPassedSecondFactor = row.textIfPresent("second_factor") != nil
    }
}

/// Something that happened to an account, as its owner reads it.
struct PastEvent {
    let at: Instant
    let event: Event
    let address: [UInt8]

    /// `nil` for an event of a newer version.
    init?(_ row: Row) {
        guard let event = Event(rawValue: row.text("event")) else { return nil }
        at = Instant(microseconds: row.integer("at"))
        self.event = event
        address = row.bytes("address")
    }
}

extension Store {
    /// Up to 50 browsers, the one used last first.
    borrowing func browsers(of user: User, at now: Instant) throws -> [SignedInBrowser] {
        try rows(.listSessions, .integer(user.id), Value(now), Value(now)).map(SignedInBrowser.init)
    }

    /// Ends one session of the person's own; nothing happens if it is somebody else's or over.
    borrowing func endSession(_ lineage: [UInt8], of who: SignedInUser, on occasion: Occasion) throws {
        _ = try record(.sessionEnded, of: who.user.id, by: who.user.id, on: occasion) {
            try change(.endOneSession, .bytes(lineage), .integer(who.user.id)) == 1 ? true : nil
        }
    }

    /// Ends every session of the person's but this one.
    borrowing func endOtherSessions(of who: SignedInUser, on occasion: Occasion) throws {
        _ = try record(.otherSessionsEnded, of: who.user.id, by: who.user.id, on: occasion) {
            try change(.endOtherSessions, .integer(who.user.id), .bytes(who.session.token.hash)) > 0 ? true : nil
        }
    }

    /// The last ten things that happened to the account.
    borrowing func recentEvents(of user: User) throws -> [PastEvent] {
        try rows(.recentEvents, .integer(user.id)).compactMap(PastEvent.init)
    }

    /// Sets another password, ends the other sessions and renews this one; `false` if this one is over, or went on
    /// under another cookie.
    borrowing func changePassword(to password: [UInt8], of who: SignedInUser, on occasion: Occasion) throws -> Bool {
        let hash = PasswordHash(of: password, cost: passwordCost, vault: vault)
        let token = renewedToken(of: who)
        let done: Bool? = try record(.passwordChanged, of: who.user.id, by: who.user.id, on: occasion) {
            _ = try rows(.lockAccount, .integer(who.user.id))
            guard
                try change(
                    .renewCookie, .bytes(token.hash), .text(Notice.passwordChanged.rawValue),
                    .bytes(who.session.token.hash)) == 1
            else { return nil }
            _ = try isDone(.setPassword, .integer(who.user.id), .bytes(hash.text))
            try forgetCodes(of: who.user.id)
            try endEverything(before: token, of: who.user)
            try change(.endChallenges, .integer(who.user.id))
            try change(.endActivation, .integer(who.user.id))
            try forgetBrowsers(of: who.user, butThatOf: token, at: occasion.at)
            return true
        }
        return done ?? false
    }
}
