import Glibc

/// A connection as a web server opens it: it writes a request in the records of FastCGI and reads the answer.
final class WebServerConnection {
    private let descriptor: Int32

    /// Connects to the Unix socket at `path`, or says why not.
    init(to path: String) throws(SocketAddress.Refusal) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue), 0)
        try unsafe SocketAddress.use(path) { unsafe connect(descriptor, $0, $1) }
    }

    deinit { close(descriptor) }

    /// Sends `bytes`, as far as the other side takes them.
    func send(_ bytes: some Sequence<UInt8>) {
        var rest = Array(bytes)[...]
        while !rest.isEmpty, wait(for: Int16(POLLOUT)) {
            let copy = Array(rest)
            let count = unsafe Glibc.send(descriptor, copy, copy.count, Int32(MSG_NOSIGNAL))
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Ends what this side sends.
    func sayNoMore() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next answer, or nothing if the connection is closed before its end.
    func answer() -> Answer? { output().map(Answer.init) }

    /// What is left of an answer, or nothing if the connection is closed before its end.
    func rest() -> String? { output().map { String(decoding: $0, as: UTF8.self) } }

    private func output() -> [UInt8]? {
        var output: [UInt8] = []
        while let header = read(8) {
            let length = Int(header[4]) << 8 | Int(header[5])
            guard let content = read(length + Int(header[6])) else { return nil }
            switch header[1] {
            case 6: output += content.prefix(length)
            case 3: return output
            default: break
            }
        }
        return nil
    }

    /// The first record of an answer whose end is yet to come.
    func beginning() -> String? {
        guard let header = read(8), header[1] == 6 else { return nil }
        let length = Int(header[4]) << 8 | Int(header[5])
        return read(length + Int(header[6])).map { String(decoding: $0.prefix(length), as: UTF8.self) }
    }

    /// Whether the other side has closed the connection.
    func isClosed() -> Bool { read(1) == nil }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard wait(for: Int16(POLLIN)) else { return nil }
            var portion = [UInt8](repeating: 0, count: count - bytes.count)
            let got = unsafe recv(descriptor, &portion, portion.count, 0)
            guard got > 0 else { return nil }
            bytes += portion.prefix(got)
        }
        return bytes
    }

    private func wait(for events: Int16) -> Bool {
        var event = pollfd(fd: descriptor, events: events, revents: 0)
        return unsafe poll(&event, 1, 60_000) == 1
    }
}
