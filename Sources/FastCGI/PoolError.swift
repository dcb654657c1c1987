/// Why a pool cannot run.
public enum PoolError: Error, Equatable {
    /// Somebody accepts connections on this socket: another pool is running.
    case alreadyRunning(String)
    /// The folder of the sockets is no folder, or open to others than its owner and group.
    case folderIsOpen(String)
    /// Something else lies where a socket is to be.
    case notASocket(String)
    case system(SystemError)
}
