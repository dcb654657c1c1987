import Authentication
import HTTP
import MariaDB

/// Somebody who is signed in, as the check of a site finds them.
struct SiteVisitor: Sendable {
    /// As it is stored, which it is only in its one spelling.
    let email: String
    let name: String
    let role: Role
    let standing: Standing

    init(_ row: Row, at now: Instant) {
        email = row.text("email")
        name = row.text("name")
        role = Role(rawValue: row.text("role"))!
        let codeAt = row.instantIfPresent("second_factor_at")
        // Whoever has a second factor has passed it in every browser that is signed in.
        let hasSecondFactor = codeAt != nil
        let policy = SecurityPolicy(
            requiresEveryone: row.integer("requires_everyone") == 1,
            requiresAdministrators: row.integer("requires_administrators") == 1)
        standing = Standing(
            role: role, mustEnrol: policy.requires(role: role) && !hasSecondFactor,
            hasSecondFactor: hasSecondFactor, secondsSinceCode: codeAt.map { now.seconds - $0.seconds })
    }

    /// The name without what a header cannot hold, or what would turn the direction of what follows.
    var headerName: String {
        guard !name.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.filter(SiteVisitor.isAllowed)))
    }

    private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
