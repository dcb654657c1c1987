public import Authentication

import MariaDB

extension Store {
    /// What the organisation has decided.
    public borrowing func policy() throws -> SecurityPolicy {
        SecurityPolicy(try rows(.findPolicy)[0])
    }

    /// Changes the policy, for everybody's next request; `false` if it was like that already, or if the author was put out
    /// of the console at the same instant.
    public borrowing func changePolicy(
        by author: Author, on occasion: Occasion, _ change: (inout SecurityPolicy) -> Void
    ) throws -> Bool {
        var differences = ""
        let isChanged: Bool? = try record(
            .settingsUpdated, of: nil, by: author.id, on: occasion, detail: differences
        ) {
            if let author = author.id { _ = try rows(.lockAccount, .integer(author)) }
            guard try mayAdminister(.user, author) else { return nil }
            let old = SecurityPolicy(try rows(.lockPolicy)[0])
            var new = old
            change(&new)
            guard new != old else { return nil }
            differences = new.differences(from: old).joined(separator: ", ")
            try self.change(
                .setPolicy, .integer(new.requiresEveryone ? 1 : 0), .integer(new.requiresAdministrators ? 1 : 0),
                .integer(Int64(new.sessionLifetime.minutes)), .integer(Int64(new.auditRetention.days)))
            return true
        }
        return isChanged ?? false
    }
}
