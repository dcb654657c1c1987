import HTTP

/// Whatever is imported as a file of comma-separated values: nothing is made up, and no line spoils another.
func checkRecords(_ input: [UInt8]) {
    let records = Array(CSV.Records(of: input))
    let lines = records.map(\.line)
    promise("a record begins in a line of the file", lines.allSatisfy((1...input.parts(0x0A).count).contains))
    promise("the next one begins in a later line", zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 })
    promise("cells stand in the file, in this order", input.holdsInOrder(records.flatMap { ($0.cells ?? []).joined() }))
    for record in records {
        guard let cells = record.cells else { continue }
        let written = Array(cells.map(quoted).joined(separator: [0x2C]))
        let again = Array(CSV.Records(of: written + [0x0A]))
        promise("cells written again read the same", written.count > 4_096 || again.map(\.cells) == [cells])
    }
    guard !input.starts(with: CSV.byteOrderMark) else { return }
    let moved = Array(CSV.Records(of: [UInt8]("a\n") + input))
    promise("a line before them changes none", moved.dropFirst().map(\.cells) == records.map(\.cells))
    promise("and moves them by one line", moved.map(\.line) == [1] + lines.map { $0 + 1 })
}

private func quoted(_ cell: [UInt8]) -> [UInt8] {
    [0x22] + cell.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + [0x22]
}
