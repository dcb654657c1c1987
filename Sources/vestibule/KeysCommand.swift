import ArgumentParser
import Authentication
import FastCGI
import Glibc
import HTTP
import Secrets
import Site

/// The server's keys, which are replaced while people sign in.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List, replace and retire the server's keys.",
        discussion: """
            The key ring file of VESTIBULE_KEY_RING holds the keys under which secrets stand in the database. The newest that \
            was begun writes; the others read what they wrote. These commands work as vestibule_migrate, and must be able \
            to write the folder of the file. Back the file up before and after them, apart from the database, and keep \
            each copy for as long as a backup of the database from its time.
            """,
        subcommands: [List.self, Add.self, Rotate.self, Retire.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a fresh key to this host's key ring, to be copied to other hosts before it is begun.",
            discussion: """
                One host alone needs no more than `keys rotate`. Where several share a database: add the key on one of them, \
                copy the file to the others, then rotate on any. Nothing is written under the key before that, and a key \
                that waits already is not followed by another.
                """)

        func run() throws {
            var store = try Instance.read(part: "keys").migrationStore()
            try store.holdKeys()
            let waiting = store.waitingKey
            print("key \(try (waiting ?? store.addKey()).rawValue) \(waiting == nil ? "added" : "waits already")")
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have a fresh key write, and seal everything under it anew.",
            discussion: """
                Adds a key, unless one waits; begins it, from when on every host writes under it; and seals with it the keys \
                of all authenticators, enabled and pending. People sign in, enrol and disable meanwhile and notice nothing. \
                Cut short, it goes on where it stopped when it is run again, and adds no other key then.

                Passwords are renewed as their owners sign in, and recovery codes as their owners make new ones. Until then \
                the older key is needed for them.
                """)

        /// How long requests may still go on that began before the keys changed. Every process looks once a second.
        private static let patience: UInt32 = 3

        func run() throws {
            let instance = try Instance.read(part: "keys")
            var store = try instance.migrationStore()
            try store.holdKeys()
            let left = store.waitingKey == nil ? try reseal(store) : Resealing()
            guard left.count == 0 else {
                print("finished what an earlier run had left: \(left.count) keys of authenticators sealed anew")
                return try left.end()
            }
            let key = try store.waitingKey ?? store.addKey()
            sleep(Rotate.patience)
            try store.begin(key, on: .commandLine(at: Instant.now()))
            sleep(Rotate.patience)
            let resealing = try reseal(store)
            print("key \(key.rawValue) writes: \(resealing.count) keys of authenticators sealed anew")
            try resealing.end()
        }

        private func reseal(_ store: borrowing Store) throws -> Resealing {
            var resealing = Resealing()
            resealing.count = try store.reseal(on: .commandLine(at: Instant.now())) {
                resealing.damaged.append($0.email.text)
            }
            return resealing
        }

        /// What was sealed anew, and whose second factor could not be.
        private struct Resealing {
            var count = 0
            var damaged: [String] = []

            func end() throws {
                guard !damaged.isEmpty else { return }
                throw Refusal(
                    "the second factor of \(damaged.joined(separator: ", ")) was damaged in the database and stays as it is: "
                        + "run `vestibule account reset-second-factor` for each")
            }
        }
    }
}
