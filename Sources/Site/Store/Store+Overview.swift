import Authentication
import HTTP
import MariaDB

/// How many people may sign in, and how many of them have a second factor.
struct Coverage {
    let people: Int
    let enabled: Int
    let administrators: Int
    let administratorsEnabled: Int

    var without: Int { people - enabled }
    var administratorsWithout: Int { administrators - administratorsEnabled }

    /// How many must have a second factor under `policy`, and have none.
    func mustEnrol(_ policy: SecurityPolicy) -> Int {
        (policy.requires(role: .user) ? without - administratorsWithout : 0)
            + (policy.requires(role: .admin) ? administratorsWithout : 0)
    }
}

/// Somebody who has used so many recovery codes that they should make new ones.
struct RunningLow {
    let id: Int64
    let name: String
    let codesLeft: Int
}

extension Store {
    borrowing func coverage() throws -> Coverage {
        let row = try rows(.coverage)[0]
        return Coverage(
            people: Int(row.integer("people")), enabled: Int(row.integer("enabled")),
            administrators: Int(row.integer("administrators")),
            administratorsEnabled: Int(row.integer("administrators_enabled")))
    }

    /// Up to ten people who have at most `count` recovery codes left.
    borrowing func runningLow(atMost count: Int) throws -> [RunningLow] {
        try rows(.runningLow, .integer(Int64(RecoveryCode.count - count))).map {
            RunningLow(
                id: $0.integer("id"), name: $0.text("name"), codesLeft: RecoveryCode.count - Int($0.integer("used")))
        }
    }

    /// How many codes were refused at the second step since `moment`.
    borrowing func refusedCodes(since moment: Instant) throws -> Int {
        Int(try rows(.refusedCodes, Value(moment))[0].integer("codes"))
    }

    /// How many people had enabled the second factor that they have today, at the end of each of the last `weeks`.
    borrowing func enabledByWeek(_ weeks: Int, until now: Instant) throws -> [Int] {
        let start = Value(now.advanced(bySeconds: Int64(-weeks) * 7 * 86_400))
        var enabled = [Int](repeating: 0, count: weeks + 1)
        for row in try rows(.enabledByWeek, start, start, start, start) {
            enabled[min(Int(row.integer("week")) + 1, weeks)] += Int(row.integer("people"))
        }
        return enabled.indices.dropFirst().map { enabled[...$0].reduce(0, +) }
    }
}
