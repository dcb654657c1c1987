private import CQREncode

/// A text as a square of black and white modules (ISO/IEC 18004), readable with 15 % of it damaged.
public struct QRCode: Sendable {
    /// How many modules a side has.
    public let width: Int
    /// Row by row from the top left, whether the module is black.
    public let modules: [Bool]

    /// The most bytes that fit.
    public static let longest = 2_331

    /// - Precondition: `text` has 1 to `longest` bytes.
    ///
    /// The corresponding C function is `QRcode_encodeData`.
    public init(_ text: [UInt8]) {
        precondition((1...QRCode.longest).contains(text.count), "a QR code holds 1 to \(QRCode.longest) bytes")
        guard let code = unsafe QRcode_encodeData(Int32(text.count), text, 0, QR_ECLEVEL_M) else {
            fatalError("out of memory")
        }
        defer { unsafe QRcode_free(code) }
        let width = unsafe Int(code.pointee.width)
        self.width = width
        modules = unsafe UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }
}
