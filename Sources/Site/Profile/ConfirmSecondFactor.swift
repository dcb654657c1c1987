import Authentication
import HTTP
import Secrets

/// Enables the second factor once a code shows that the person's app holds the key.
enum ConfirmSecondFactor {
    static let path: Path = "/my/profile/two-factor/confirm"

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard let pending = try store.pending(of: who, at: request.receivedAt),
            request.form.holds(pending.id, in: "enrolment")
        else { return try nothingPending(request, who, store) }
        guard let code = OneTimeCode(request.form["code"] ?? []) else {
            return try TwoFactor.pendingPage(pending, request, who, store, error: Challenge.mismatch)
        }
        do {
            return try judge(code, pending, request, who, store)
        } catch VaultError.damaged {
            return try TwoFactor.damagedPage(request, who, store)
        }
    }

    private static func judge(
        _ code: OneTimeCode, _ pending: SecondFactor.Pending, _ request: Request, _ who: SignedInUser,
        _ store: borrowing Store
    ) throws -> Response {
        let now = TimeStep(unixSeconds: request.receivedAt.seconds)
        switch pending.confirm(code, key: try store.open(pending, of: who.user), at: now) {
        case .wrongCode(let drift):
            try store.note(.codeRefused, of: who.user.id, by: who.user.id, on: Occasion(request))
            try store.keepClockReading(drift, by: who.user, at: request.receivedAt)
            let isOurs =
                try drift != nil && store.clock(at: request.receivedAt).findings.contains(where: \.refusesCodes)
            return try TwoFactor.pendingPage(
                pending, request, who, store, error: isOurs ? mismatchOfOurs : mismatch(drift))
        case .confirmed(let step):
            return try enable(pending, at: step, request, who, store)
        }
    }

    private static func enable(
        _ pending: SecondFactor.Pending, at step: TimeStep, _ request: Request, _ who: SignedInUser,
        _ store: borrowing Store
    ) throws -> Response {
        let codes = try RecoverySet(for: who.user, vault: store.vault)
        guard let token = try store.enable(pending, at: step, codes, of: who, on: Occasion(request)) else {
            return try nothingPending(request, who, store)
        }
        return TwoFactor.codesPage(
            request, who.holding(codes, since: request.receivedAt), showing: codes,
            "Two-factor authentication is now active. Save your recovery codes — they're shown once."
        )
        .setting(who.site.sessionCookie(token, isKept: who.session.isKept))
        .setting(who.site.browserCookie(store.browserToken(after: token), of: who.user.email))
    }

    /// The post came twice and lands on the card, which says what can be done about the codes; or the key was
    /// thrown away.
    private static func nothingPending(
        _ request: Request, _ who: SignedInUser, _ store: borrowing Store
    ) throws -> Response {
        guard try store.isSecondFactorEnabled(of: who.user) else {
            try store.note(.outOfSequence, of: who.user.id, by: who.user.id, on: Occasion(request), detail: path.text)
            return TwoFactor.notConfiguredPage(
                request, who, status: .conflict,
                notice: Colour.rose.notice("No pending enrollment. Click \"Enable\" to start over"))
        }
        try store.leave(.alreadyEnabled, for: who)
        return try who.redirect(to: TwoFactor.path, store)
    }

    /// Nobody is told to set a phone that most others agree with.
    private static let mismatchOfOurs =
        "\(Challenge.mismatch). This server's clock is wrong, and not your phone's. Ask an administrator to set it."

    /// Says by how much the phone's clock is wrong, when that is why the code did not match.
    private static func mismatch(_ drift: Int?) -> String {
        guard let drift else { return Challenge.mismatch }
        let seconds = abs(drift) * 30
        let amount = [(seconds / 60, "minute"), (seconds % 60, "second")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
        return """
            \(Challenge.mismatch). Your phone's clock is about \(amount) \(drift < 0 ? "slow" : "fast"). \
            Set its time to automatic, then enter the new code.
            """
    }
}
