import Authentication
import HTTP
import Secrets

/// Makes an account; its owner chooses the password by a link that is shown once.
enum AddPerson {
    /// What was wrong with each field.
    struct Errors {
        var email: String?
        var name: String?
        var role: String?

        var isEmpty: Bool { email == nil && name == nil && role == nil }
    }

    static func submit(_ request: Request, _ who: Administrator, _ store: borrowing Store) throws -> Response {
        let email = EmailAddress(request.form["email"] ?? [])
        let name = ShortText(request.form["name"] ?? [])
        let role = Role(request.form["role"] ?? [])
        guard let email, let name, let role else {
            return try refused(
                request, who, store,
                Errors(
                    email: email == nil ? "Enter an email address, such as ada@example.org." : nil,
                    name: name == nil ? "Enter a name of 1 to 200 characters, none of them invisible." : nil,
                    role: role == nil ? "Choose a role." : nil))
        }
        let link = Token.random()
        let new = try store.addAccount(
            email, name: name, role: role, link: link, by: who.author, on: Occasion(request))
        switch new {
        case .made(let id):
            return ActivationLink.page(
                link, "Account made", for: name.text, back: PersonPage.path(of: id), request, who,
                "\(name.text) has an account now. Give them this link: with it they choose a password and can sign in.")
        case .addressIsTaken:
            return try refused(
                request, who, store,
                Errors(email: "\(email.text) has an account already. Search for it to make a new link."))
        case .notAllowed:
            return try refused(
                request, who, store, Errors(role: "Only a Super administrator may make an administrator."))
        }
    }

    private static func refused(
        _ request: Request, _ who: Administrator, _ store: borrowing Store, _ errors: Errors
    ) throws -> Response {
        try People.page(request, who, store, status: .unprocessable, form(who, request.form, errors))
    }

    /// A card that opens; what was typed is kept where it was refused.
    static func form(_ who: Administrator, _ typed: Form = .none, _ errors: Errors = Errors()) -> HTML {
        let open: HTML? = errors.isEmpty ? nil : " open"
        let email = Field(
            label: "Email", name: "email", attributes: "type=\"email\" autocomplete=\"off\"",
            value: typed.text("email"), error: errors.email, hasFocus: errors.email != nil)
        let name = Field(
            label: "Name", name: "name", attributes: "autocomplete=\"off\" maxlength=\"200\"",
            value: typed.text("name"), error: errors.name, hasFocus: errors.email == nil && errors.name != nil)
        let roles = Role.allCases.filter(who.user.role.mayAdminister)
        return """
            <section class="card">
            <details class="disclosure plain"\(open)>
            <summary>Add a person</summary>
            <form method="post" action="\(People.path.text)">\(who.forms.field(for: People.path))
            \(ErrorSummary.html([("email", errors.email), ("name", errors.name), ("role", errors.role)]))
            \(email.html)
            \(name.html)
            \(Choice.role(roles, chosen: Role(typed["role"] ?? []) ?? .user, error: errors.role).html)
            <button class="button primary">Add person</button>
            </form>
            </details>
            </section>
            """
    }
}
