import CLinux
import Glibc

/// Has `start` start a process in which no signal is blocked or ignored, whatever is in this one.
/// The corresponding C type is `posix_spawnattr_t`.
func withFreshSignals(
    flags: Int16 = 0, _ start: (UnsafePointer<posix_spawnattr_t>) -> Int32
) -> Int32 {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | flags)
    return unsafe start(&attributes)
}
