import FastCGI
import NginxConfiguration

/// The machine's own nginx.
enum Nginx {
    /// What it would run with, as it prints it.
    static func configuration() throws -> ConfigurationFiles {
        guard let files = ConfigurationFiles(dump: try run(["-T"])) else {
            throw Refusal("nginx printed no configuration: run `nginx -T`, and see what it says")
        }
        return files
    }

    /// What it wrote, if it did as it was told.
    @discardableResult
    static func run(_ arguments: [String]) throws -> [UInt8] {
        let words = "nginx \(arguments.joined(separator: " "))"
        let nginx: Subprocess
        do throws(SystemError) {
            nginx = try Subprocess.run(FileNames.matching("/usr/sbin/nginx").first ?? "nginx", arguments)
        } catch {
            throw Refusal("cannot run nginx (\(error)): install it, or give a file")
        }
        guard nginx.status == 0 else {
            throw Refusal("`\(words)` failed: \(complaint(nginx.output)); mend that, then try again")
        }
        return nginx.output
    }

    /// The first thing that it could not do, in its own words.
    private static func complaint(_ output: [UInt8]) -> String {
        let lines = output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let mark = "[emerg] "
        let first = lines.first { $0.contains(mark) } ?? lines.last ?? "it says nothing"
        return first.firstRange(of: mark).map { String(first[$0.upperBound...]) } ?? first
    }
}
