import Authentication
import HTTP

/// What the organisation requires of everybody: **Admin → Settings → Security**.
enum SecuritySettings {
    static let path: Path = "/admin/settings/security"

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        page(request, who, SecurityPolicyForm(try store.policy()))
    }

    /// Saves what sends nobody to enrolment at once; anything else is shown first and applied by a second post.
    static func submit(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let typed = SecurityPolicyForm(request.form)
        let old = try store.policy()
        guard let new = typed.policy(changing: old) else {
            return page(
                request, who, typed,
                lifetimeError: "Enter \(SecurityPolicy.Setting.sessionLifetime.values).")
        }
        let change = try store.change(from: old, to: new)
        let isShown = request.form.holds(change.fingerprint, in: "shown")
        guard isShown || change.peopleToEnrol == 0 && request.form["shown"] == nil else {
            return PolicyPreview.page(change, request, who, isRepeated: request.form["shown"] != nil)
        }
        guard try store.apply(change, by: who.author, on: Occasion(request)) else {
            return PolicyPreview.page(try store.change(from: store.policy(), to: new), request, who, isRepeated: true)
        }
        try store.leave(.settingsSaved, for: who.signedIn)
        return .redirect(to: path)
    }

    private static func page(
        _ request: Request, _ who: Administrator, _ form: SecurityPolicyForm, lifetimeError: String? = nil
    ) -> Response {
        Layout.portal(
            "Security", at: path, request, who.signedIn, status: lifetimeError == nil ? .ok : .unprocessable,
            isError: lifetimeError != nil,
            """
            <p class="hint">Admin → Settings → Security</p>
            <section class="card" aria-labelledby="policy">
            <header class="card-header"><h2 id="policy">Two-factor authentication and sessions</h2></header>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))
            \(form.html(lifetimeError: lifetimeError))
            <button class="button primary">Save changes</button>
            </form>
            </section>
            """)
    }
}
