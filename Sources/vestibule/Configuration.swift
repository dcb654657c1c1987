import FastCGI

/// What the operator has set: the file that `VESTIBULE_CONFIGURATION` names, and the environment, which wins.
struct Configuration {
    private let values: [String: String]
    /// The line of each setting that the file has, and the environment has not.
    private let lines: [String: Int]

    /// Reads the environment of this process and the file.
    static func read() throws -> Configuration {
        let environment = Environment.all
        guard let path = environment["VESTIBULE_CONFIGURATION"] else {
            return try Configuration(file: "", environment: environment)
        }
        guard let file = TextFile.read(path) else {
            throw Fault(["cannot read \(path), which VESTIBULE_CONFIGURATION names"])
        }
        return try Configuration(file: file, environment: environment)
    }

    /// Reads lines of `KEY=value` as systemd's `EnvironmentFile` has them; everything wrong is named at once.
    init(file: String, environment: [String: String]) throws {
        var values: [String: String] = [:]
        var lines: [String: Int] = [:]
        var faults: [String] = []
        for (number, line) in file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.isEmpty || line.hasPrefix("#") { continue }
            let halves = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let key = Key(rawValue: String(halves[0])) else {
                faults.append("line \(number + 1) is no setting")
                continue
            }
            values[key.rawValue] = Configuration.unquoted(halves[1])
            lines[key.rawValue] = number + 1
        }
        for key in Key.allCases {
            guard let value = environment[key.rawValue] else { continue }
            values[key.rawValue] = value
            lines[key.rawValue] = nil
        }
        guard faults.isEmpty else { throw Fault(faults) }
        self.values = values
        self.lines = lines
    }

    /// The line of the file that sets `key`; `nil` where the environment does, or nothing.
    func line(of key: Key) -> Int? { lines[key.rawValue] }

    /// The sites behind the gate.
    var sites: [String] { (self[.sites] ?? "").split(separator: " ").map(String.init) }

    subscript(key: Key) -> String? { values[key.rawValue] }

    /// The value of a setting that has no default.
    func required(_ key: Key) throws -> String {
        guard let value = self[key], !value.isEmpty else { throw Fault(["\(key.rawValue) is not set"]) }
        return value
    }

    /// The number of processes that a setting asks for, 1 to 256.
    func count(_ key: Key, default standard: Int) throws -> Int {
        guard let value = self[key] else { return standard }
        guard let count = Int(value), (1...256).contains(count) else {
            throw Fault(["\(key.rawValue) must be a number from 1 to 256"])
        }
        return count
    }

    /// What is wrong with the configuration, in one line.
    struct Fault: Error, CustomStringConvertible {
        let description: String

        init(_ faults: [String]) {
            description = "configuration: " + faults.joined(separator: "; ")
        }
    }

    private static func unquoted(_ value: Substring) -> String {
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            return String(value.dropFirst().dropLast())
        }
        return String(value)
    }
}
