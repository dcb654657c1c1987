import Authentication
import HTTP

/// What the organisation requires of everybody: **Admin → Settings → Security**.
enum SecuritySettings {
    static let path: Path = "/admin/settings/security"

    static func show(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let policy = try store.policy()
        return page(request, who, SecurityPolicyForm(policy), madeFrom: policy)
    }

    /// Saves what sends nobody to enrolment at once; anything else is shown first and applied by a second post.
    static func submit(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let typed = SecurityPolicyForm(request.form)
        let old = try store.policy()
        guard let new = typed.policy(changing: old) else {
            return page(
                request, who, typed, madeFrom: old,
                lifetimeError: "Enter \(SecurityPolicy.Setting.sessionLifetime.values).")
        }
        if new == old { return try saved(who, store) }
        if let seen = request.form["seen"], !seen.elementsEqual(hexadecimal(old.fingerprint).utf8),
            request.form["shown"] == nil
        {
            return page(request, who, typed, madeFrom: old, isOutdated: true)
        }
        let change = try store.change(from: old, to: new)
        let isShown = request.form.holds(change.fingerprint, in: "shown")
        guard isShown || change.peopleToEnrol == 0 && request.form["shown"] == nil else {
            return PolicyPreview.page(change, request, who, isRepeated: request.form["shown"] != nil)
        }
        guard try store.apply(change, by: who.author, on: Occasion(request)) else {
            let present = try store.policy()
            // The same post, a moment earlier.
            if present == new { return try saved(who, store) }
            return PolicyPreview.page(try store.change(from: present, to: new), request, who, isRepeated: true)
        }
        return try saved(who, store)
    }

    private static func saved(_ who: Administrator, _ store: borrowing Store) throws -> Response {
        try store.leave(.settingsSaved, for: who.signedIn)
        return .redirect(to: path)
    }

    private static func page(
        _ request: Request, _ who: Administrator, _ form: SecurityPolicyForm, madeFrom policy: SecurityPolicy,
        lifetimeError: String? = nil, isOutdated: Bool = false
    ) -> Response {
        let isError = lifetimeError != nil || isOutdated
        return Layout.portal(
            "Security", at: path, request, who.signedIn, status: isError ? .unprocessable : .ok, isError: isError,
            """
            <p class="hint">Admin → Settings → Security</p>
            \(isOutdated ? outdated(policy) : nil)
            <section class="card" aria-labelledby="policy">
            <header class="card-header"><h2 id="policy">Two-factor authentication and sessions</h2></header>
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))
            <input type="hidden" name="seen" value="\(hexadecimal(policy.fingerprint))">
            \(form.html(lifetimeError: lifetimeError))
            <button class="button primary">Save changes</button>
            </form>
            </section>
            """)
    }

    private static func outdated(_ policy: SecurityPolicy) -> HTML {
        let settings = SecurityPolicy.Setting.allCases.map { "\($0.rawValue) \(policy[$0])" }.joined(separator: ", ")
        return Colour.rose.notice(
            """
            Somebody else changed the settings after you opened this page: \(settings). Nothing of yours is saved yet. \
            Check what you chose, and save it again.
            """)
    }
}
