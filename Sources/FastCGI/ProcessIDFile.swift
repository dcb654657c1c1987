private import Glibc

/// The file that says which process supervises the pool. Whoever reads it finds a whole number or no file.
enum ProcessIDFile {
    static func write(to path: String) throws(SystemError) {
        try TextFile.replace(path, with: "\(getpid())\n", mode: 0o644)
    }
}
