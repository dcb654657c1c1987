private import Glibc

/// The parameters of a request, where the library has left them.
@safe struct Parameters {
    private let entries: [Entry]

    /// Finds out where each name ends, once for all that are looked up. They must not outlive `environment`.
    init(of environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
        var entries: [Entry] = []
        entries.reserveCapacity(32)
        var next = unsafe environment
        while let place = unsafe next, let text = unsafe place.pointee {
            if let entry = unsafe Entry(text) { entries.append(entry) }
            unsafe next = place + 1
        }
        self.entries = entries
    }

    /// The value of a parameter; an empty one is none (RFC 3875 §4.1).
    ///
    /// One that comes twice is none either, so neither can pass for the other. A name that holds `=`
    /// looks like another name here, and the rule meets it as well.
    subscript(name: StaticString) -> [UInt8]? {
        var found: Entry?
        for entry in entries where entry.isNamed(name) {
            guard found == nil else { return nil }
            found = entry
        }
        return found?.value
    }

    /// A parameter as `NAME=value`.
    @safe private struct Entry {
        private let text: UnsafePointer<CChar>
        private let nameLength: Int

        init?(_ text: UnsafePointer<CChar>) {
            guard let equals = unsafe strchr(text, CInt(UInt8(ascii: "="))) else { return nil }
            unsafe self.text = unsafe text
            nameLength = unsafe UnsafePointer(equals) - text
        }

        func isNamed(_ name: StaticString) -> Bool {
            unsafe nameLength == name.utf8CodeUnitCount && memcmp(text, name.utf8Start, nameLength) == 0
        }

        var value: [UInt8]? {
            let value = unsafe text + nameLength + 1
            return unsafe value.pointee == 0 ? nil : Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
        }
    }
}
