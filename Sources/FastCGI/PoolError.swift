/// Why a pool cannot run.
public enum PoolError: Error, Equatable, CustomStringConvertible {
    /// Somebody accepts connections on this socket.
    case alreadyRunning(String)
    /// The folder of a socket is no folder, or open to others than its owner and group.
    case folderIsOpen(String)
    /// Something else lies where a socket is to be.
    case notASocket(String)
    case system(SystemError)

    public var description: String {
        switch self {
        case .alreadyRunning(let path): "another pool is running: it answers on \(path)"
        case .folderIsOpen(let path):
            "\(path) must be a folder that others cannot enter and the group cannot change (0750)"
        case .notASocket(let path): "\(path) is there already, and is no socket"
        case .system(let error): error.description
        }
    }
}
