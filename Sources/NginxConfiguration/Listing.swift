/// The addresses of the sites behind the gate, as the operator lists them for the pool: people are led back to no other.
public struct Listing: Equatable {
    let door: Origin
    let sites: [Origin]
    /// Where the list stands.
    let place: Place

    /// `url` is that of the sign-in; `nil` where one is no address.
    public init?(url: String, sites: [String], place: Place) {
        let origins = sites.compactMap { Origin($0) }
        guard let door = Origin(url), origins.count == sites.count else { return nil }
        self.door = door
        self.sites = origins
        self.place = place
    }

    /// The line that lists `others` besides.
    func line(with others: [Origin]) -> String {
        "VESTIBULE_SITES=\((sites + others).map(\.description).joined(separator: " "))"
    }

    /// The line that does not list `site`.
    func line(without site: Origin) -> String {
        "VESTIBULE_SITES=\(sites.filter { $0 != site }.map(\.description).joined(separator: " "))"
    }
}
