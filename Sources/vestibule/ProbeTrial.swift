import WebClient

/// How it went to ask for an address without a session.
enum ProbeTrial: Equatable, CustomStringConvertible {
    case shut
    case open(Asker, WebAnswer)
    case failed(WebError)

    /// Asks as each asker does, `host` if not where the name leads, until one gets in.
    init(of address: WebAddress, at host: String? = nil, signIn: String) {
        do throws(WebError) {
            for asker in Asker.allCases {
                let answer = try WebAnswer.asking(address, as: asker, at: host)
                if Door(answer, signIn: signIn) == .shut { continue }
                self = .open(asker, answer)
                return
            }
            self = .shut
        } catch {
            self = .failed(error)
        }
    }

    var description: String {
        switch self {
        case .shut: "shut"
        case .open: "open: \(words)"
        case .failed: "not tried: \(words)"
        }
    }

    /// What somebody gets who should get nothing, or why nobody could be asked.
    var words: String {
        switch self {
        case .shut: ""
        case .open(let asker, let answer): "a \(asker.rawValue) without a session gets \(answer.words)"
        case .failed(let error): "\(error)"
        }
    }
}

extension WebAnswer {
    fileprivate var words: String {
        "\(status)" + (location.map { ", and is led to \(WebAnswer.printable($0))" } ?? "")
    }

    /// What the site wrote, without what could colour a terminal.
    private static func printable(_ bytes: [UInt8]) -> String {
        let printable = bytes.map { $0 > 0x20 && $0 < 0x7F ? $0 : UInt8(ascii: "?") }
        return String(decoding: printable, as: UTF8.self)
    }
}
