import Glibc
import HTTP

@testable import FastCGI

/// What a worker makes of a connection on which `bytes` come, and then nothing more; `nil` if of no request.
func arrival(of bytes: [UInt8]) -> Result<Request, UnreadableRequest>? {
    _ = isPrepared
    var ends: [Int32] = [0, 0]
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
        fatalError("no socket is left")
    }
    defer { close(ends[1]) }
    // More than a socket holds would never be taken off it.
    let count = min(bytes.count, 65_536)
    guard unsafe send(ends[1], bytes, count, Int32(MSG_NOSIGNAL)) == count else { fatalError("the socket is full") }
    shutdown(ends[1], Int32(SHUT_WR))
    // The exchange owns the other end, and closes it.
    return Exchange(on: ends[0])?.request()
}

private let isPrepared: Bool = {
    Exchange.prepare()
    return true
}()
