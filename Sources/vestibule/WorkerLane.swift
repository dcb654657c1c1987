import ArgumentParser

/// The lanes of the pool. None of them waits for another.
enum WorkerLane: String, CaseIterable, ExpressibleByArgument {
    /// Checks for other sites.
    case gate
    /// Pages.
    case portal
    /// Whatever hashes a password.
    case signIn = "sign-in"
}
