/// A name or a reason, as others will read it: 1 to 200 code points, of which at least one is visible and none deceives.
public struct ShortText: Equatable, Sendable {
    public let text: String

    private static let longest = 200

    /// Reads what was typed, without the spaces around it; `nil` for what cannot be shown.
    public init?(_ typed: some Sequence<UInt8>) {
        guard let text = String(validating: Array(typed), as: UTF8.self) else { return nil }
        let trimmed = text.drop(while: \.isWhitespace)
        let scalars = trimmed.unicodeScalars
        guard let end = trimmed.lastIndex(where: { !$0.isWhitespace }), scalars.count <= ShortText.longest,
            scalars.allSatisfy(ShortText.isAllowed), scalars.contains(where: ShortText.isVisible)
        else { return nil }
        self.text = String(trimmed[...end])
    }

    /// Whether it leaves a mark of its own. A joiner, a filler or a lone accent does not, nor does the blank of Braille.
    private static func isVisible(_ scalar: UnicodeScalar) -> Bool {
        guard !scalar.properties.isDefaultIgnorableCodePoint, scalar.value != 0x2800 else { return false }
        return switch scalar.properties.generalCategory {
        case .spaceSeparator, .nonspacingMark, .enclosingMark, .format, .unassigned, .privateUse: false
        default: true
        }
    }

    /// Neither a control character nor one that turns the direction of what follows. Joiners spell some names.
    private static func isAllowed(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: false
        case .format: scalar.value == 0x200C || scalar.value == 0x200D
        default: true
        }
    }
}
