import Authentication
import HTTP
import Secrets

/// What is done on a person's page. Who may do it to whom is decided in the transaction of the change.
enum ChangePerson {
    static func disable(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .personDisabled) {
            try store.disable($0, by: who.author, on: Occasion(request))
        }
    }

    static func enable(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .personEnabled) { try store.enable($0, by: who.author, on: Occasion(request)) }
    }

    static func setRole(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        guard let role = Role(request.form["role"] ?? []) else {
            return ErrorPage.response(.badRequest, to: request, who.who)
        }
        return try change(request, who, store, .personHasRole) {
            try store.setRole(role, of: $0, by: who.author, on: Occasion(request))
        }
    }

    static func signOut(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .personSignedOut) {
            try store.endSessions(of: $0, by: who.author, on: Occasion(request))
        }
    }

    static func resetSecondFactor(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response
    {
        guard let account = try PersonPage.account(request, store) else {
            return ErrorPage.response(.notFound, to: request, who.who)
        }
        guard let reason = ShortText(request.form["reason"] ?? []) else {
            return try PersonPage.page(
                account, request, who, store, status: .unprocessable,
                reasonError: "Enter a reason of 1 to 200 characters.")
        }
        return try change(request, who, store, .personHasNoSecondFactor) {
            try store.resetSecondFactor(of: $0, because: reason.text, by: who.author, on: Occasion(request))
        }
    }

    /// Shows the link once; where the answer is asked for again, another link takes its place.
    static func resetPassword(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        guard let account = try PersonPage.account(request, store) else {
            return ErrorPage.response(.notFound, to: request, who.who)
        }
        let link = Token.random()
        let outcome = try store.resetPassword(of: account.id, link: link, by: who.author, on: Occasion(request))
        guard case .done = outcome else { return try refused(outcome, account, request, who, store) }
        return ActivationLink.page(
            link, "Password reset", for: account.name, back: PersonPage.path(of: account.id), request, who,
            "The password of \(account.name) no longer works. Give them this link: with it they choose another.")
    }

    /// Does `change`, and leads back to the person's page, which says `notice`.
    private static func change(
        _ request: Request, _ who: Administrator, _ store: borrowing Store, _ notice: Notice,
        _ change: (Int64) throws -> AccountChange
    ) throws -> Response {
        guard let account = try PersonPage.account(request, store) else {
            return ErrorPage.response(.notFound, to: request, who.who)
        }
        switch try change(account.id) {
        case .done: try store.leave(notice, for: who.who)
        case .unchanged: try store.leave(.personUnchanged, for: who.who)
        case let outcome: return try refused(outcome, account, request, who, store)
        }
        return .redirect(to: PersonPage.path(of: account.id))
    }

    private static func refused(
        _ outcome: AccountChange, _ account: Account, _ request: Request, _ who: Administrator, _ store: borrowing Store
    ) throws -> Response {
        let refusal: HTML =
            switch outcome {
            case .lastSuperAdministrator:
                "\(account.name) is the last Super administrator. Make another one first."
            default: "Only a Super administrator may do this. Nothing was changed."
            }
        return try PersonPage.page(account, request, who, store, status: .conflict, refusal: refusal)
    }
}
