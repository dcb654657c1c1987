import Authentication
import MariaDB
import Secrets

/// A change of the policy, and whom it would send to enrolment at their next request.
struct PolicyChange {
    let old: SecurityPolicy
    let new: SecurityPolicy
    /// How many people would be sent there who are not required to go now.
    let peopleToEnrol: Int
    /// The administrators among them.
    let administrators: [Account]

    func includes(_ user: User) -> Bool { administrators.contains { $0.id == user.id } }

    /// Names what an administrator was shown, so that nothing else is applied.
    var fingerprint: [UInt8] {
        let people = ([peopleToEnrol] + administrators.map { Int($0.id) }).map(String.init)
        return sha256(old.fingerprint + new.fingerprint + people.joined(separator: " ").utf8)
    }
}

extension SecurityPolicy {
    /// Names the settings as they stand.
    var fingerprint: [UInt8] { sha256(Array(Setting.allCases.map { self[$0] }.joined(separator: "\n").utf8)) }
}

extension Store {
    /// What changing the policy from `old` to `new` would do.
    borrowing func change(from old: SecurityPolicy, to new: SecurityPolicy) throws -> PolicyChange {
        let users = new.requires(role: .user) && !old.requires(role: .user)
        let administrators = new.requires(role: .admin) && !old.requires(role: .admin)
        guard users || administrators else {
            return PolicyChange(old: old, new: new, peopleToEnrol: 0, administrators: [])
        }
        let coverage = try coverage()
        return PolicyChange(
            old: old, new: new, peopleToEnrol: coverage.mustEnrol(new) - coverage.mustEnrol(old),
            administrators: administrators ? try rows(.administratorsToEnrol).map(Account.init) : [])
    }

    /// Applies a change as it was shown; `false` if the policy is no longer what it was then.
    borrowing func apply(_ change: PolicyChange, by author: Author, on occasion: Occasion) throws -> Bool {
        var isAsShown = false
        _ = try changePolicy(by: author, on: occasion) { policy in
            isAsShown = policy == change.old
            if isAsShown { policy = change.new }
        }
        return isAsShown
    }
}
