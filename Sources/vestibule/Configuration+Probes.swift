import WebClient

extension Configuration {
    /// What is asked for to see whether the sites are shut: of each what `VESTIBULE_PROBES` has, or its first page.
    func probedAddresses() throws -> [WebAddress] {
        let probes = (self[.probes] ?? "").split(separator: " ").map(String.init)
        let firstPages = sites.map { "\($0)/" }.filter { page in
            !probes.contains { $0.utf8.starts(with: page.utf8) }
        }
        return try (firstPages + probes).map { text in
            guard let address = WebAddress(text) else {
                throw Fault(["\(text) is no address like https://wiki.example.org/: see VESTIBULE_PROBES and _SITES"])
            }
            return address
        }
    }
}
