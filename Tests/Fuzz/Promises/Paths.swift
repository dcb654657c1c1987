import HTTP

/// Whatever is asked for as an address: a path is in its canonical spelling, or it is none.
func checkPath(_ input: [UInt8]) {
    guard let path = Path(input) else {
        promise("a plain path is one", !isPlain(input))
        return
    }
    promise("a path is what was asked for", path.bytes == input && Path(path.text.utf8) == path)
    promise("it is no longer than any of ours", input.count <= 1_024)
    promise("it begins at the root", input.first == 0x2F)
    promise("it has no empty segment", !input.holds([UInt8]("//")))
    for dots in [".", ".."] as [StaticString] {
        promise("it climbs nowhere", !input.parts(0x2F).contains([UInt8](dots)))
    }
    promise("nothing in it splits a header or a log line", input.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    promise("nothing in it is a separator elsewhere", !input.contains(0x5C) && !input.contains(0x3B))
    promise("it is text", String(validating: input, as: UTF8.self) != nil)
    promise("its segments are all of it", Array(path.segments.flatMap { [0x2F] + $0 }) == input)
}

/// Letters and single slashes, which nobody needs to doubt.
private func isPlain(_ path: [UInt8]) -> Bool {
    path.first == 0x2F && path.count <= 1_024 && !path.holds([UInt8]("//"))
        && path.allSatisfy { $0 == 0x2F || 0x61 <= $0 && $0 <= 0x7A }
}
