/// What is delivered in place of a refusal, or found after one, must not be what the check was for.
enum ErrorPages {
    static func findings(_ server: Server) -> [Finding] {
        let asking = server.everywhere.filter { $0.scope.check != nil && !$0.isOfTheGate }
        return asking.flatMap { location in
            location.scope.effective("error_page").filter { !isLate($0, location) }.flatMap { found($0, server) }
                + location.scope.own("try_files").flatMap { tried($0, server) }
        } + server.all.flatMap { refusing($0, server) }
    }

    /// Whether it stands in place of an error that comes after the check has passed, and by itself alone.
    private static func isLate(_ page: Directive, _ location: Location) -> Bool {
        location.scope.own.contains(page) && !location.isInternal && location.scope.everywhere("return").isEmpty
            && page.arguments.compactMap { Int($0.description) }.allSatisfy([404, 405, 410, 416, 502, 504].contains)
    }

    /// A location that refuses everybody, and whose refusal is a page that was meant for those who pass.
    private static func refusing(_ location: Location, _ server: Server) -> [Finding] {
        guard location.scope.check == nil, !location.isOfTheGate, location.deliversNothing(names: server.names),
            !server.opened.contains(location.address.word)
        else { return [] }
        let codes = Set(
            location.scope.own("return").compactMap(\.arguments.first)
                + (location.scope.isClosedByAddress ? ["403"] : []))
        return location.scope.effective("error_page").filter { !codes.isDisjoint(with: $0.arguments) }
            .flatMap { found($0, server) }
    }

    private static func found(_ page: Directive, _ server: Server) -> [Finding] {
        let shown = server.openLocations(at: page.arguments.last ?? "").filter(\.isInternal)
        return shown.filter { !isOneFile(page, $0) }.map { location in
            Finding(
                place: page.place(in: server.file),
                problem:
                    "`\(page.line)` delivers what `\(location.name)` (\(location.place)) has to whom the check refuses",
                remedy: "include protect.conf; in that location")
        }
    }

    /// Whether it shows one file that is named whole, and can show no other: somebody meant it for whoever is refused.
    private static func isOneFile(_ page: Directive, _ location: Location) -> Bool {
        let scope = location.scope
        let others: [Word] = ["if", "return", "error_page"]
        guard location.passes.isEmpty, !scope.isOn("ssi"), others.allSatisfy({ scope.own($0).isEmpty }) else {
            return false
        }
        let leading = scope.own("rewrite") + scope.own("try_files")
        guard let first = leading.first else { return !location.address.isNamed && isFile(page.arguments.last) }
        guard location.address.isNamed, leading.count == 1, first.arguments.count > 1 else { return false }
        return first.name == "try_files"
            ? isFile(first.first) && first.arguments.count == 2 && first.second.begins(with: "=")
            : isFile(first.second) && first.arguments.last == "break" && matchingAll.contains(first.first)
    }

    private static func isFile(_ name: Word?) -> Bool { name.map { $0 == $0.literal && $0.isFile } ?? false }

    private static let matchingAll: Set<Word> = ["^", ".*", "(.*)", "^.*", "^.*$", "^(.*)$"]

    /// What `try_files` falls back to is asked after the check; but an address, unlike a name, anybody can ask for.
    private static func tried(_ files: Directive, _ server: Server) -> [Finding] {
        guard let fallback = files.arguments.last, fallback.begins(with: "/") else { return [] }
        return server.openLocations(at: fallback).map { location in
            Finding(
                place: location.directive.place(in: server.file),
                problem: "`\(files.line)` (\(files.place)) leads to `\(location.name)`, which answers everybody",
                remedy: "include protect.conf;")
        }
    }
}
