public import ArgumentParser
import FastCGI
import HTTP
public import Secrets
import Site

extension KeysCommand {
    struct Retire: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take an older key out of the key ring, once nothing would be lost with it.",
            discussion: """
                Refuses while a second factor, a password or a set of recovery codes stands under the key, and says how many \
                do. What the key wrote into the audit log can be verified all the same: the file keeps a key for that, which \
                opens nothing. A backup of the database from before needs the file from before.

                Where several hosts share a database, copy the file to the others after it.
                """)
        @Argument(help: "The number of the key, as `keys list` prints it.") var key: KeyID

        func run() throws {
            var store = try Instance.read(part: "keys").migrationStore()
            try store.holdKeys()
            switch try store.retire(key, on: .commandLine(at: Instant.now())) {
            case .done, .unchanged: return
            case .unknown:
                throw Refusal("there is no key \(key.rawValue) in the key ring: see `vestibule keys list`")
            case .writes:
                throw Refusal("key \(key.rawValue) is no older one: `vestibule keys rotate` puts another in its place")
            case .inUse(let use): throw Refusal("key \(key.rawValue) is still needed for \(use.waysOut)")
            }
        }
    }
}

extension KeyUse {
    /// What stands under the key that would be lost, and how each comes under another.
    fileprivate var waysOut: String {
        let ways: [(kind: KeyUse.Kind, name: String, way: String)] = [
            (.secondFactor, "second factors", "run `vestibule keys rotate`"),
            (.enrolment, "pending keys", "run `vestibule keys rotate`, or wait ten minutes"),
            (.password, "passwords", "each is renewed when its owner signs in, or by `vestibule account set-password`"),
            (.recoverySet, "sets of recovery codes", "their owners make new ones on the two-factor screen"),
        ]
        return ways.filter { self[$0.kind] > 0 }.map { "\($0.name): \(self[$0.kind]) (\($0.way))" }
            .joined(separator: "; ")
    }
}

extension KeyID: ExpressibleByArgument {
    public init?(argument: String) {
        guard let number = Decimal.value(Array(argument.utf8)).flatMap(UInt32.init(exactly:)) else { return nil }
        self.init(rawValue: number)
    }
}
