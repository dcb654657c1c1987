extension KeyRing {
    /// The text of a new key ring, with one fresh key.
    static func newText() -> Secret {
        line("1 ", holding: Secret.random(count: keyCount))
    }

    /// The text with a fresh key, numbered after the newest; `nil` if there is no such number.
    borrowing func textWithFreshKey() -> Secret? {
        guard let newest = entries.first, newest.id.rawValue < .max else { return nil }
        let endsLine = text.withSpan { $0[$0.count - 1] == UInt8(ascii: "\n") }
        let number = newest.id.rawValue + 1
        return text(
            replacing: text.count..<text.count,
            with: KeyRing.line("\(endsLine ? "" : "\n")\(number) ", holding: Secret.random(count: KeyRing.keyCount)))
    }

    /// The text in which nothing is left of the key `id` but what verifies its part of the audit log.
    borrowing func text(retiring id: KeyID) -> Secret {
        let word = String(decoding: KeyRing.retiredWord, as: UTF8.self)
        return text(
            replacing: entries.first { $0.id == id }!.line,
            with: KeyRing.line("\(word)\(id.rawValue) ", holding: Vault.key(for: .audit, derivedFrom: key(id))))
    }

    private static func line(_ words: String, holding key: borrowing Secret) -> Secret {
        let words = Array(words.utf8)
        return key.withSpan { key in
            unsafe Secret(count: words.count + key.count * 2 + 1) { line in
                unsafe line.copyBytes(from: words)
                for index in key.indices {
                    unsafe line[words.count + index * 2] = Hexadecimal.digit(key[index] >> 4)
                    unsafe line[words.count + index * 2 + 1] = Hexadecimal.digit(key[index] & 0xF)
                }
                unsafe line[line.count - 1] = UInt8(ascii: "\n")
            }
        }
    }

    private borrowing func text(replacing range: Range<Int>, with line: borrowing Secret) -> Secret {
        text.withSpan { old in
            line.withSpan { new in
                unsafe Secret(count: old.count - range.count + new.count) { text in
                    for index in 0..<range.lowerBound { unsafe text[index] = old[index] }
                    for index in new.indices { unsafe text[range.lowerBound + index] = new[index] }
                    for index in range.upperBound..<old.count {
                        unsafe text[index - range.count + new.count] = old[index]
                    }
                }
            }
        }
    }
}
