private import Glibc

/// What is piped or typed to a process.
public enum StandardInput {
    /// The first line, byte for byte and without its end; `nil` if there is none.
    /// The corresponding C function is `read`.
    public static func firstLine() -> [UInt8]? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = unsafe Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return line.isEmpty ? nil : line }
            if byte == UInt8(ascii: "\n") { return line }
            line.append(byte)
        }
    }
}
