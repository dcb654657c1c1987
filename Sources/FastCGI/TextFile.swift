private import Glibc

/// A small file of text, such as a configuration or a statement. Workers read theirs with it, as Foundation
/// would cost each of them a tenth of its memory.
public enum TextFile {
    /// The whole text of the file; `nil` if it cannot be read or is not UTF-8.
    /// The corresponding C functions are `open` and `read`.
    public static func read(_ path: String) -> String? {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var text: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe Glibc.read(descriptor, &part, part.count)
            if count == 0 { return String(validating: text, as: UTF8.self) }
            if count > 0 { text += part.prefix(count) } else if errno != EINTR { return nil }
        }
    }
}
