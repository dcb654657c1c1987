import Glibc
import Testing

/// What an SVG of ours draws, as a camera would see it.
struct Drawing {
    let side: Int
    private var black: Set<Int> = []

    struct Unreadable: Error { let part: Substring }

    init(_ svg: [UInt8]) throws {
        let svg = String(decoding: svg, as: UTF8.self)
        side = try Drawing.number(Drawing.text(in: svg, between: "viewBox=\"0 0 ", and: " "))
        for line in try Drawing.text(in: svg, between: "d=\"M", and: "\"").split(separator: "M") {
            try draw(line)
        }
    }

    /// Follows `4 7.5m0 0h7m2 0h3`: where a row starts, then moves and strokes.
    private mutating func draw(_ line: Substring) throws {
        let steps = line.split(separator: "m")
        let start = try #require(steps.first).split(separator: " ")
        var column = try Drawing.number(start[0])
        let row = try Drawing.number(Drawing.text(in: " " + start[1], between: " ", and: ".5"))
        for step in steps.dropFirst() {
            let parts = step.split(separator: "h")
            column += try Drawing.number(Drawing.text(in: " " + parts[0], between: " ", and: " 0"))
            let length = try Drawing.number(parts[1])
            black.formUnion((column..<(column + length)).map { row * side + $0 })
            column += length
        }
    }

    func isBlack(row: Int, column: Int) -> Bool { black.contains(row * side + column) }

    /// What `zbarimg` reads from it, printed at four dots a module.
    func scanned() throws -> String {
        let path = "/tmp/vestibule-\(getpid())-\(UInt64.random(in: 0...UInt64.max)).pbm"
        defer { unsafe unlink(path) }
        let rows = (0..<(side * 4)).map { y in
            (0..<(side * 4)).map { x in isBlack(row: y / 4, column: x / 4) ? "1" : "0" }.joined(separator: " ")
        }
        let file = unsafe fopen(path, "w")
        unsafe fputs("P1\n\(side * 4) \(side * 4)\n" + rows.joined(separator: "\n") + "\n", file)
        unsafe fclose(file)

        guard let output = unsafe popen("zbarimg --quiet --raw -S*.disable -Sqrcode.enable \(path)", "r") else {
            throw Unreadable(part: "zbarimg")
        }
        var text: [UInt8] = []
        while case let byte = unsafe fgetc(output), byte != EOF { text.append(UInt8(byte)) }
        guard unsafe pclose(output) == 0 else { throw Unreadable(part: "zbarimg") }
        return String(decoding: text.dropLast(), as: UTF8.self)
    }

    private static func text(in text: some StringProtocol, between start: String, and end: String) throws -> Substring {
        let text = String(text)
        guard let from = text.firstRange(of: start)?.upperBound, let to = text[from...].firstRange(of: end)?.lowerBound
        else { throw Unreadable(part: text.prefix(40)) }
        return text[from..<to]
    }

    private static func number(_ digits: Substring) throws -> Int {
        guard let number = Int(digits) else { throw Unreadable(part: digits) }
        return number
    }
}
