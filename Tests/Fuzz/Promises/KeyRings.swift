import Glibc

@testable import Secrets

/// Whatever stands in a key ring file: its keys have one number each, and the newest writes.
func checkKeyRing(_ input: [UInt8]) {
    let ids = numbers(input)
    let lines = input.parts(0x0A)
    promise("the order of the lines means nothing", numbers(Array(lines.reversed().joined(separator: [0x0A]))) == ids)
    promise("a remark says nothing", numbers([UInt8]("# 1 a\n\n") + input) == ids)
    guard let ids else { return }
    promise("a key ring has a key", !ids.isEmpty)
    promise("the newest stands first, and none comes twice", zip(ids, ids.dropFirst()).allSatisfy { $0 > $1 })
    for id in ids {
        let digits = Array("\(id.rawValue) ".utf8)
        promise("a number stands in its line", lines.contains { $0.holds(digits) && $0.count >= digits.count + 64 })
    }
}

/// The keys in a file of these bytes, or none if it is refused.
private func numbers(_ text: [UInt8]) -> [KeyID]? {
    do throws(KeyRingError) {
        return try KeyRing(path: ScratchFile.write(text)).ids
    } catch {
        promise("a refusal is one line", !error.description.utf8.contains(0x0A))
        return nil
    }
}

/// A file without a name, for its owner alone. It is written over each time, since making one takes far longer.
private enum ScratchFile {
    private static let descriptor = {
        var name = Array("/dev/shm/vestibule-XXXXXX".utf8CString)
        let descriptor = unsafe mkstemp(&name)
        unsafe unlink(name)
        fchmod(descriptor, 0o400)
        return descriptor
    }()

    /// Returns where the file can be opened.
    static func write(_ bytes: [UInt8]) -> String {
        guard ftruncate(descriptor, 0) == 0, unsafe pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else {
            fatalError("/dev/shm takes no file")
        }
        return "/proc/self/fd/\(descriptor)"
    }
}
