import Authentication
import HTTP
import Secrets

/// Lets the holder of a one-time link choose a first or new password. It never signs in, and never touches the factor.
enum Activation {
    static func show(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        guard let (_, account) = try find(request, store) else { return over(request, who) }
        return page(request, who, for: account)
    }

    static func submit(_ request: Request, _ who: Anyone, _ store: borrowing Store) throws -> Response {
        guard let (link, account) = try find(request, store) else { return over(request, who) }
        let password = request.form["new-password"] ?? []
        if let refusal = try store.refusal(of: password, for: account.email, name: account.name) {
            return page(request, who, for: account, error: refusal.sentence)
        }
        guard try store.activate(account, with: link, password: password, on: Occasion(request)) else {
            return over(request, who)
        }
        return Layout.door(
            "Password set", at: nil, who.site, asFragment: request.wantsFragment,
            """
            <p>Your password is set. Sign in with it and your email address, \(account.email.text).</p>
            <p><a class="button primary wide" href="/login">Go to sign in</a></p>
            """)
    }

    /// What follows it in an address opens an account to whoever has it, and stands in no log.
    static let prefix = "/activate/"

    static func path(of link: Token) -> Path { Path((prefix + link.text).utf8)! }

    private static func find(_ request: Request, _ store: borrowing Store) throws -> (link: Token, account: Account)? {
        guard let link = Token(request.path.segments[1]) else { return nil }
        return try store.account(activatedBy: link, at: request.receivedAt).map { (link, $0) }
    }

    private static func page(
        _ request: Request, _ who: Anyone, for account: Account, error: String? = nil
    ) -> Response {
        let response = Layout.door(
            "Choose a password", at: nil, who.site, asFragment: request.wantsFragment,
            status: error == nil ? .ok : .unprocessable, isError: error != nil,
            """
            <p>For \(account.name), who signs in as \(account.email.text).</p>
            <form method="post" action="\(request.path.text)">\(who.forms.field(for: request.path))
            <input value="\(account.email.text)" autocomplete="username" hidden>
            \(Field.newPassword(error: error, hasFocus: true).html)
            <button class="button primary wide">Set password</button>
            </form>
            """)
        return who.isNew ? response.setting(who.site.cookie(.form, who.browser.text)) : response
    }

    private static func over(_ request: Request, _ who: Anyone) -> Response {
        Layout.door(
            "This link is over", at: nil, who.site, asFragment: request.wantsFragment, status: .gone, isError: true,
            """
            <p>It works once, within 24 hours. If you have just set your password with it, sign in. Otherwise ask your \
            administrator for a new one.</p>
            <p><a class="button wide" href="/login">Go to sign in</a></p>
            """)
    }
}
