import FastCGI
import NginxConfiguration

extension Listing {
    /// What `VESTIBULE_SITES` lists, where it can be read.
    static func configured() throws -> Listing {
        let configuration = try Configuration.read()
        let file = Environment.all["VESTIBULE_CONFIGURATION"]
        let line = configuration.line(of: .sites)
        let place = Place(file: line == nil ? "environment" : file ?? "environment", line: line ?? 1)
        let url = try configuration.required(.url)
        guard let listing = Listing(url: url, sites: configuration.sites, place: place) else {
            throw Configuration.Fault(["each of VESTIBULE_SITES must be like https://wiki.example.org, with no path"])
        }
        return listing
    }
}
