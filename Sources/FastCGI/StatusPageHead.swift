private import Glibc
private import HTTP

/// What does not change while the pool runs.
struct StatusPageHead {
    private static let mark: UInt64 = 0x5645_5354_4942_0002

    private let mark = StatusPageHead.mark
    let supervisor: Int32 = getpid()
    let startedAt = Instant.now().microseconds
    let slots: Int
    /// Of each lane's socket, by which `ListenerQueue` finds it.
    let inodes: InlineArray<8, UInt32>
    private let names: InlineArray<8, InlineArray<24, UInt8>>

    init(lanes: [String], inodes: [UInt32], slots: Int) {
        self.slots = slots
        self.inodes = InlineArray { $0 < inodes.count ? inodes[$0] : 0 }
        names = InlineArray { index in
            let name = index < lanes.count ? Array(lanes[index].utf8) : []
            return InlineArray { $0 < name.count ? name[$0] : 0 }
        }
    }

    /// Whether it is the head of a page with that layout.
    func isPage(of layout: StatusPageLayout) -> Bool { mark == StatusPageHead.mark && slots == layout.slots }

    var laneNames: [String] {
        names.indices.map { index in
            let bytes = names[index].indices.map { names[index][$0] }
            return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        .filter { !$0.isEmpty }
    }
}
