import HTTP

/// The four families of colour, each of which means something. The words beside them say it too.
enum Colour: String {
    /// Neutral: not configured.
    case slate
    /// Pending, or to be saved now.
    case amber
    /// Enabled, or done.
    case emerald
    /// Disabling, or danger.
    case rose

    private var icon: HTML {
        switch self {
        case .slate: Icon.info
        case .amber, .rose: Icon.alert
        case .emerald: Icon.check
        }
    }

    func badge(_ words: String) -> HTML {
        "<span class=\"badge \(rawValue)\">\(words)</span>"
    }

    /// A sentence about what just happened, read out by screen readers when it appears.
    func notice(_ sentence: HTML) -> HTML {
        let role = self == .rose ? "alert" : "status"
        return "<div class=\"notice \(rawValue)\" role=\"\(role)\" tabindex=\"-1\">\(icon)<p>\(sentence)</p></div>"
    }
}
