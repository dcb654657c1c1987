public import Authentication

import Secrets

/// People of another system, as a file of theirs lists them: who can get an account, and why the others cannot.
public struct AccountFile: Sendable {
    public private(set) var accounts: [ImportedAccount] = []
    public private(set) var refusals: [Refusal] = []
    private var lines: [EmailAddress: Int] = [:]

    /// Why a line cannot be imported. It never holds what stands in the line, which may be anything.
    public struct Refusal: Sendable, CustomStringConvertible {
        public let line: Int
        let reasons: [String]

        public var description: String { "line \(line): \(reasons.joined(separator: "; "))" }
    }

    /// Reads a file as it is called or as it begins: CSV, or else htpasswd, whose names `domain` completes.
    public static func read(_ bytes: [UInt8], named name: String, domain: String?) -> AccountFile {
        let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let isTable = name.lowercased().hasSuffix(".csv") || AccountTable.isHeader(firstLine)
        return isTable ? AccountTable.read(bytes) : Htpasswd.read(bytes, domain: domain)
    }

    public var count: Int { accounts.count + refusals.count }

    /// Refuses those who have an account already.
    public mutating func refuse(_ taken: Set<EmailAddress>) {
        for account in accounts where taken.contains(account.email) {
            refuse(account.line, "\(account.email.text) has an account already")
        }
        accounts.removeAll { taken.contains($0.email) }
        refusals.sort { $0.line < $1.line }
    }

    mutating func refuse(_ line: Int, _ reasons: String...) {
        refusals.append(Refusal(line: line, reasons: reasons))
    }

    /// Adds somebody, or says everything that is wrong with their line.
    mutating func add(_ line: Int, email: [UInt8], name: [UInt8]?, role: [UInt8], hash: [UInt8]) {
        var reasons: [String] = []
        let email = EmailAddress(email)
        if email == nil { reasons.append("no email address such as ada@example.org") }
        if let email, let first = lines.updateValue(line, forKey: email) {
            lines[email] = first
            reasons.append("\(email.text) stands in line \(first) already")
        }
        let name = ShortText(name ?? email.map { Array($0.bytes.prefix { $0 != UInt8(ascii: "@") }) } ?? [])
        if name == nil, email != nil { reasons.append("no name of 1 to 200 characters, none of them invisible") }
        let role = role.isEmpty ? .user : Role(role)
        if role == nil {
            reasons.append("no role: \(Role.allCases.map(\.rawValue).joined(separator: ", ")), or nothing for user")
        }
        do throws(LegacyHash.Refusal) {
            let hash = try LegacyHash(hash)
            guard reasons.isEmpty, let email, let name, let role else {
                return refusals.append(.init(line: line, reasons: reasons))
            }
            accounts.append(ImportedAccount(line: line, email: email, name: name, role: role, hash: hash))
        } catch {
            refusals.append(.init(line: line, reasons: reasons + ["the hash \(error)"]))
        }
    }
}

/// Somebody who gets an account, and signs in with the password that they had in another system.
public struct ImportedAccount: Sendable {
    let line: Int
    public let email: EmailAddress
    let name: ShortText
    public let role: Role
    let hash: LegacyHash
}
