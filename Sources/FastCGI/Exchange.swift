private import CFastCGI
private import Glibc
internal import HTTP

/// One request and its answer on a connection. It owns the connection while it lasts.
@safe struct Exchange: ~Copyable {
    /// Lies on the heap: the library's streams point back to it, so it must not move.
    private let handle: UnsafeMutablePointer<FCGX_Request>
    private let parameters: Parameters
    private var isReadToItsEnd = false

    /// How much is written before the clock is looked at, in bytes.
    private static let portion = 8_192

    /// Prepares the process for exchanges. The corresponding C function is `FCGX_Init`.
    ///
    /// The library installs signal handlers of its own, which are taken back: a broken connection is
    /// an error where it is written to, and signals are waited for.
    static func prepare() {
        FCGX_Init()
        signal(SIGPIPE, SIG_IGN)
        signal(SIGUSR1, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
    }

    /// Reads the parameters of a request, or closes `connection` if none comes.
    /// The corresponding C function is `FCGX_Accept_r`.
    init?(on connection: Int32) {
        let handle = UnsafeMutablePointer<FCGX_Request>.allocate(capacity: 1)
        // Without a listening socket the library gives up on a bad connection instead of waiting for another.
        unsafe FCGX_InitRequest(handle, -1, 0)
        unsafe handle.pointee.ipcFd = connection
        unsafe handle.pointee.keepConnection = 1
        // The library then closes without waiting up to two seconds for the other side to do so first.
        unsafe handle.pointee.detached = 1
        // Parameters that break off are no failure to the library: it returns those that it has.
        guard unsafe FCGX_Accept_r(handle) == 0, unsafe FCGX_GetError(handle.pointee.in) == 0 else {
            unsafe FCGX_Free(handle, 1)
            unsafe handle.deallocate()
            return nil
        }
        unsafe self.handle = unsafe handle
        parameters = unsafe Parameters(of: handle.pointee.envp)
    }

    deinit {
        unsafe FCGX_Free(handle, 1)
        unsafe handle.deallocate()
    }

    /// The request, as it arrived now.
    func request() -> Result<Request, UnreadableRequest> {
        let receivedAt = Instant.now()
        do throws(MalformedRequest) {
            let body = try body()
            return .success(try Request(parameters, body: body, receivedAt: receivedAt))
        } catch {
            return .failure(UnreadableRequest(error, parameters))
        }
    }

    /// Begins to answer with `response`, and says whether it arrives.
    mutating func begin(_ response: Response) -> Bool {
        isReadToItsEnd = skipRest()
        response.forEachHeader { name, value in
            put(name)
            put(": ")
            put(value)
            put("\r\n")
        }
        put("\r\n")
        return unsafe FCGX_GetError(handle.pointee.out) == 0 && (response.body.isEmpty || send(response.body))
    }

    /// Sends a piece of a header. The stream keeps whether it could, and from then on can do no more.
    private func put(_ text: String) {
        unsafe text.utf8Span.span.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            unsafe FCGX_PutStr(start, Int32(bytes.count), handle.pointee.out)
        }
    }

    /// Sends a part of the answer, and says whether it arrives.
    ///
    /// Whoever takes longer than eight seconds for a part gets no more: no reader, however slow, holds a worker for ever.
    /// A single write waits five seconds at most (see `Listener`), so the supervisor, which allows fifteen, sees a
    /// worker that is alive. The corresponding C function is `FCGX_PutStr`.
    func send(_ part: [UInt8]) -> Bool {
        let end = Tick.now + .seconds(8)
        return unsafe part.withUnsafeBytes { bytes in
            let text = unsafe bytes.bindMemory(to: CChar.self)
            for start in stride(from: 0, to: text.count, by: Exchange.portion) {
                let portion = unsafe UnsafeBufferPointer(rebasing: text[start...].prefix(Exchange.portion))
                let count = Int32(portion.count)
                guard unsafe FCGX_PutStr(portion.baseAddress, count, handle.pointee.out) == count, .now < end else {
                    return false
                }
            }
            return true
        }
    }

    /// Ends the answer, and closes the connection unless it may stay open for another request.
    ///
    /// An answer that is not whole is not ended: the connection is closed, and the web server breaks off in its turn.
    /// The corresponding C function is `FCGX_Finish_r`.
    consuming func end(isWhole: Bool, keepingOpen mayKeep: Bool) {
        guard isWhole else { return }
        if !mayKeep || !isReadToItsEnd { unsafe handle.pointee.keepConnection = 0 }
        unsafe FCGX_Finish_r(handle)
        unsafe handle.pointee.ipcFd = -1
    }

    private func body() throws(MalformedRequest) -> [UInt8] {
        let announced = try contentLength(parameters["CONTENT_LENGTH"] ?? [])
        let body = read(upTo: announced)
        guard body.count == announced else { throw .cutShort }
        return body
    }

    /// The corresponding C function is `FCGX_GetStr`.
    private func read(upTo count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            guard count > 0 else { return }
            let text = unsafe UnsafeMutableRawBufferPointer(buffer).bindMemory(to: CChar.self).baseAddress
            filled = unsafe max(0, Int(FCGX_GetStr(text, Int32(count), handle.pointee.in)))
        }
    }

    /// Drops what is left of the request and says whether its end was reached.
    ///
    /// A web server that still sends would see a broken connection instead of the answer, and the next
    /// request would begin with the remains of this one. Beyond a megabyte it deserves no better.
    private func skipRest() -> Bool {
        unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1_024) { portion in
            let count = Int32(portion.count)
            for _ in 0..<1_024 where unsafe FCGX_GetStr(portion.baseAddress, count, handle.pointee.in) < count {
                return true
            }
            return false
        }
    }
}
