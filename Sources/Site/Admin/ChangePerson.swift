import Authentication
import HTTP
import Secrets

/// What is done on a person's page. Who may do it to whom is decided in the transaction of the change.
enum ChangePerson {
    static func disable(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .accountDisabled) {
            try store.disable($0.id, by: who.author, on: Occasion(request))
        }
    }

    static func enable(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .accountEnabled) {
            try store.enable($0.id, by: who.author, on: Occasion(request))
        }
    }

    static func setRole(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        guard let role = Role(request.form["role"] ?? []) else {
            return ErrorPage.response(.badRequest, to: request, who.signedIn)
        }
        return try change(request, who, store, .roleSet) {
            try store.setRole(role, of: $0.id, by: who.author, on: Occasion(request))
        }
    }

    static func signOut(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try change(request, who, store, .sessionsEnded) {
            try store.endSessions(of: $0.id, by: who.author, on: Occasion(request))
        }
    }

    static func resetSecondFactor(
        _ request: Request, _ who: Administrator, _ store: borrowing Store
    ) throws -> Response {
        guard let reason = ShortText(request.form["reason"] ?? []) else {
            return try PersonPage.about(request, who, store) {
                try PersonPage.page(
                    $0, request, who, store, status: .unprocessable,
                    reasonError: "Enter a reason of 1 to 200 characters, none of them invisible.")
            }
        }
        return try change(request, who, store, .secondFactorReset) {
            try store.resetSecondFactor(of: $0.id, because: reason.text, by: who.author, on: Occasion(request))
        }
    }

    /// Shows the link once; where the answer is asked for again, another link takes its place.
    static func resetPassword(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        try PersonPage.about(request, who, store) { account in
            let link = Token.random()
            let outcome = try store.resetPassword(of: account.id, link: link, by: who.author, on: Occasion(request))
            if let refusal = refusal(outcome, account) { return try refused(refusal, account, request, who, store) }
            return ActivationLink.page(
                link, "Password reset", for: account.name, back: PersonPage.path(of: account.id), request, who,
                "The password of \(account.name) no longer works. Give them this link: with it they choose another.")
        }
    }

    /// Does `change`, and leads back to the person's page, which says `notice`.
    private static func change(
        _ request: Request, _ who: Administrator, _ store: borrowing Store, _ notice: Notice,
        _ change: (Account) throws -> AccountChange
    ) throws -> Response {
        try PersonPage.about(request, who, store) { account in
            let outcome = try change(account)
            if let refusal = refusal(outcome, account) { return try refused(refusal, account, request, who, store) }
            try store.leave(outcome == .done ? notice : .accountUnchanged, for: who.signedIn)
            return .redirect(to: PersonPage.path(of: account.id))
        }
    }

    private static func refusal(_ outcome: AccountChange, _ account: Account) -> HTML? {
        switch outcome {
        case .done, .unchanged: nil
        case .notAllowed: "Only a Super administrator may do this. Nothing was changed."
        case .lastSuperAdministrator: "\(account.name) is the last Super administrator. Make another one first."
        }
    }

    private static func refused(
        _ refusal: HTML, _ account: Account, _ request: Request, _ who: Administrator, _ store: borrowing Store
    ) throws -> Response {
        try PersonPage.page(account, request, who, store, status: .conflict, refusal: refusal)
    }
}
