private import CLinux

/// What the system says of its own clock.
public enum SystemClock {
    /// Whether something keeps it right; `nil` where nobody may ask. The corresponding C function is `adjtimex`.
    public static var isSynchronised: Bool? {
        var answer = timex()
        guard unsafe adjtimex(&answer) >= 0 else { return nil }
        return answer.status & STA_UNSYNC == 0
    }
}
