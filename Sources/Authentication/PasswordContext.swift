/// Whose a new password is to be, and where: words that somebody who knows the account tries before any list.
public struct PasswordContext: Sendable {
    private let address: [Word]
    private let name: [Word]
    private let site: [Word]

    /// The name of the product is known to everybody, however the site is called.
    public init(email: EmailAddress, name: String, site spellings: [String]) {
        address = Word.wholeAndParts(of: email.text)
        self.name = Word.wholeAndParts(of: name)
        site = (spellings + ["Vestibule"]).flatMap(Word.wholeAndParts)
    }

    /// Which of the words the whole of `password` is, if it is one. Holding one among others is no fault.
    func refusal(of password: [UInt8]) -> PasswordRule.Refusal? {
        let guess = Word(password)
        if name.contains(where: guess.isForm) { return .ownName }
        if address.contains(where: guess.isForm) { return .ownAddress }
        return site.contains(where: guess.isForm) ? .siteName : nil
    }
}

/// A word with the forms in which people hide it: in another case, spaced, punctuated, with digits around it.
private struct Word: Sendable {
    private let typed: [UInt8]
    /// Without what hides it: `AdaLovelace2026!`, `ada.lovelace` and `Ada Lovelace` have one core.
    private let core: [UInt8]

    /// A shorter core says nothing: twelve digits around one letter are no form of an initial.
    private static let shortestCore = 3

    init(_ bytes: [UInt8]) {
        typed = Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        core = Array(
            typed.filter { !$0.isPunctuation }.drop(while: \.isDigit).reversed().drop(while: \.isDigit).reversed())
    }

    /// The words of a name or an address, and the whole of it.
    static func wholeAndParts(of text: String) -> [Word] {
        let bytes = Array(text.utf8)
        let separators = [UInt8(ascii: " "), UInt8(ascii: "@")]
        return [Word(bytes)] + bytes.split(whereSeparator: \.isPunctuation).map { Word(Array($0)) }
            + bytes.split(whereSeparator: separators.contains).map { Word(Array($0)) }
    }

    func isForm(of other: Word) -> Bool {
        typed == other.typed || (core.count >= Word.shortestCore && core == other.core)
    }
}
