extension Duration {
    /// How many seconds it is, in decimal digits, as many as it takes down to a nanosecond: `0.00025`.
    public var decimalSeconds: String {
        let (seconds, attoseconds) = components
        let nanoseconds = attoseconds.magnitude / 1_000_000_000
        let sign = seconds < 0 || attoseconds < 0 ? "-" : ""
        guard nanoseconds != 0 else { return "\(seconds)" }
        var digits = String(1_000_000_000 + nanoseconds).dropFirst()
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(seconds.magnitude).\(digits)"
    }
}
