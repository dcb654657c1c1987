import Foundation
import Testing

extension Browser {
    /// What was answered last.
    struct Page: CustomTestStringConvertible {
        let status: Int
        let path: String
        let html: String

        func contains(_ words: String) -> Bool { html.replacing("&#39;", with: "'").contains(words) }

        /// The text of the first element with the class or identity.
        func text(id: String) -> String? {
            html.firstMatch(of: try! Regex("id=\"\(id)\"[^>]*>([^<]*)<"))?.output[1].substring.map(String.init)
        }

        var recoveryCodes: [String] {
            html.matches(of: /<li><code>([A-Z0-9-]+)<\/code><\/li>/).map { String($0.output.1) }
        }

        /// What a failed test tells of it.
        var testDescription: String {
            "\(status) \(path) \(html.firstMatch(of: /<title>.*<\/title>/).map { String($0.output) } ?? "")"
        }

        var badge: String? { html.firstMatch(of: /<span class="badge [a-z]+">([^<]+)</).map { String($0.output.1) } }
    }
}
