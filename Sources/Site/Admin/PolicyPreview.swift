import Authentication
import HTTP

/// Shows whom a change of the policy would send to enrolment, before it is applied.
enum PolicyPreview {
    /// - Parameter isRepeated: whether something changed since it was shown, so that it has to be shown again.
    static func page(
        _ change: PolicyChange, _ request: Request, _ who: Administrator, isRepeated: Bool
    ) -> Response {
        let path = SecuritySettings.path
        let again = Colour.amber.notice("Something has changed since you saw this. Nothing was applied yet.")
        return Layout.portal(
            "Apply this policy?", at: path, request, who.signedIn, status: isRepeated ? .conflict : .ok,
            """
            \(isRepeated ? again : nil)
            <section class="card" aria-labelledby="effect">
            <h2 id="effect">\(effect(change))</h2>
            \(change.includes(who.user) ? yourself : nil)
            \(change.administrators.isEmpty ? nil : administrators(change.administrators))
            <p>Until they have set up two-factor authentication they can do nothing else here, nor on the sites behind \
            this one.</p>
            <div class="actions">
            <form method="post" action="\(path.text)">\(who.forms.field(for: path))\
            \(SecurityPolicyForm(change.new).hidden)\
            <input type="hidden" name="shown" value="\(hexadecimal(change.fingerprint))">\
            <button class="button primary">Apply policy</button></form>
            <form method="get" action="\(path.text)"><button class="button">Cancel</button></form>
            </div>
            </section>
            """)
    }

    private static func effect(_ change: PolicyChange) -> HTML {
        switch change.peopleToEnrol {
        case 0: "This sends nobody to set up two-factor authentication"
        case 1: "This sends 1 person to set up two-factor authentication, at their next request"
        default:
            "This sends \(change.peopleToEnrol) people to set up two-factor authentication, at their next request"
        }
    }

    private static let yourself = Colour.amber.notice(
        "You are one of them: the next page you open will be the one to set it up.")

    private static func administrators(_ accounts: [Account]) -> HTML {
        """
        <p>Administrators among them:</p>
        <ul class="rows">
        \(accounts.map { "<li><div>\($0.name)<p class=\"hint\">\($0.email.text), \($0.role.title)</p></div></li>\n" })
        </ul>
        """
    }
}
