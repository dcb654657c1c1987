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
        return shown.filter { !names(page, fileIn: $0) }.map { location in
            Finding(
                place: page.place(in: server.file),
                problem:
                    "`\(page.line)` delivers what `\(location.name)` (\(location.place)) has to whom the check refuses",
                remedy: "include protect.conf; in that location")
        }
    }

    /// Whether it names one file, whole, of a folder of nothing but files: that one is shown, and no other.
    private static func names(_ page: Directive, fileIn folder: Location) -> Bool {
        guard let file = page.arguments.last, file == file.literal, file.isFile, !folder.address.isNamed else {
            return false
        }
        let others: [Word] = ["if", "return", "rewrite", "try_files", "error_page"]
        return folder.passes.isEmpty && !folder.scope.isOn("ssi") && others.allSatisfy { folder.scope.own($0).isEmpty }
    }

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
