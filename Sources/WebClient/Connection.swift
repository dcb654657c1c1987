private import CSSL
private import Glibc

/// A connection to a web server, plain or under TLS. It is closed when its owner lets go of it.
@safe struct Connection: ~Copyable {
    private let descriptor: Int32
    /// Only where the address is a secure one.
    private let session: OpaquePointer?

    /// How long the other side may be silent.
    private static let patience = 10

    /// Connects. A certificate has to be valid for the host, by those that the system trusts.
    init(to address: WebAddress, at host: String) throws(WebError) {
        // Whoever goes away while we write makes an error, and does not end this process.
        _ = signal(SIGPIPE, SIG_IGN)
        let descriptor = try Connection.connect(to: host, address.port)
        let session = unsafe address.isSecure ? try Connection.secure(descriptor, for: address) : nil
        self.descriptor = descriptor
        unsafe self.session = session
    }

    deinit {
        unsafe SSL_free(session)
        close(descriptor)
    }

    /// The corresponding C functions are `send` and `SSL_write`.
    borrowing func write(_ bytes: [UInt8]) throws(WebError) {
        let count =
            if let session = unsafe session { unsafe Int(SSL_write(session, bytes, Int32(bytes.count))) } else {
                unsafe send(descriptor, bytes, bytes.count, 0)
            }
        guard count == bytes.count else { throw WebError("it does not take the request") }
    }

    /// The next bytes, and none at the end. The corresponding C functions are `recv` and `SSL_read`.
    borrowing func read() throws(WebError) -> [UInt8] {
        var part = [UInt8](repeating: 0, count: 16_384)
        let count =
            if let session = unsafe session { unsafe Int(SSL_read(session, &part, Int32(part.count))) } else {
                unsafe recv(descriptor, &part, part.count, 0)
            }
        guard count >= 0 else { throw WebError("it gives no answer") }
        return Array(part.prefix(count))
    }

    /// Tries each address of the host. The corresponding C functions are `getaddrinfo` and `connect`.
    private static func connect(to host: String, _ port: UInt16) throws(WebError) -> Int32 {
        // Names below localhost are this machine's (RFC 6761 §6.3), which not every resolver knows.
        let name = host.utf8.reversed().starts(with: ".localhost".utf8.reversed()) ? "localhost" : host
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(name, String(port), &hints, &found)
        guard code == 0 else { throw unsafe WebError("\(host): \(String(cString: gai_strerror(code)))") }
        defer { unsafe freeaddrinfo(found) }
        var reason = EHOSTUNREACH
        var next = unsafe found
        while let candidate = unsafe next {
            let descriptor = unsafe socket(
                candidate.pointee.ai_family, candidate.pointee.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { break }
            limit(descriptor)
            if unsafe Glibc.connect(descriptor, candidate.pointee.ai_addr, candidate.pointee.ai_addrlen) == 0 {
                return descriptor
            }
            reason = errno
            close(descriptor)
            unsafe next = candidate.pointee.ai_next
        }
        throw unsafe WebError(String(cString: strerror(reason)))
    }

    private static func limit(_ descriptor: Int32) {
        var time = timeval(tv_sec: patience, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            unsafe setsockopt(descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// Closes `descriptor` where there is no TLS.
    /// The corresponding C functions are `SSL_set1_host` and `SSL_connect`.
    private static func secure(_ descriptor: Int32, for address: WebAddress) throws(WebError) -> OpaquePointer {
        let context = unsafe SSL_CTX_new(TLS_client_method())
        defer { unsafe SSL_CTX_free(context) }
        unsafe SSL_CTX_set_default_verify_paths(context)
        unsafe SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        guard let session = unsafe SSL_new(context) else { fatalError("there is no memory for TLS") }
        unsafe set_server_name(session, address.host)
        unsafe SSL_set1_host(session, address.host)
        unsafe SSL_set_fd(session, descriptor)
        if unsafe SSL_connect(session) == 1 { return unsafe session }
        let result = unsafe SSL_get_verify_result(session)
        unsafe SSL_free(session)
        close(descriptor)
        throw unsafe WebError(
            result == 0
                ? "it does not speak TLS as we do"
                : "its certificate: \(String(cString: X509_verify_cert_error_string(result)))")
    }
}
