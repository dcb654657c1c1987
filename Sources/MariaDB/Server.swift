/// Where a server is, and as whom to speak to it.
public struct Server: Sendable {
    let socket: String
    let user: String
    let password: [UInt8]?
    let database: String
    let timeout: Int

    /// A server that listens on the Unix socket `socket`.
    ///
    /// Without a password the server asks the kernel who we are (its plugin `unix_socket`). Connecting, writing and
    /// waiting for an answer each fail after `timeout`; an answer may take three seconds longer, because a statement
    /// may wait that long for a row that is locked.
    public init(socket: String, user: String, password: [UInt8]?, database: String, timeout seconds: Int = 3) {
        precondition(password?.contains(0) != true, "libmariadb reads a password up to its first NUL byte")
        self.socket = socket
        self.user = user
        self.password = password
        self.database = database
        timeout = seconds
    }
}
