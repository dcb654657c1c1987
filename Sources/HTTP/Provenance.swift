/// Where a request says that it comes from: `Origin` (RFC 6454 §7) and the Fetch Metadata headers.
///
/// Browsers set these themselves; a page of another site cannot change them.
public struct Provenance: Sendable {
    public var origin: [UInt8]?
    /// `Sec-Fetch-Site`: `same-origin`, `same-site`, `cross-site` or `none`.
    public var site: [UInt8]?
    /// `Sec-Fetch-Dest`: `document` for a page that a person opens.
    public var destination: [UInt8]?
    /// `Sec-Fetch-Mode`: `navigate` where a page, whole or framed, is what is wanted.
    public var mode: [UInt8]?
    /// `Accept` (RFC 9110 §12.5.1): the media types that are wanted.
    public var mediaTypes: [UInt8]?
    /// `Sec-Purpose`: says `prefetch` when nobody has asked to see the page yet.
    public var purpose: [UInt8]?

    init(_ parameters: Parameters) {
        origin = parameters["HTTP_ORIGIN"]
        site = parameters["HTTP_SEC_FETCH_SITE"]
        destination = parameters["HTTP_SEC_FETCH_DEST"]
        mode = parameters["HTTP_SEC_FETCH_MODE"]
        mediaTypes = parameters["HTTP_ACCEPT"]
        purpose = parameters["HTTP_SEC_PURPOSE"]
    }

    /// Whether nobody has asked to see the answer yet.
    var isPrefetch: Bool { !(purpose ?? []).isEmpty }

    /// Whether the browser says that it opens a page; an old browser, which says nothing, is believed to.
    var isPageLoad: Bool {
        !isPrefetch && (destination.map { $0.elementsEqual("document".utf8) } ?? true)
    }

    /// Whether a page is of use to whoever asks, instead of to a script that expects something else.
    ///
    /// Browsers say so by the mode. Of others, those are taken for scripts that name media types and neither a page
    /// nor, before all others, anything at all.
    public var wantsPage: Bool {
        if let mode { return mode.elementsEqual("navigate".utf8) }
        guard let mediaTypes else { return true }
        let types = mediaTypes.split(separator: UInt8(ascii: ",")).map { type in
            type.prefix { $0 != UInt8(ascii: ";") }.filter { $0 != 0x20 }
        }
        return types.contains { $0.elementsEqual("text/html".utf8) } || types.first?.elementsEqual("*/*".utf8) ?? false
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
