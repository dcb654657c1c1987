import Authentication
import HTTP

/// A labelled field of a form in which one of a few things is chosen, with what is wrong with it beside it.
struct Choice {
    let label: String
    /// The name in the form, and the identity in the page.
    let name: String
    /// What is sent for each, and what it is called.
    let options: [(value: String, title: String)]
    /// The value that is chosen already.
    let chosen: String
    var error: String?

    var html: HTML {
        let options = self.options.map { option -> HTML in
            let selected: HTML? = option.value == chosen ? " selected" : nil
            return "<option value=\"\(option.value)\"\(selected)>\(option.title)</option>"
        }
        let invalid: HTML? = error == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"\(name)-error\""
        return """
            <div class="field">
            <label for="\(name)">\(label)</label>
            \(error.map { Field.error($0, of: name) })
            <select id="\(name)" name="\(name)"\(invalid)>\(options)</select>
            </div>
            """
    }

    /// One of the roles that somebody may give.
    static func role(_ roles: [Role], chosen: Role, error: String? = nil) -> Choice {
        Choice(
            label: "Role", name: "role", options: roles.map { ($0.rawValue, $0.title) }, chosen: chosen.rawValue,
            error: error)
    }
}
