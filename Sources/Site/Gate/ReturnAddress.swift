import Authentication
import HTTP
import Secrets

/// The page of a site that somebody asked for before they had to sign in, and by which they come back to it.
///
/// It stands in the address to which they were sent and goes on from form to form. Whoever made it up leads nobody to
/// anywhere but the configured sites, and hands over nothing to a browser that has not been there.
struct ReturnAddress: Sendable {
    let site: ProtectedSite
    /// ASCII without anything that a header, an attribute or an address would take for its end.
    let url: String
    /// The fingerprint of the cookie by which the site knows this browser again.
    let browser: Token?
    let demand: Demand

    /// Longer addresses are not led back to.
    static let longest = 2_000

    /// The address of `site` that was asked for as `target`, percent-encoded where a browser would have done so.
    init?(at site: ProtectedSite, _ target: [UInt8], browser: Token?, _ demand: Demand) {
        let target = PercentEncoding.encode(target, butFor: ReturnAddress.isAllowed)
        self.init(site.origin + target, [site], browser: browser?.fingerprint, demand)
    }

    /// Reads it from the query of an address or the hidden fields of a form; `nil` if it leads to none of the sites.
    init?(_ form: Form, _ sites: [ProtectedSite]) {
        guard let url = form["return"] else { return nil }
        let demand = form["require"].flatMap { Demand($0) }
        self.init(url, sites, browser: form["browser"].flatMap { Token($0) }, demand ?? .none)
    }

    private init?(_ url: [UInt8], _ sites: [ProtectedSite], browser: Token?, _ demand: Demand) {
        guard url.count <= ReturnAddress.longest, url.allSatisfy(ReturnAddress.isAllowed),
            let site = sites.first(where: { url.starts(with: $0.origin + [UInt8(ascii: "/")]) })
        else { return nil }
        self.site = site
        self.url = String(decoding: url, as: UTF8.self)
        self.browser = browser
        self.demand = demand
    }

    /// What to add to an address of the sign-in.
    var query: String {
        fields.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
    }

    /// What to add to a form of the sign-in.
    var hiddenFields: HTML {
        "\(fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })"
    }

    private var fields: [(name: String, value: String)] {
        [("return", url)] + (browser.map { [("browser", $0.text)] } ?? [])
            + (demand == .none ? [] : [("require", demand.text)])
    }

    /// Every visible character but those that no address holds (RFC 3986 §2) and `#`, which no browser sends.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"#<>\\^`{|}".utf8.contains(byte)
    }
}

extension Response {
    /// Sends the browser on to `path`, from where it is to go on to `back`.
    static func redirect(to path: Path, _ back: ReturnAddress?) -> Response {
        guard let back else { return .redirect(to: path) }
        return .redirect(toURL: "\(path.text)?\(back.query)")
    }

    /// Sends the browser on to an address that a type of ours has made.
    static func redirect(toURL url: String) -> Response {
        var response = Response(.seeOther)
        response.set("Location", url)
        return response
    }
}
