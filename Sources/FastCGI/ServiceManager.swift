private import Glibc

/// The service manager, if one started the supervisor and wants to know how it fares: systemd's
/// protocol of `sd_notify`.
struct ServiceManager {
    private let socket = unsafe getenv("NOTIFY_SOCKET").map { unsafe String(cString: $0) }

    func ready() { tell("READY=1\nMAINPID=\(getpid())") }

    /// Says that the workers are being replaced; `ready` ends it.
    func reloading() { tell("RELOADING=1\nMONOTONIC_USEC=\(Tick.now.nanoseconds / 1000)") }

    func stopping() { tell("STOPPING=1") }

    func alive() { tell("WATCHDOG=1") }

    private func tell(_ state: String) {
        if let socket { UnixSocket.send(state, to: socket) }
    }
}
