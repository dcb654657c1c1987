import Foundation
import NginxConfiguration
import Testing

/// A site of nginx's in `Sites/`, in a whole configuration around it as an instance has it.
struct Fixture: CustomTestStringConvertible {
    let path: String

    var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

    static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    /// All in a folder of the repository.
    static func all(in folder: String) -> [Fixture] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
        return files.filter { $0.hasSuffix(".conf") }.sorted().map { Fixture(path: "\(root)/\(folder)/\($0)") }
    }

    static let holes = all(in: "Tests/NginxConfigurationTests/Sites/holes")
    static let sound =
        all(in: "Tests/NginxConfigurationTests/Sites/sound") + all(in: "deploy/sites")
        + all(in: "Tests/Browser/nginx")
        + [Fixture(path: root + "/deploy/demo/nginx.conf")]

    /// Reads the site with all that it includes. The site's file is called `site`.
    func directives(main: String = main(folder: "/instance")) throws -> [Directive] {
        try ConfigurationFiles(
            main: "/instance/nginx.conf",
            text: { path in
                switch path {
                case "/instance/nginx.conf": Array(main.utf8)
                case "/instance/site": filled(self.path)
                default:
                    FileManager.default.contents(atPath: path).map(Array.init)
                        ?? filled("\(Fixture.root)/nginx/\(path.split(separator: "/").last ?? "")")
                }
            }, names: { _ in [] }
        ).directives()
    }

    /// The lines that a comment calls a hole.
    var markedLines: [Int] {
        String(decoding: filled(path) ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated().filter { $0.element.hasSuffix("# hole") }.map { $0.offset + 1 }
    }

    /// What the machine's own nginx has to say of it; nothing if it is content.
    func complaint() throws -> String {
        let folder = FileManager.default.temporaryDirectory.path + "/vestibule-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for template in try FileManager.default.contentsOfDirectory(atPath: Fixture.root + "/nginx")
        where template.hasSuffix(".conf") {
            try write(filled("\(Fixture.root)/nginx/\(template)", folder: folder), to: "\(folder)/\(template)")
        }
        try write(Array(Fixture.main(folder: folder).utf8), to: folder + "/nginx.conf")
        try write(filled(path, folder: folder), to: folder + "/site")
        let nginx = Process()
        let pipe = Pipe()
        nginx.executableURL = URL(fileURLWithPath: Fixture.nginx)
        nginx.arguments = ["-t", "-q", "-e", "stderr", "-p", folder, "-c", folder + "/nginx.conf"]
        nginx.standardError = pipe
        try nginx.run()
        let words = try pipe.fileHandleForReading.readToEnd() ?? Data()
        nginx.waitUntilExit()
        return nginx.terminationStatus == 0 ? "" : String(decoding: words, as: UTF8.self)
    }

    static let nginx = "/usr/sbin/nginx"

    private static func main(folder: String) -> String {
        """
        pid \(folder)/nginx.pid;
        events { }
        http {
            access_log off;
            client_body_temp_path \(folder)/body;
            fastcgi_temp_path \(folder)/fastcgi;
            proxy_temp_path \(folder)/proxy;
            scgi_temp_path \(folder)/scgi;
            uwsgi_temp_path \(folder)/uwsgi;
            include lanes.conf;
            include sites.conf;
            include site;
        }
        """
    }

    private func write(_ bytes: [UInt8]?, to path: String) throws {
        try Data(bytes ?? []).write(to: URL(fileURLWithPath: path))
    }

    /// A template of the repository, as `deploy/run` fills it.
    private func filled(_ path: String, folder: String = "/instance") -> [UInt8]? {
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        for (name, value) in [
            ("NGINX", folder), ("SOCKETS", folder), ("SHARE", Fixture.root + "/nginx"), ("STATE", folder),
            ("PORT", "8470"),
            ("DEMO_PORT", "8472"), ("NAMES", "127.0.0.1 localhost"), ("STATIC_PORT", "8473"), ("PROXIED_PORT", "8474"),
            ("FILES", folder), ("DEMO", Fixture.root + "/deploy/demo"),
        ] {
            text = text.replacingOccurrences(of: "@\(name)@", with: value)
        }
        return Array(text.utf8)
    }
}
