import HTTP

/// Replaces the recovery codes by new ones, after asking.
enum RegenerateRecoveryCodes {
    static let path: Path = "/my/profile/two-factor/recovery-codes"
    static let question = "Generate new recovery codes? Old codes will stop working immediately."

    static func show(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) -> Response {
        guard who.user.hasSecondFactor else { return .redirect(to: TwoFactor.path) }
        return Layout.portal(
            "Regenerate recovery codes", at: path, request, who,
            """
            <section class="card">
            <p class="question">\(question)</p>
            <div class="actions">
            \(form(who))
            <form method="get" action="/my/profile/two-factor"><button class="button">Cancel</button></form>
            </div>
            </section>
            """)
    }

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        guard let old = who.user.secondFactor?.recoverySet else { return .redirect(to: TwoFactor.path) }
        guard request.form.holds(old, in: "set") else { return try alreadyReplaced(who, store) }
        let codes = try RecoverySet(for: who.user, vault: store.vault)
        guard try store.replaceRecoveryCodes(old, with: codes, of: who, on: Occasion(request)) else {
            return try alreadyReplaced(who, store)
        }
        return TwoFactor.codesPage(
            request, who.holding(codes, since: request.receivedAt), showing: codes,
            "Your old recovery codes no longer work. Save the new ones — they're shown once.")
    }

    private static func alreadyReplaced(_ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        try store.leave(.codesReplaced, for: who)
        return .redirect(to: TwoFactor.path)
    }

    /// Says which set it replaces, so that pressing twice does not replace the new one again.
    static func form(_ who: SignedInUser) -> HTML {
        """
        <form method="post" action="/my/profile/two-factor/recovery-codes" data-in-place>\(who.forms.field(for: path))\
        <input type="hidden" name="set" value="\(hexadecimal(who.user.secondFactor?.recoverySet ?? []))">\
        <button class="button primary">Generate new codes</button></form>
        """
    }
}
