private import Glibc
internal import HTTP

extension Parameters {
    /// Copies the parameters of a request from where the library has left them: each as `NAME=value`, and then nothing.
    init(of environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) {
        var text: [UInt8] = []
        var ends: [Int] = []
        // Enough for a check, so that the memory is asked for once.
        text.reserveCapacity(1_024)
        ends.reserveCapacity(24)
        while let entry = unsafe environment?[ends.count] {
            unsafe text.append(contentsOf: UnsafeRawBufferPointer(start: entry, count: strlen(entry)))
            ends.append(text.count)
        }
        self.init(text, ends: ends)
    }
}
