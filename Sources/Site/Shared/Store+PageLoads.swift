import Authentication
import HTTP

/// What happens besides when somebody who is signed in opens a page.
extension Store {
    /// Throws a pending key away when its owner opens another page.
    borrowing func leaveEnrolment(_ who: inout SignedInUser, _ request: Request) throws {
        guard who.session.enrolment != nil else { return }
        try discardEnrolment(of: who, on: Occasion(request))
        who.session.enrolment = nil
    }

    /// Has `screen` answer with what the session and the account's owner have to be told above it.
    ///
    /// They are told by a page that is there to be seen; a redirect or a download leaves it to the next one.
    borrowing func announcing(
        _ who: SignedInUser, _ request: Request, _ screen: (SignedInUser) throws -> Response
    ) throws -> Response {
        guard request.isView, who.isToBeTold || who.session.notice != nil else { return try screen(who) }
        var told = who
        let untold = who.isToBeTold ? try accountNotices(of: who.user) : []
        told.announcements += untold.map { $0.html(for: who.user, at: request.receivedAt) }
        if let notice = who.session.notice { told.announcements.append(try notice.html(for: who.user, self)) }
        let response = try screen(told)
        guard response.isPage else { return response }
        for notice in untold { try settle(notice, of: who.user) }
        if let notice = who.session.notice { try settle(notice, of: who.session) }
        return response
    }
}
