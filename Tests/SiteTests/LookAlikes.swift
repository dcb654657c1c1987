/// What may be typed in the place of an address. Each is made of the two sides of one that has an account, the first of
/// which begins with "kiss".
// swift-format-ignore
enum LookAlikes {
    typealias Spelling = (what: String, of: @Sendable (_ local: String, _ domain: String) -> String)

    /// Other spellings of the same address.
    static let same: [Spelling] = [
        ("as it is", { "\($0)@\($1)" }),
        ("upper case", { "\($0)@\($1)".uppercased() }),
        ("one capital", { "K\($0.dropFirst())@\($1)" }),
        ("a domain in upper case", { "\($0)@\($1.uppercased())" }),
        ("spaces around it", { "  \($0)@\($1) " }),
        ("tabs around it", { "\t\($0)@\($1)\t" }),
    ]

    /// What only looks like it, and is no address at all.
    static let none: [Spelling] = [
        ("a zero byte at the end", { "\($0)@\($1)\0" }),
        ("a zero byte amid it", { "\($0)\0@\($1)" }),
        ("a zero byte and another address", { "\($0)@\($1)\0x@y.test" }),
        ("a line end", { "\($0)@\($1)\n" }),
        ("CRLF and a header", { "\($0)@\($1)\r\nBcc: a@b.test" }),
        ("a line end before it", { "\n\($0)@\($1)" }),
        ("a tab amid it", { "\($0)\t@\($1)" }),
        ("a space amid it", { "\($0) @\($1)" }),
        ("a no-break space after it", { "\($0)@\($1)\u{A0}" }),
        ("a full-width letter", { "ｋ\($0.dropFirst())@\($1)" }),
        ("a full-width @", { "\($0)＠\($1)" }),
        ("an ideographic full stop", { "\($0)@\($1.replacing(".", with: "。"))" }),
        ("a Cyrillic letter", { "kіss\($0.dropFirst(4))@\($1)" }),
        ("a Cyrillic letter in the domain", { "\($0)@\($1.replacing("e", with: "е"))" }),
        ("a Greek letter", { "κ\($0.dropFirst())@\($1)" }),
        ("the Kelvin sign", { "\u{212A}\($0.dropFirst())@\($1)" }),
        ("a dotless i", { "kıss\($0.dropFirst(4))@\($1)" }),
        ("a dotted capital I", { "kİss\($0.dropFirst(4))@\($1)" }),
        ("a sharp s", { "kiß\($0.dropFirst(4))@\($1)" }),
        ("a long s", { "kiſs\($0.dropFirst(4))@\($1)" }),
        ("a combining mark", { "k\u{301}\($0.dropFirst())@\($1)" }),
        ("a composed letter", { "kíss\($0.dropFirst(4))@\($1)" }),
        ("a zero-width joiner", { "k\u{200D}\($0.dropFirst())@\($1)" }),
        ("a zero-width space", { "k\u{200B}\($0.dropFirst())@\($1)" }),
        ("a soft hyphen", { "k\u{AD}\($0.dropFirst())@\($1)" }),
        ("a right-to-left mark", { "\u{200F}\($0)@\($1)" }),
        ("a byte order mark", { "\u{FEFF}\($0)@\($1)" }),
        ("an emoji", { "\($0)😀@\($1)" }),
        ("a mathematical letter", { "𝓀\($0.dropFirst())@\($1)" }),
        ("a dot at the end", { "\($0)@\($1)." }),
        ("a dot before the @", { "\($0).@\($1)" }),
        ("two dots", { "\($0)@\($1.replacing(".", with: ".."))" }),
        ("a quoted side", { "\"\($0)\"@\($1)" }),
        ("a quoted letter", { "\\\($0)@\($1)" }),
        ("a comment", { "\($0)(me)@\($1)" }),
        ("a name and angle brackets", { "Kiss <\($0)@\($1)>" }),
        ("two @", { "\($0)@@\($1)" }),
        ("another domain after it", { "\($0)@\($1)@evil.test" }),
        ("a list", { "\($0)@\($1),a@b.test" }),
        ("a percent escape", { "%6b\($0.dropFirst())@\($1)" + "%00" }),
        ("a local part that is too long", { "\($0)\(String(repeating: " ", count: 3))\(String(repeating: "k", count: 64))@\($1)" }),
        ("254 bytes and then something", { "\($0)@\($1)" + String(repeating: ".k", count: 127) }),
        ("no domain", { local, _ in local }),
        ("nothing", { _, _ in "" }),
    ]

    /// Addresses of their own, though some mail servers deliver them alike.
    static let others: [Spelling] = [
        ("a plus and a word", { "\($0)+news@\($1)" }),
        ("a dot amid it", { "k.\($0.dropFirst())@\($1)" }),
        ("a hyphen amid it", { "k-\($0.dropFirst())@\($1)" }),
        ("a digit for a letter", { "k1ss\($0.dropFirst(4))@\($1)" }),
        ("an l for an i", { "klss\($0.dropFirst(4))@\($1)" }),
        ("punycode", { "\($0)@xn--\($1)" }),
        ("punycode in upper case", { "\($0)2@XN--\($1.uppercased())" }),
        ("a domain below it", { "\($0)@mail.\($1)" }),
        ("another ending", { "\($0)@\($1).com" }),
    ]
}
