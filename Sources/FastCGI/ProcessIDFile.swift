private import Glibc

/// The file that says which process supervises the pool. Whoever reads it finds a whole number or no file.
enum ProcessIDFile {
    static func write(to path: String) throws(SystemError) {
        let draft = path + ".new"
        let file = unsafe open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw SystemError("open \(draft)") }
        let text = Array("\(getpid())\n".utf8)
        let written = unsafe Glibc.write(file, text, text.count)
        guard close(file) == 0, written == text.count, unsafe rename(draft, path) == 0 else {
            throw SystemError("write \(path)")
        }
    }
}
