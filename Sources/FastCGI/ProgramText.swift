private import Glibc

/// The machine code of this process, its libraries' included, as the kernel has mapped it.
enum ProgramText {
    /// Lets go of the pages that only the start needed. What is used again comes back from the page cache, page by page.
    ///
    /// The corresponding C function is `madvise`; executable pages are never written to, so nothing is lost with them.
    static func release() {
        for line in (TextFile.read("/proc/self/maps") ?? "").utf8.split(separator: UInt8(ascii: "\n")) {
            let columns = line.split(separator: UInt8(ascii: " "))
            guard columns.count == 6, columns[1].elementsEqual("r-xp".utf8), columns[5].first == UInt8(ascii: "/")
            else {
                continue
            }
            let bounds = columns[0].split(separator: UInt8(ascii: "-")).compactMap { UInt(Substring($0), radix: 16) }
            unsafe madvise(UnsafeMutableRawPointer(bitPattern: bounds[0]), Int(bounds[1] - bounds[0]), MADV_DONTNEED)
        }
    }
}
