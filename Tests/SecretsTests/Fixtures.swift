import Glibc

@testable import Secrets

/// A folder of its own for one test, removed when the test is over.
final class TemporaryFolder {
    let path: String

    init() {
        path = "/tmp/vestibule-secrets-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        unsafe mkdir(path, 0o700)
    }

    deinit {
        unsafe unlink(keyRing)
        unsafe rmdir(path)
    }

    var keyRing: String { path + "/keys" }

    /// Writes a key ring of exactly this text.
    func write(_ text: String, mode: mode_t = 0o400) -> String {
        let file = unsafe open(keyRing, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let bytes = Array(text.utf8)
        unsafe Glibc.write(file, bytes, bytes.count)
        fchmod(file, mode)
        close(file)
        return keyRing
    }
}

/// A line of a key ring whose key is 32 times the byte `digits`.
func line(_ id: Int, _ digits: String) -> String { "\(id) " + String(repeating: digits, count: 32) + "\n" }

/// A vault whose newest key is the last of `ids`.
func vault(keys ids: Int...) throws -> Vault {
    let folder = TemporaryFolder()
    return try Vault(keyRing: folder.write(ids.map { line($0, "4\($0)") }.joined()))
}

func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = hexadecimal.utf8.compactMap(Hexadecimal.value)
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

extension Secret {
    /// A copy that can be compared, as only a test may.
    borrowing func copy() -> [UInt8] { withSpan { span in span.indices.map { span[$0] } } }
}
