/// Who asks: the gate sends people to sign in, and gives scripts a bare refusal.
public enum Asker: String, CaseIterable, Sendable {
    case browser
    case script

    func request(for address: WebAddress) -> String {
        let own =
            switch self {
            case .browser:
                [
                    "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: document",
                ]
            case .script: ["Accept: */*", "Sec-Fetch-Mode: cors", "Sec-Fetch-Dest: empty"]
            }
        let lines =
            ["GET \(address.target) HTTP/1.1", "Host: \(address.authority)", "User-Agent: vestibule-probe"] + own
            + ["Connection: close", "", ""]
        return lines.joined(separator: "\r\n")
    }
}
