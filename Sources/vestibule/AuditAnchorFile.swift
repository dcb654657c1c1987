import FastCGI
import Site

/// The file in which this host remembers the end of the sealed audit log.
struct AuditAnchorFile {
    let path: String

    /// `nil` while nothing was sealed yet. A file that was damaged is no anchor, and says nothing about the log.
    func read() throws -> AuditAnchor? {
        guard let text = TextFile.read(path) else { return nil }
        guard let anchor = AuditAnchor(text) else {
            throw Refusal("\(path) holds no anchor: remove it, and the housekeeper writes the next one")
        }
        return anchor
    }

    func replace(with anchor: AuditAnchor) throws {
        try TextFile.replace(path, with: anchor.text)
    }
}
