public import ArgumentParser
import Authentication
import FoundationEssentials
public import HTTP
public import Site

extension AuditCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what happened, newest first, one event a line.",
            discussion: """
                With tabs between the time (RFC 3339 in UTC), the event, done or refused, who, to whom, the address, the \
                request's id, the detail and the browser; a dash where there is none. Times are given in UTC, like \
                2026-11-24, 2026-11-24T09:12 or 2026-11-24T09:12:05Z, and include what they name.

                  vestibule audit list --person ada@example.org --event signed-in --from 2026-11-24
                """)
        @Option(help: "The address of who did it, or to whom it was done.") var person: EmailAddress?
        @Option(help: "The name of an event, such as signed-in.") var event: Event?
        @Option(help: "The network address it came from.") var address: String?
        @Option(help: "The first moment.") var from: TypedMoment?
        @Option(help: "The last moment.") var to: TypedMoment?
        @Option(help: "At most so many.") var limit: Int?
        @Flag(help: "Print a JSON array, for programs.") var json = false

        func validate() throws {
            guard limit ?? 0 >= 0 else { throw ValidationError("--limit is a number from 0 on") }
        }

        func run() throws {
            let store = try Instance.read(part: "audit").store()
            let account = try person.map { person in
                guard let account = try store.account(person) else {
                    throw Refusal("there is no account \(person.text): see `vestibule account list`")
                }
                return account
            }
            let filter = AuditFilter(
                person: account, event: event, address: address.map { Array($0.utf8) }, from: from?.start,
                until: to?.end)
            try print(filter, from: store)
        }

        /// Prints each portion as it is read, so that the log may be of any length.
        private func print(_ filter: AuditFilter, from store: borrowing Store) throws {
            var left = limit ?? .max
            var last: AuditPosition?
            var line = 0
            if json { Swift.print("[") }
            while left > 0 {
                let entries = try store.audit(filter, olderThan: last, min(left, 1_000))
                guard let oldest = entries.last else { break }
                for entry in entries.map(AuditSummary.init) {
                    line += 1
                    Swift.print(json ? "\(line == 1 ? " " : ",")\(try jsonLine(entry))" : entry.line)
                }
                last = oldest.position
                left -= entries.count
            }
            if json { Swift.print("]") }
        }
    }
}

/// An event as the command line prints it. Times are RFC 3339 in UTC.
struct AuditSummary: Encodable {
    let at: String
    let event: String
    let result: String?
    let author: String?
    let account: String?
    let address: String
    let userAgent: String
    let detail: String
    let requestID: String
    let node: String

    init(_ entry: AuditEntry) {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        at = Moment(entry.at).milliseconds
        event = entry.event
        result = entry.result?.rawValue
        author = entry.author?.email
        account = entry.account?.email
        address = text(entry.address)
        userAgent = text(entry.userAgent)
        detail = text(entry.detail)
        requestID = text(entry.requestID)
        node = text(entry.node)
    }

    /// What came from outside is escaped, so that it neither forges a line nor colours a terminal.
    var line: String {
        let fields = [result, author, account, address, requestID, detail, userAgent].map { $0 ?? "-" }
        return ([at, event] + fields.map { $0.isEmpty ? "-" : KeyValueLog.quoted($0) }).joined(separator: "\t")
    }
}

extension Event: ExpressibleByArgument {}

extension TypedMoment: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument.utf8)
    }
}
