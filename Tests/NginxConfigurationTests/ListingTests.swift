import NginxConfiguration
import Testing

@Suite struct `What VESTIBULE_SITES lists, and what is behind the gate` {
    private let door = "server { listen 127.0.0.1:8080; location / { fastcgi_pass $vestibule_lane; } }"
    private let gate = """
        auth_request /auth/check;
        location = /auth/check { internal; error_page 599 /auth/check; fastcgi_param DOCUMENT_URI /auth/check; \
        fastcgi_param REQUEST_METHOD GET; fastcgi_param SITE s; fastcgi_param HTTP_COOKIE $http_cookie; \
        fastcgi_param REQUIRE $vestibule_require; fastcgi_pass vestibule_gate; }
        """

    @Test(
        arguments: [
            ("listen 443 ssl; server_name wiki.example.org;", "https://wiki.example.org"),
            ("listen 443 ssl; listen [::]:443 ssl; server_name WIKI.example.org;", "https://wiki.example.org"),
            ("listen 8443 ssl http2; server_name wiki.example.org;", "https://wiki.example.org:8443"),
            ("listen *:443; ssl on; server_name wiki.example.org;", "https://wiki.example.org"),
            ("listen 127.0.0.1:8090; server_name 127.0.0.1;", "http://127.0.0.1:8090"),
            ("listen 127.0.0.1:8090;", "http://127.0.0.1:8090"),
            ("listen 443 ssl; server_name *.example.org;", "https://wiki.example.org"),
            ("listen 443 ssl; server_name .example.org;", "https://example.org"),
            ("listen 443 ssl; server_name ~^wiki[.];", "https://wiki.example.org"),
            ("listen 443 ssl default_server; server_name _;", "https://wiki.example.org https://blog.example.org"),
            ("listen unix:/run/site.sock; server_name wiki.example.org;", ""),
        ])
    func `Nothing is found where they are the same`(server: String, sites: String) throws {
        let said = try found(server, sites)
        #expect(said == [])
    }

    @Test func `A server that is not listed lets nobody in, and the line to write lists all that are missing`() throws {
        let server = "listen 443 ssl; server_name wiki.example.org www.example.org;"
        let line = "VESTIBULE_SITES=https://blog.example.org https://wiki.example.org https://www.example.org"
        let said = try found(
            "\(server) \(gate) } server { listen 443 ssl; server_name blog.example.org;", "https://blog.example.org"
        )
        #expect(
            said == [
                "main:2: nobody is let in at https://wiki.example.org, which VESTIBULE_SITES does not list; write: \(line)",
                "main:2: nobody is let in at https://www.example.org, which VESTIBULE_SITES does not list; write: \(line)",
            ])
    }

    @Test func `A server without a name is one of the list, or lets nobody in`() throws {
        let said = try found("listen 127.0.0.1:8090;", "")
        #expect(
            said == [
                "main:2: nobody is let in at http://127.0.0.1:8090, which VESTIBULE_SITES does not list; write: VESTIBULE_SITES=http://127.0.0.1:8090"
            ])
    }

    @Test func `Plain http is no way in`() throws {
        let said = try found("listen 80; listen 443 ssl; server_name wiki.example.org;", "https://wiki.example.org")
        #expect(
            said == [
                "main:2: nobody is let in at http://wiki.example.org, which is not encrypted; write: return 301 https://$host$request_uri; in a server of its own"
            ])
    }

    @Test func `A site that is listed and open is named, and so is one that is not there`() throws {
        let open = "server { listen 443 ssl; server_name old.example.org; root /srv; }"
        let server = "listen 443 ssl; server_name wiki.example.org;"
        let said = try found(server, "https://wiki.example.org https://old.example.org https://gone.example.org", open)
        #expect(
            said == [
                "conf:7: no server is there for https://gone.example.org; write: VESTIBULE_SITES=https://wiki.example.org https://old.example.org",
                "main:4: this server answers everybody at https://old.example.org, which VESTIBULE_SITES lists as behind the gate; write: include gate.conf; include protect.conf;",
            ])
    }

    @Test(arguments: ["return 301 https://wiki.example.org$request_uri;", "location / { return 404; }"])
    func `A listed site that only leads elsewhere is not open`(inside: String) throws {
        let leading = "server { listen 443 ssl; server_name www.example.org; \(inside) }"
        let sites = "https://wiki.example.org https://www.example.org"
        let said = try found("listen 443 ssl; server_name wiki.example.org;", sites, leading)
        #expect(said == [])
    }

    @Test func `Of an nginx that has not the sign-in itself, the list says nothing`() throws {
        let directives = try read("server { listen 443 ssl; server_name wiki.example.org; \(gate) }")
        #expect(Inspection(of: directives, listing: try listing("https://blog.example.org")).findings == [])
    }

    @Test func `A list of what are no addresses is none`() {
        #expect(
            Listing(url: "https://id.example.org", sites: ["wiki.example.org"], place: Place(file: "conf", line: 7))
                == nil)
    }

    /// What is found with the sign-in's server in the first line, one behind the gate in the next, and others after both.
    private func found(_ server: String, _ sites: String, _ others: String = "") throws -> [String] {
        let directives = try read("\(door)\nserver { \(server) \(gate) }\n\(others)")
        return Inspection(of: directives, listing: try listing(sites)).findings.map(\.description)
    }

    private func listing(_ sites: String) throws -> Listing {
        try #require(
            Listing(
                url: "http://127.0.0.1:8080", sites: sites.split(separator: " ").map(String.init),
                place: Place(file: "conf", line: 7)))
    }

    private func read(_ text: String) throws -> [Directive] {
        try ConfigurationFiles(main: "main", text: { $0 == "main" ? Array(text.utf8) : nil }, names: { _ in [] })
            .directives()
    }
}
