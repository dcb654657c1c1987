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
        case .open(let asker, let answer): "open: a \(asker.rawValue) without a session gets \(answer.words)"
        case .failed(let error): "not tried: \(error)"
        }
    }
}

extension WebAnswer {
    fileprivate var words: String {
        "\(status)" + (location.map { ", and is led to \(String(decoding: $0, as: UTF8.self))" } ?? "")
    }
}
