import Foundation
import NginxConfiguration
import Testing

@Suite struct `What is found in a configuration of nginx's` {
    @Test(arguments: Fixture.sound)
    func `Nothing is found in a sound one`(site: Fixture) throws {
        #expect(Inspection(of: try site.directives()).findings.map(\.description) == [])
    }

    @Test(arguments: Fixture.holes)
    func `Each hole is named with its file and its line`(site: Fixture) throws {
        let findings = Inspection(of: try site.directives()).findings
        #expect(Set(findings.map(\.place.file)) == ["/instance/site"])
        #expect(Set(findings.map(\.place.line)).sorted() == site.markedLines, "\(findings.map(\.description))")
    }

    @Test(arguments: [
        "proxy_pass 127.0.0.1:3000;", "proxy_pass wiki;", "proxy_pass localhost:3000;", "proxy_pass $wiki;",
        "proxy_pass $unknown;",
    ])
    func `A stream that leads to what is behind the gate is named, or that where it leads is not known`(pass: String)
        throws
    {
        let findings = try findings(inStreamWith: pass)
        #expect(findings.map(\.place) == [Place(file: "/instance/nginx.conf", line: 4)])
    }

    @Test(arguments: ["proxy_pass 127.0.0.1:8443;", "proxy_pass $servers;", "return 200;"])
    func `A stream that leads to nginx itself, or nowhere, is not named`(pass: String) throws {
        #expect(try findings(inStreamWith: pass) == [])
    }

    @Test func `A block beside http that is not known is named, and one for mail is none`() throws {
        let beside = try findings(inStreamWith: "return 200;", beside: "mail { } rtmp { server { listen 1935; } }")
        #expect(beside.map(\.place) == [Place(file: "/instance/nginx.conf", line: 1)])
        #expect(beside.allSatisfy { $0.problem.hasPrefix("`rtmp` is not understood") })
    }

    private func findings(inStreamWith pass: String, beside: String = "") throws -> [Finding] {
        let main = """
            \(beside) stream {
            upstream wiki { server unix:/run/other.sock; server 127.0.0.1:3000 backup; }
            map $ssl_preread_server_name $wiki { hostnames; a.example.org wiki; } map $x $servers { default 127.0.0.1:8443; }
            server { listen 9443; ssl_preread on; \(pass) }
            }
            http { include lanes.conf; include sites.conf; server { include gate.conf; location / {
            include protect.conf; include protect-proxy.conf; proxy_pass http://127.0.0.1:3000; } } }
            """
        return Inspection(of: try Fixture(path: "/dev/null").directives(main: main)).findings
    }

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: Fixture.nginx) && NSUserName() == "root"),
        arguments: Fixture.sound + Fixture.holes)
    func `nginx itself is content with each, with holes or without`(site: Fixture) throws {
        #expect(try site.complaint() == "")
    }
}
