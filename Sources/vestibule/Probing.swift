import FastCGI

/// Has the sites asked every hour whether they are shut, in a process of its own: a site that hangs holds up nobody else.
struct Probing: ~Copyable {
    private var errand: Errand?
    /// Not at once: nginx may not be there yet.
    private var next = ContinuousClock.now + .seconds(120)

    /// Sends for the next probe when it is time, unless the one before is still under way.
    mutating func goOn() throws {
        if let isOver = errand?.isOver(), !isOver { return }
        errand = nil
        guard ContinuousClock.now >= next else { return }
        next = .now + .seconds(3_600)
        errand = try Errand(["protect", "probe", "--record", "--from-housekeeper"], within: .seconds(600))
    }
}
