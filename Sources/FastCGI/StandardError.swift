private import Glibc

/// Where a process writes its log.
public enum StandardError {
    /// Writes `line` and an end of line in one call, so that lines of several processes do not mix.
    /// The corresponding C function is `write`.
    public static func write(_ line: String) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        _ = unsafe Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
