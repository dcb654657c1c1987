import Authentication
import HTTP

/// Chooses one of the roles that an administrator may give.
enum RoleField {
    static func html(_ roles: [Role], chosen: Role, error: String? = nil) -> HTML {
        let options = roles.map { role -> HTML in
            let selected: HTML? = role == chosen ? " selected" : nil
            return "<option value=\"\(role.rawValue)\"\(selected)>\(role.title)</option>"
        }
        let wrong: HTML? = error.map {
            "<p class=\"error\" id=\"role-error\">\(Icon.alert)<span>\($0)</span></p>"
        }
        let attributes: HTML? = error == nil ? nil : " aria-invalid=\"true\" aria-describedby=\"role-error\""
        return """
            <div class="field">
            <label for="role">Role</label>
            \(wrong)
            <select id="role" name="role"\(attributes)>\(options)</select>
            </div>
            """
    }
}

extension Role {
    /// Reads the value of the field, byte for byte.
    init?(_ typed: [UInt8]) {
        guard let role = Role.allCases.first(where: { $0.rawValue.utf8.elementsEqual(typed) }) else { return nil }
        self = role
    }
}
