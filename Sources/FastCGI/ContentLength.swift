internal import HTTP

/// The length of a body as it was announced; no announcement announces none (RFC 3875 §4.1.2).
func contentLength(_ digits: [UInt8]) throws(MalformedRequest) -> Int {
    var length = 0
    for digit in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { throw .form }
        length = length * 10 + Int(digit - UInt8(ascii: "0"))
        guard length <= Request.largestBody else { throw .tooLarge }
    }
    return length
}
