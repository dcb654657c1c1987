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

    /// What the key ring says.
    var text: String {
        let file = unsafe open(keyRing, O_RDONLY)
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe read(file, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    var mode: mode_t { status.st_mode & 0o7777 }

    var owner: uid_t { status.st_uid }

    /// The names of everything in the folder.
    var files: [String] {
        var names: [String] = []
        guard let folder = unsafe opendir(path) else { return [] }
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { name in
                unsafe String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        unsafe closedir(folder)
        return names.sorted()
    }

    /// Leaves a file that nobody but its owner can write, as a command that was killed does.
    func leave(_ name: String) {
        close(unsafe open("\(path)/\(name)", O_WRONLY | O_CREAT, 0o400))
    }

    private var status: stat {
        var status = stat()
        unsafe stat(keyRing, &status)
        return status
    }

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
