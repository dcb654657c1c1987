import Authentication
import HTTP
import Secrets

/// The two-factor screen: not configured, pending, or enabled.
enum TwoFactor {
    static let path: Path = "/my/profile/two-factor"

    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard !who.user.hasSecondFactor else { return try enabledPage(request, who, store) }
        guard let enrolment = who.session.enrolment else { return notConfiguredPage(request, who) }
        if request.isView {
            let isFirstView = try store.showEnrolment(enrolment, of: who, at: request.receivedAt)
            if !isFirstView, request.isPageLoad {
                try store.discardEnrolment(of: who, on: Occasion(request))
                return notConfiguredPage(request, who)
            }
        }
        guard let pending = try store.pending(of: who, at: request.receivedAt) else {
            return notConfiguredPage(request, who)
        }
        return try pendingPage(pending, request, who, store)
    }

    static func notConfiguredPage(
        _ request: Request, _ who: SignedInUser, status: Status = .ok, notice: HTML? = nil
    ) -> Response {
        screen(
            request, who, status: status,
            "\(notice)\n\(TwoFactorCard.notConfigured(who, request.returnAddress(who.site)))")
    }

    static func pendingPage(
        _ pending: SecondFactor.Pending, _ request: Request, _ who: SignedInUser, _ store: borrowing Store,
        error: String? = nil
    ) throws -> Response {
        do {
            let key = try store.open(pending, of: who.user)
            let status: Status = error == nil ? .ok : .unprocessable
            return screen(
                request, who, status: status,
                try PendingCard.html(pending, key, who, request.returnAddress(who.site), error: error))
        } catch VaultError.damaged {
            return try damagedPage(request, who, store)
        }
    }

    /// The pending key was changed in the database: it is thrown away, and the person starts over.
    static func damagedPage(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        try store.note(.secretDamaged, of: who.user.id, on: Occasion(request))
        try store.discardEnrolment(of: who, on: Occasion(request))
        return notConfiguredPage(
            request, who, status: .conflict,
            notice: Colour.rose.notice("The key cannot be read any more. Click \"Enable\" to start over"))
    }

    static func enabledPage(
        _ request: Request, _ who: SignedInUser, _ store: borrowing Store, passwordError: String? = nil
    ) throws -> Response {
        let left = try store.recoveryCodesLeft(of: who.user)
        let status: Status = passwordError == nil ? .ok : .unprocessable
        return screen(
            request, who, status: status,
            TwoFactorCard.enabled(who, recoveryCodesLeft: left, passwordError: passwordError))
    }

    /// The card, enabled, below the recovery codes that are shown this once.
    static func codesPage(
        _ request: Request, _ who: SignedInUser, showing codes: RecoverySet, _ notice: HTML
    ) -> Response {
        screen(
            request, who,
            """
            \(Colour.emerald.notice(notice))
            \(RecoveryCodesPanel.html(codes, who, at: request.receivedAt))
            \(TwoFactorCard.enabled(who, recoveryCodesLeft: codes.codes.count, passwordError: nil))
            """)
    }

    private static let policySentence =
        "Two-factor authentication is required by your organisation. Set it up to continue."

    private static func screen(
        _ request: Request, _ who: SignedInUser, status: Status = .ok, _ content: HTML
    ) -> Response {
        let back = request.returnAddress(who.site)
        return Layout.portal(
            "Two-factor authentication", at: path, request, who, status: status, isError: status != .ok,
            "\(reason(who, back))\n\(content)\n\(who.user.hasSecondFactor ? back.map(HandOver.continuation) : nil)")
    }

    /// Why somebody is here who did not come by themselves.
    private static func reason(_ who: SignedInUser, _ back: ReturnAddress?) -> HTML? {
        if who.mustEnrol { return Colour.amber.notice("\(policySentence)") }
        guard let back, !who.user.hasSecondFactor else { return nil }
        return Colour.amber.notice("\(back.site.host) asks for two-factor authentication. Set it up to continue.")
    }
}
