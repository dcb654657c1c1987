private import Glibc

/// A call to the system that failed, and why.
public struct SystemError: Error, Equatable, CustomStringConvertible {
    /// The name of the C function, and what it was about.
    public let call: String
    /// The corresponding C variable is `errno`.
    public let code: Int32

    /// Takes the reason that the system gave last.
    init(_ call: String) {
        self.init(call, code: errno)
    }

    init(_ call: String, code: Int32) {
        self.call = call
        self.code = code
    }

    public var description: String {
        unsafe "\(call): \(String(cString: strerror(code)))"
    }
}
