import Testing

import QRCode

@Suite struct `A QR code` {
    static let uri = """
        otpauth://totp/a%3Ab%26c%3Dd%20%40%C3%BC%25:ada%40example.test\
        ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=a%3Ab%26c%3Dd%20%40%C3%BC%25\
        &algorithm=SHA1&digits=6&period=30
        """

    @Test(arguments: ["A", uri, String(repeating: "long%20", count: 140)])
    func `A camera reads from the drawing what was put in`(text: String) throws {
        let drawing = try Drawing(QRCode(Array(text.utf8)).svg(label: "QR code"))
        #expect(try drawing.scanned() == text)
    }

    @Test func `The drawing shows every module of the code and nothing else`() throws {
        let code = QRCode(Array(Self.uri.utf8))
        let drawing = try Drawing(code.svg(label: "QR code"))
        #expect(drawing.side == code.width + 8)
        for row in 0..<drawing.side {
            for column in 0..<drawing.side {
                let inside = (4..<(code.width + 4)).contains(row) && (4..<(code.width + 4)).contains(column)
                let isBlack = inside && code.modules[(row - 4) * code.width + column - 4]
                #expect(drawing.isBlack(row: row, column: column) == isBlack)
            }
        }
    }

    @Test func `A strict page may show it`() {
        let svg = String(decoding: QRCode(Array(Self.uri.utf8)).svg(label: "QR code for your app"), as: UTF8.self)
        #expect(svg.hasPrefix("<svg viewBox=\"0 0 "))
        #expect(svg.contains("role=\"img\" aria-label=\"QR code for your app\""))
        #expect(svg.contains("<rect width=") && svg.contains("fill=\"#fff\""))
        #expect(!svg.contains("style") && !svg.contains("<?xml") && !svg.contains("http"))
        #expect(svg.split(separator: "<path").count == 2)
    }

    @Test func `The largest text fits`() {
        #expect(QRCode([UInt8](repeating: 0xFF, count: QRCode.longest)).width == 177)
    }
}
