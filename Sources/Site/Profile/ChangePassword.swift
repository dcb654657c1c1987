import Authentication
import HTTP

/// Sets another password, after the current one.
enum ChangePassword {
    static let path: Path = "/my/profile/password"

    /// What was wrong with each of the two fields.
    struct Errors {
        var current: String?
        var new: String?
    }

    static func submit(_ request: Request, _ who: SignedInUser, _ store: borrowing Store) throws -> Response {
        let new = request.form["new-password"] ?? []
        if let refusal = try store.refusal(of: new, for: who.user.email, name: who.user.name) {
            return try Profile.page(request, who, store, passwordErrors: Errors(new: refusal.sentence))
        }
        switch try store.judgeCurrentPassword(of: who, request) {
        case .right:
            let isDone = try store.changePassword(to: new, of: who, on: Occasion(request))
            return try who.redirect(to: Profile.path, isDone: isDone, store)
        case .wrong:
            return try Profile.page(request, who, store, passwordErrors: Errors(current: "Password did not match."))
        case .blocked(let end):
            let sentence = Waiting.tooManyAttempts(until: end, at: request.receivedAt)
            return try Profile.page(request, who, store, passwordErrors: Errors(current: sentence))
                .blocked(until: end, at: request.receivedAt)
        }
    }

    /// The card on the profile.
    static func card(_ who: SignedInUser, _ errors: Errors) -> HTML {
        """
        <section class="card" aria-labelledby="password-card">
        <header class="card-header"><h2 id="password-card">Password</h2></header>
        <form method="post" action="\(path.text)">\(who.forms.field(for: path))
        <input value="\(who.user.email.text)" autocomplete="username" hidden>
        \(ErrorSummary.html([("current-password", errors.current), ("new-password", errors.new)]))
        \(Field.currentPassword(error: errors.current).html)
        \(Field.newPassword(error: errors.new).html)
        <button class="button">Change password</button>
        </form>
        </section>
        """
    }
}
