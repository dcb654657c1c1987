extension UInt8 {
    /// An ASCII letter in lower case; every other byte as it is.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self + 0x20 : self }

    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lowercased) }

    /// Whether it is a character of ASCII that is neither a letter nor a digit, a space included.
    var isPunctuation: Bool { self < 0x80 && !isDigit && !isLetter }
}
