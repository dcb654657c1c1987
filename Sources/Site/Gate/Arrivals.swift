import HTTP

/// How often a browser has just been handed over to a site.
///
/// One that has a wrong cookie beside ours, or keeps some of ours and others not, is never known when it comes back: it would
/// be led to and fro without an end.
struct Arrivals {
    private let site: ProtectedSite
    private let count: Int

    /// Fewer happen where many pages are opened together, since of those each gets a cookie that ends the one before.
    private static let most = 3
    /// For how many seconds an arrival counts.
    private static let seconds = 10

    init(at site: ProtectedSite, _ request: Request) {
        self.site = site
        let digit = request.cookies[site.cookies.name(.arrivals)] ?? []
        count = (1...Arrivals.most).first { digit.elementsEqual("\($0)".utf8) } ?? 0
    }

    /// Whether to lead the browser to the sign-in would lead it in a circle.
    var areInVain: Bool { count == Arrivals.most }

    /// Counts one more.
    var next: Cookie {
        site.cookies.cookie(.arrivals, "\(min(count + 1, Arrivals.most))", maximumAge: Arrivals.seconds)
    }
}
