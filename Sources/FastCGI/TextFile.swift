private import CLinux
private import Glibc

/// A small file of text, such as a configuration or a statement. Workers read theirs with it, as Foundation
/// would cost each of them a tenth of its memory.
public enum TextFile {
    /// The whole text of the file; `nil` if it cannot be read or is not UTF-8.
    public static func read(_ path: String) -> String? {
        bytes(of: path).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The file byte for byte, in one piece of memory that is given back whole; `nil` if it cannot be read.
    /// The corresponding C functions are `open`, `fstat` and `read`.
    public static func bytes(of path: String) -> [UInt8]? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(Int(status.st_size))
        var part = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe Glibc.read(descriptor, &part, part.count)
            if count == 0 { return text }
            if count > 0 { text += part.prefix(count) } else if errno != EINTR { return nil }
        }
    }

    /// Writes over the file itself, which keeps its owner, its mode and every link to it. Where that fails, it has kept its
    /// room on the disk too, and what it held can be written again. The corresponding C functions are `open`, `write`,
    /// `ftruncate` and `fsync`.
    public static func overwrite(_ path: String, with bytes: [UInt8]) throws(SystemError) {
        let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError("open of \(path)") }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw SystemError("writing of \(path)")
            }
        }
        guard ftruncate(descriptor, bytes.count) == 0, fsync(descriptor) == 0 else {
            throw SystemError("writing of \(path)")
        }
    }

    /// Puts `text` in place of what the file held, so that a reader finds the one or the other whole.
    /// The corresponding C functions are `write`, `fsync` and `rename`.
    public static func replace(_ path: String, with text: String, mode: UInt32 = 0o600) throws(SystemError) {
        let new = path + ".new"
        let descriptor = unsafe open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SystemError("open of \(new)") }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0,
            unsafe rename(new, path) == 0
        else { throw SystemError("writing of \(path)") }
    }
}
