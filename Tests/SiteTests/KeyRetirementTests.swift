import Authentication
import Foundation
import HTTP
import MariaDB
import Secrets
import Testing

@testable import Site

extension Administration {
    @Suite struct `Retiring a key` {
        @Test func `It is refused while anything would be lost, with the counts`() throws {
            let ada = try Enrolled()
            var keys = try Keys()
            let (old, _) = try keys.rotate()
            guard case .inUse(let use) = try keys.retire(old) else { throw NotRefused() }
            #expect(use[.password] >= 1 && use[.recoverySet] >= 1)
            #expect(try keys.use(of: old).state == .older)
            _ = try ada.signedIn()
        }

        @Test func `An unused one goes, and what it wrote into the audit log verifies all the same`() throws {
            var keys = try Keys()
            let (_, middle) = try keys.rotate()
            try keys.store.note(.signedOut, of: nil, on: .commandLine(at: .present))
            let row = try keys.store.auditRows(after: keys.store.lastAuditID() - 1, through: .max)[0]
            #expect(row.key == Int64(middle.rawValue))
            _ = try keys.rotate()
            guard case .done = try keys.retire(middle) else { throw NotRefused() }
            #expect(try keys.use(of: middle).state == .retired)
            #expect(try !keys.store.keyChecks().contains { $0.key == middle })
            let isAuthentic = row.isAuthentic(keys.store.vault)
            #expect(isAuthentic)
            guard case .unchanged = try keys.retire(middle) else { throw NotRefused() }
            let entry = try keys.store.audit(AuditFilter(event: .keyRetired), 1)[0]
            #expect(entry.detail == Array("key \(middle.rawValue)".utf8))
        }

        @Test func `The one that writes, one that waits and one that is not there stay`() throws {
            var keys = try Keys()
            guard case .writes = try keys.retire(keys.store.vault.current) else { throw NotRefused() }
            let waiting = try keys.store.addKey()
            guard case .writes = try keys.retire(waiting) else { throw NotRefused() }
            guard case .unknown = try keys.retire(KeyID(rawValue: 4_000_000_000)) else { throw NotRefused() }
            try keys.begin(waiting)
        }

        @Test func `A worker that has only the old key keeps nothing under it any more, and takes up the new one`()
            throws
        {
            var keys = try Keys()
            let (_, middle) = try keys.rotate()
            let ada = try Person()
            var stale = try Browser()
            try stale.signIn(ada)
            try stale.open("/my/profile/two-factor")
            // The password moves on; so nothing is left under the key but what this worker is about to seal.
            _ = try keys.rotate()
            var other = try Browser()
            try other.signIn(ada)
            guard case .done = try keys.retire(middle) else { throw NotRefused() }
            let refused = try stale.press("Enable two-factor")
            #expect(refused.status == 503)
            stale.now = stale.now.advanced(bySeconds: 1)
            #expect(try stale.enrol().codes.count == 8)
        }

        @Test func `What is sealed at the same instant is not lost`() async throws {
            for _ in 0..<3 {
                var keys = try Keys()
                let (_, middle) = try keys.rotate()
                let store = try TestInstance.store()
                #expect(store.vault.current == middle)
                let person = Person.invented()
                _ = try keys.rotate()
                try await together([
                    { @Sendable in _ = try? addAccount(person, under: middle) },
                    { @Sendable in try retireWhile(middle) },
                ])
                var browser = try Browser()
                let isThere = try TestInstance.store().account(person.address) != nil
                #expect(try (browser.signIn(person).path == "/my") == isThere)
            }
        }

        private struct NotRefused: Error {}
    }
}

/// Makes an account, as a process does that has not heard of a newer key.
private func addAccount(_ person: Person, under key: KeyID) throws {
    var store = try TestInstance.store()
    store.vault.write(under: key)
    _ = try store.addAccount(
        person.address, name: ShortText(person.name.utf8)!, role: .user, password: Array(person.password.utf8),
        on: .commandLine(at: .present))
}

private func retireWhile(_ key: KeyID) throws {
    var keys = try Keys()
    usleep(.random(in: 0..<30_000))
    _ = try keys.retire(key)
}
