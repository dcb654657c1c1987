public import Authentication

import Secrets

/// People of another system, as a file of theirs lists them: who can get an account, and why the others cannot.
public struct AccountFile: Sendable {
    public private(set) var accounts: [ImportedAccount] = []
    public private(set) var refusals: [Refusal] = []
    private var lines: [EmailAddress: Int] = [:]

    /// Why a line cannot be imported. It never holds what stands in the line, which may be anything.
    public struct Refusal: Sendable, CustomStringConvertible {
        /// The line of the file, counted from 1.
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

    /// How many people the file lists, whether or not they can get an account.
    public var count: Int { accounts.count + refusals.count }

    /// Refuses those who have an account already.
    public mutating func refuse(_ taken: Set<EmailAddress>) {
        for account in accounts where taken.contains(account.email) {
            refuse(account.line, "\(account.email.text) has an account already")
        }
        accounts.removeAll { taken.contains($0.email) }
        refusals.sort { $0.line < $1.line }
    }

    mutating func refuse(_ line: Int, _ reason: String) {
        refusals.append(Refusal(line: line, reasons: [reason]))
    }

    /// Adds somebody, or says everything that is wrong with their line.
    mutating func add(_ line: Int, email: [UInt8], name: [UInt8], role: [UInt8], hash: [UInt8]) {
        var reasons: [String] = []
        func wanted<Part>(_ part: Part?, or reason: String) -> Part? {
            if part == nil { reasons.append(reason) }
            return part
        }
        let email = wanted(EmailAddress(email), or: "no email address such as ada@example.org")
        if let email {
            if let first = lines[email] { reasons.append("\(email.text) stands in line \(first) already") }
            lines[email] = lines[email] ?? line
        }
        let name = wanted(ShortText(name), or: "no name of 1 to 200 characters, none of them invisible")
        let role = wanted(role.isEmpty ? .user : Role(role), or: "no role: \(AccountFile.roles), or nothing for user")
        do throws(LegacyHash.Refusal) {
            let hash = try LegacyHash(hash)
            if reasons.isEmpty, let email, let name, let role {
                accounts.append(ImportedAccount(line: line, email: email, name: name, role: role, hash: hash))
            }
        } catch {
            reasons.append("the hash \(error)")
        }
        if !reasons.isEmpty { refusals.append(Refusal(line: line, reasons: reasons)) }
    }

    private static let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
}

/// Somebody who gets an account, and signs in with the password that they had in another system.
public struct ImportedAccount: Sendable {
    let line: Int
    public let email: EmailAddress
    let name: ShortText
    public let role: Role
    let hash: LegacyHash
}
