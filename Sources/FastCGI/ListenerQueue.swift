private import CLinux
private import Glibc
internal import Metrics

/// Asks the kernel how many connections wait in a listening Unix socket. The corresponding C interface is `sock_diag`.
enum ListenerQueue {
    /// The inode of a socket, by which every process can ask for it; 0 is none's.
    static func inode(of descriptor: Int32) -> UInt32 {
        var status = stat()
        return unsafe fstat(descriptor, &status) == 0 ? UInt32(truncatingIfNeeded: status.st_ino) : 0
    }

    /// `nil` where the kernel does not say, as in a service that may not open such a socket.
    static func read(_ inode: UInt32) -> LaneStatus.Queue? {
        let kernel = socket(AF_NETLINK, Int32(SOCK_RAW.rawValue | SOCK_CLOEXEC.rawValue), NETLINK_SOCK_DIAG)
        guard kernel >= 0 else { return nil }
        defer { close(kernel) }
        var question = Question(inode)
        guard unsafe send(kernel, &question, MemoryLayout<Question>.size, 0) > 0 else { return nil }
        // The answer is there when the question is sent.
        let answer = unsafe [UInt8](unsafeUninitializedCapacity: 512) { buffer, count in
            count = unsafe max(0, recv(kernel, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT)))
        }
        return unsafe answer.withUnsafeBytes { unsafe queue(in: $0) }
    }

    /// A question about one socket: how long its queue is.
    private struct Question {
        private var header = nlmsghdr()
        private var request = unix_diag_req()

        init(_ inode: UInt32) {
            header.nlmsg_len = UInt32(MemoryLayout<Question>.size)
            header.nlmsg_type = UInt16(SOCK_DIAG_BY_FAMILY)
            header.nlmsg_flags = UInt16(NLM_F_REQUEST)
            request.sdiag_family = UInt8(AF_UNIX)
            request.udiag_states = .max
            request.udiag_ino = inode
            request.udiag_show = UInt32(UDIAG_SHOW_RQLEN)
            // Whichever socket has that inode now.
            request.udiag_cookie = (.max, .max)
        }
    }

    /// Looks through the attributes that follow the two heads of the answer.
    private static func queue(in answer: UnsafeRawBufferPointer) -> LaneStatus.Queue? {
        let heads = MemoryLayout<nlmsghdr>.size + MemoryLayout<unix_diag_msg>.size
        guard answer.count >= heads, unsafe answer.load(as: nlmsghdr.self).nlmsg_type == SOCK_DIAG_BY_FAMILY else {
            return nil
        }
        var place = heads
        while place + MemoryLayout<nlattr>.size <= answer.count {
            let attribute = unsafe answer.load(fromByteOffset: place, as: nlattr.self)
            let value = place + MemoryLayout<nlattr>.size
            if Int(attribute.nla_type) == UNIX_DIAG_RQLEN, value + MemoryLayout<unix_diag_rqlen>.size <= answer.count {
                let queue = unsafe answer.load(fromByteOffset: value, as: unix_diag_rqlen.self)
                return LaneStatus.Queue(waiting: Int(queue.udiag_rqueue), capacity: Int(queue.udiag_wqueue))
            }
            // Each begins at a multiple of four.
            place += max(MemoryLayout<nlattr>.size, (Int(attribute.nla_len) + 3) / 4 * 4)
        }
        return nil
    }
}
