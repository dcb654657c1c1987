import Authentication
import HTTP

/// A labelled field of a form, with what is wrong with it beside it.
struct Field {
    let label: String
    /// The name in the form, and the identity in the page.
    let name: String
    /// Attributes of the input that are ours: its type, and what may fill it in.
    let attributes: HTML
    var value = ""
    var isRequired = true
    var hint: String?
    var error: String?
    var hasFocus = false
    /// Stands at the right of the input, such as the button that sends it.
    var trailing: HTML?

    var html: HTML {
        let described = [hint == nil ? nil : "\(name)-hint", error == nil ? nil : "\(name)-error"].compactMap { $0 }
        let describedBy: HTML? = described.isEmpty ? nil : " aria-describedby=\"\(described.joined(separator: " "))\""
        let invalid: HTML? = error == nil ? nil : " aria-invalid=\"true\""
        let focus: HTML? = hasFocus ? " autofocus" : nil
        let required: HTML? = isRequired ? " required" : nil
        let input: HTML = """
            <input id="\(name)" name="\(name)" value="\(value)" \(attributes)\(required)\(focus)\(describedBy)\(invalid)>
            """
        return """
            <div class="field">
            <label for="\(name)">\(label)</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML })
            \(error.map { Field.error($0, of: name) })
            \(trailing.map { "<div class=\"field-row\">\(input)\($0)</div>" as HTML } ?? input)
            </div>
            """
    }

    /// What is wrong with the field `name`, to stand between its label and its input.
    static func error(_ sentence: String, of name: String) -> HTML {
        "<p class=\"error\" id=\"\(name)-error\">\(Icon.alert)<span>\(sentence)</span></p>"
    }

    /// The one field for a code of the authenticator; phones and password managers know how to fill it.
    static func code(hint: String? = nil, error: String? = nil, hasFocus: Bool = true, trailing: HTML? = nil) -> Field {
        Field(
            label: "Authenticator code", name: "code",
            attributes: "class=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\" spellcheck=\"false\"",
            hint: hint, error: error, hasFocus: hasFocus, trailing: trailing)
    }

    /// The password of the person who is signed in, asked again before something that cannot be undone.
    static func currentPassword(error: String?) -> Field {
        Field(
            label: "Current password", name: "current-password",
            attributes: "type=\"password\" autocomplete=\"current-password\"", error: error, hasFocus: error != nil)
    }

    /// A password to be chosen, with the rule beside it.
    static func newPassword(error: String?, hasFocus: Bool = false) -> Field {
        Field(
            label: "New password", name: "new-password",
            attributes: "type=\"password\" autocomplete=\"new-password\"", hint: PasswordRule.sentence, error: error,
            hasFocus: hasFocus || error != nil)
    }
}
