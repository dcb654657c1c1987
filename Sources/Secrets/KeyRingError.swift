private import Glibc

/// Why a key ring file could not be used. The description is one line that says what to do, and holds no key.
public struct KeyRingError: Error, Equatable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case missing
        case exists
        case unusable(errno: Int32)
        case exposed(mode: UInt32)
        case malformed(line: Int)
        case duplicate(KeyID)
        case empty
        case full
    }

    public let path: String
    public let reason: Reason

    public var description: String {
        switch reason {
        case .missing: "\(path) is missing: restore the key ring; without it nothing that it sealed can be read"
        case .exists: "\(path) exists already: a key ring is never overwritten"
        case .unusable(let errno):
            unsafe "\(path) cannot be used (\(String(cString: strerror(errno)))): check file and folder"
        case .exposed(let mode):
            "\(path) is open to others (mode 0\(String(mode, radix: 8))): run chmod 0400 on it, and replace its keys"
        case .malformed(let line): "\(path) line \(line) is no key: write a number, a space and 64 hexadecimal digits"
        case .duplicate(let key): "\(path) has two keys with the number \(key.rawValue): remove the wrong one"
        case .empty: "\(path) holds no key: restore it from its backup"
        case .full: "\(path) holds the key with the highest number there is: make a new instance"
        }
    }
}
