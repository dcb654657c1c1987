/// Where a request says that it comes from: `Origin` (RFC 6454 §7) and the Fetch Metadata headers.
///
/// Browsers set these themselves; a page of another site cannot change them.
public struct Provenance: Sendable {
    public var origin: [UInt8]?
    /// `Sec-Fetch-Site`: `same-origin`, `same-site`, `cross-site` or `none`.
    public var site: [UInt8]?
    /// `Sec-Fetch-Dest`: `document` for a page that a person opens.
    public var destination: [UInt8]?
    /// `Sec-Purpose`: says `prefetch` when nobody has asked to see the page yet.
    public var purpose: [UInt8]?

    init(_ parameter: (StaticString) -> [UInt8]?) {
        origin = parameter("HTTP_ORIGIN")
        site = parameter("HTTP_SEC_FETCH_SITE")
        destination = parameter("HTTP_SEC_FETCH_DEST")
        purpose = parameter("HTTP_SEC_PURPOSE")
    }

    /// Whether nobody has asked to see the answer yet.
    var isPrefetch: Bool { !(purpose ?? []).isEmpty }

    /// Whether the browser says that it opens a page; an old browser, which says nothing, is believed to.
    var isPageLoad: Bool {
        !isPrefetch && (destination.map { $0.elementsEqual("document".utf8) } ?? true)
    }

    /// Whether it may change something: it comes from one of our own pages at one of `origins`.
    ///
    /// A browser that sends neither header is old, or no browser; the form token decides about it.
    public func isOwn(_ origins: [[UInt8]]) -> Bool {
        let siteIsOwn = site.map { $0.elementsEqual("same-origin".utf8) } ?? true
        let originIsOwn = origin.map { origins.contains($0) } ?? true
        return siteIsOwn && originIsOwn
    }
}
