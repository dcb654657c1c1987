extension CSV {
    /// A line of cells as a file has it (RFC 4180); quoted cells may go on over several lines of text.
    public struct Record: Equatable, Sendable {
        /// The number of the line of text in which it begins, from 1 on.
        public let line: Int
        /// `nil` where quotation marks do not pair, and where there is more than anybody means.
        public let cells: [[UInt8]]?

        static let longest = 4_096
    }

    /// The records of a file, one after the other. Lines end with CRLF or LF; empty ones are left out.
    ///
    /// After one that cannot be read it goes on with the next line of text.
    public struct Records: Sequence, IteratorProtocol {
        private let bytes: [UInt8]
        private var place: Int
        private var line = 1

        public init(of bytes: [UInt8]) {
            self.bytes = bytes
            place = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        }

        public mutating func next() -> Record? {
            while let ending = lineEnding(at: place) { move(to: place + ending) }
            guard place < bytes.count else { return nil }
            let (start, number) = (place, line)
            guard let cells = readCells() else {
                place = start
                line = number
                skipLine()
                return Record(line: number, cells: nil)
            }
            return Record(line: number, cells: cells)
        }

        private mutating func readCells() -> [[UInt8]]? {
            let end = Swift.min(bytes.count, place + Record.longest)
            var cells: [[UInt8]] = []
            while let cell = byte(at: place) == UInt8(ascii: "\"") ? quotedCell(before: end) : plainCell() {
                cells.append(cell)
                if place > end { return nil }
                if place == bytes.count { return cells }
                if let ending = lineEnding(at: place) {
                    move(to: place + ending)
                    return cells
                }
                guard byte(at: place) == UInt8(ascii: ",") else { return nil }
                place += 1
            }
            return nil
        }

        /// A cell without quotation marks around it, which then has none in it either.
        private mutating func plainCell() -> [UInt8]? {
            let start = place
            while place < bytes.count, bytes[place] != UInt8(ascii: ","), lineEnding(at: place) == nil {
                if bytes[place] == UInt8(ascii: "\"") { return nil }
                place += 1
            }
            return Array(bytes[start..<place])
        }

        private mutating func quotedCell(before end: Int) -> [UInt8]? {
            var cell: [UInt8] = []
            place += 1
            while place < end {
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "\"") {
                    guard place < bytes.count, bytes[place] == byte else { return cell }
                    place += 1
                }
                if byte == UInt8(ascii: "\n") { line += 1 }
                cell.append(byte)
            }
            return nil
        }

        private mutating func skipLine() {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1
            move(to: end + 1)
        }

        /// Moves behind the end of a line.
        private mutating func move(to next: Int) {
            place = next
            line += 1
        }

        /// How many bytes end the line here; `nil` if it goes on.
        private func lineEnding(at place: Int) -> Int? {
            if byte(at: place) == UInt8(ascii: "\n") { return 1 }
            return byte(at: place) == UInt8(ascii: "\r") && byte(at: place + 1) == UInt8(ascii: "\n") ? 2 : nil
        }

        /// `nil` behind the end of the file.
        private func byte(at place: Int) -> UInt8? {
            place < bytes.count ? bytes[place] : nil
        }
    }
}
