/// A place in the pool that is to be filled at all times, by a worker or by the housekeeper.
struct Post {
    /// What the log calls its holder.
    let process: String
    let arguments: [String]
    let listener: Int32?
    /// Two for a worker, which its holders use in turn; none for the housekeeper.
    let slots: [WorkerSlot]

    var holder: Child?
    /// Works on until the holder is ready. It is told to end then, and counts as nobody.
    var predecessor: Child?

    private var starts = 0
    private var earlyDeaths = 0
    private var vacantUntil = Tick(nanoseconds: 0)

    init(process: String, arguments: [String], listener: Int32?, slots: [WorkerSlot]) {
        self.process = process
        self.arguments = arguments
        self.listener = listener
        self.slots = slots
    }

    /// Whether its holder accepts connections.
    var isReady: Bool {
        guard let holder else { return false }
        return holder.slot.map { $0.state == .ready } ?? true
    }

    /// Gives the post to a new process, unless it is filled or the last one died too young and too
    /// short a time ago.
    mutating func fill(_ program: Program, page: StatusPage) -> PoolEvent? {
        guard holder == nil, vacantUntil <= .now else { return nil }
        let slot = slots.first { $0.index != predecessor?.slot?.index }
        slot?.assign(restarts: starts)
        starts += 1
        let name = slot.map { ["--slot", "\($0.index)"] } ?? []
        do {
            let id = try program.start(arguments + name, listener: listener, page: page.descriptor)
            slot?.name(id)
            holder = Child(id: id, slot: slot, bornAt: .now)
            return .started(process: process, id: id)
        } catch {
            slot?.vacate()
            return .couldNotStart(process: process, error, retriedIn: pause(atBirth: true))
        }
    }

    /// Asks for a new holder. A worker stays until its successor is ready; a housekeeper leaves first,
    /// for there is never a second one.
    mutating func replaceHolder() {
        guard !slots.isEmpty else {
            holder?.tellToEnd()
            return
        }
        predecessor = holder
        holder = nil
        vacantUntil = .now
    }

    /// Takes note that process `id` has ended, if it was one of this post's.
    mutating func bury(_ id: Int32, _ ending: Ending) -> PoolEvent? {
        if let child = predecessor, child.id == id {
            predecessor = nil
            child.slot?.vacate()
            return .ended(process: process, id: id, ending, replacedIn: nil)
        }
        guard let child = holder, child.id == id else { return nil }
        let wasKilledAtWork = isReady && !slots.isEmpty && ending.isSignal
        holder = nil
        child.slot?.vacate()
        if child.isToldToEnd { return .ended(process: process, id: id, ending, replacedIn: nil) }
        let pause = pause(atBirth: !wasKilledAtWork && .now - child.bornAt < .seconds(1))
        return .ended(process: process, id: id, ending, replacedIn: pause)
    }

    /// How long the post stays vacant: whoever ends within a second of birth is retried after 0.1 s, and after twice as
    /// long each time, up to 5 s. A worker that was ready, and was killed or crashed over a request, is replaced at once,
    /// however young it was: its lane does not wait.
    private mutating func pause(atBirth isAtBirth: Bool) -> Duration {
        earlyDeaths = isAtBirth ? earlyDeaths + 1 : 0
        let pauses = [0, 100, 200, 400, 800, 1600, 3200, 5000]
        let pause = Duration.milliseconds(pauses[min(earlyDeaths, pauses.count - 1)])
        vacantUntil = .now + pause
        return pause
    }
}
