import FastCGI
import NginxConfiguration

/// An nginx of this machine.
struct Nginx {
    /// Its main file; its own standard one if there is none.
    var file: String?

    /// What it would run with, as it prints it.
    func configuration() throws -> ConfigurationFiles {
        guard let files = ConfigurationFiles(dump: try run("-T")) else {
            throw Refusal("nginx printed no configuration: run `nginx -T`, and see what it says")
        }
        return files
    }

    /// What it wrote, if it did as it was told.
    @discardableResult
    func run(_ words: String...) throws -> [UInt8] {
        let arguments = words + (file.map { ["-c", $0] } ?? [])
        let nginx: Subprocess
        do throws(SystemError) {
            nginx = try Subprocess.run(FileNames.matching("/usr/sbin/nginx").first ?? "nginx", arguments)
        } catch {
            throw Refusal("cannot run nginx (\(error)): install it, or give a file")
        }
        guard nginx.status == 0 else {
            let command = "nginx \(arguments.joined(separator: " "))"
            throw Refusal("`\(command)` failed: \(complaint(nginx.output)); mend that, then try again")
        }
        return nginx.output
    }

    /// The first thing that it could not do, in its own words: what follows `[emerg] 31:31: `.
    private func complaint(_ output: [UInt8]) -> String {
        let lines = output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let mark = "[emerg] "
        guard let first = lines.first(where: { $0.contains(mark) }), let end = first.firstRange(of: mark)?.upperBound
        else {
            return lines.last ?? "it says nothing"
        }
        return String(first[end...].drop { $0.isNumber || $0 == "#" || $0 == ":" || $0 == " " })
    }
}
