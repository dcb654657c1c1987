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

    @Test(
        .enabled(if: FileManager.default.isExecutableFile(atPath: Fixture.nginx) && NSUserName() == "root"),
        arguments: Fixture.sound + Fixture.holes)
    func `nginx itself is content with each, with holes or without`(site: Fixture) throws {
        #expect(try site.complaint() == "")
    }
}
