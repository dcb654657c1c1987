import ArgumentParser
import FastCGI
import Glibc
import HTTP
import Logging
import MariaDB
import Site

/// Wakes every minute and removes what is over. The supervisor starts it.
struct Housekeeper: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove expired sessions and challenges, every minute.",
        discussion: "The supervisor starts it, and it ends with the supervisor.")

    func run() throws {
        let instance = try Instance.read(part: "housekeeper", isCommand: false)
        try StatusPage.inherited().endWithSupervisor()
        let store = try instance.store()
        while true {
            do {
                try store.tidy(at: Instant.now())
            } catch let error as MariaDBError {
                instance.log.error("not tidied", metadata: ["error": "\(error)"])
            }
            sleep(60)
        }
    }
}
