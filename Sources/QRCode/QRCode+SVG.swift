extension QRCode {
    /// The white border without which cameras do not find a code, in modules.
    private static let quietZone = 4

    /// An inline `<svg>`: black on white by its own attributes, whatever the page's colours are.
    ///
    /// It has no `style`, which a strict Content-Security-Policy would refuse, and no size: the page gives it one.
    ///
    /// - Parameter label: what a screen reader says, free of `&`, `<` and `"`.
    public func svg(label: StaticString) -> [UInt8] {
        let side = width + 2 * QRCode.quietZone
        return Array(
            """
            <svg viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path stroke="#000" d="
            """.utf8) + path + "\"/></svg>".utf8
    }

    /// Each run of black modules in a row is one line, drawn through the middle of the row and one module thick:
    /// `M4 7.5m0 0h7m2 0h3` starts a row, then moves and draws relative to where the pen is.
    private var path: [UInt8] {
        // A row needs 8 bytes, and a run, which is followed by a white module, 9 at most.
        [UInt8](capacity: width * (8 + (width + 1) / 2 * 9)) { path in
            for row in 0..<width {
                path.append("M")
                path.append(decimal: QRCode.quietZone)
                path.append(" ")
                path.append(decimal: row + QRCode.quietZone)
                path.append(".")
                path.append("5")
                appendRuns(of: row, to: &path)
            }
        }
    }

    private func appendRuns(of row: Int, to path: inout OutputSpan<UInt8>) {
        let start = row * width
        let end = start + width
        var pen = start
        var module = start
        while module < end {
            guard modules[module] else {
                module += 1
                continue
            }
            path.append("m")
            path.append(decimal: module - pen)
            path.append(" ")
            path.append("0")
            path.append("h")
            pen = module
            while module < end, modules[module] { module += 1 }
            path.append(decimal: module - pen)
            pen = module
        }
    }
}

extension OutputSpan<UInt8> {
    fileprivate mutating func append(_ symbol: Unicode.Scalar) {
        append(UInt8(ascii: symbol))
    }

    /// Writes a number of up to three digits without making a `String` of it.
    fileprivate mutating func append(decimal number: Int) {
        if number >= 100 { append(UInt8(ascii: "0") + UInt8(number / 100)) }
        if number >= 10 { append(UInt8(ascii: "0") + UInt8(number / 10 % 10)) }
        append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}
