import Authentication
import HTTP
import Secrets

/// The settings as they stand in the fields of the form.
struct SecurityPolicyForm {
    private let requiresEveryone: Bool
    private let requiresAdministrators: Bool
    private let minutes: String

    init(_ policy: SecurityPolicy) {
        requiresEveryone = policy.requiresEveryone
        requiresAdministrators = policy.requiresAdministrators
        minutes = String(policy.sessionLifetime.minutes)
    }

    init(_ form: Form) {
        requiresEveryone = form["require-mfa-for-everyone"] != nil
        requiresAdministrators = form["require-mfa-for-admins"] != nil
        minutes = form.text("session-lifetime-minutes")
    }

    /// The policy with these settings in place of those of `current`; `nil` where the lifetime is no number, or none
    /// that a session can have.
    func policy(changing current: SecurityPolicy) -> SecurityPolicy? {
        guard let number = Decimal.value(trimmed(Array(minutes.utf8))),
            let lifetime = SecurityPolicy.SessionLifetime(number)
        else { return nil }
        var policy = current
        policy.requiresEveryone = requiresEveryone
        policy.requiresAdministrators = requiresAdministrators
        policy.sessionLifetime = lifetime
        return policy
    }

    func html(lifetimeError: String?) -> HTML {
        let lifetime = Field(
            label: "Session lifetime (minutes)", name: "session-lifetime-minutes",
            attributes: "inputmode=\"numeric\" autocomplete=\"off\"", value: minutes,
            hint: "Of inactivity, 5 to 43200. A session ends after 24 hours in any case, or 30 days if it is kept.",
            error: lifetimeError, hasFocus: lifetimeError != nil)
        return """
            <fieldset>
            <legend>Who must have two-factor authentication</legend>
            \(box("Require MFA for everyone", "require-mfa-for-everyone", requiresEveryone))
            \(box("Require MFA for admins", "require-mfa-for-admins", requiresAdministrators))
            <p class="hint">Whoever has none is sent to set it up at their next request, and can do nothing else until \
            then.</p>
            </fieldset>
            \(lifetime.html)
            """
    }

    /// The same settings where nobody can change them, for the second step.
    var hidden: HTML {
        """
        \(requiresEveryone ? hidden("require-mfa-for-everyone", "on") : nil)\
        \(requiresAdministrators ? hidden("require-mfa-for-admins", "on") : nil)\
        \(hidden("session-lifetime-minutes", minutes))
        """
    }

    private func box(_ words: String, _ name: String, _ isOn: Bool) -> HTML {
        let checked: HTML? = isOn ? " checked" : nil
        return """
            <label class="check"><input type="checkbox" name="\(name)" value="on"\(checked)>\(words)</label>
            """
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
}
