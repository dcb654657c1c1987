/// What is delivered in place of a refusal, or found after one, must not be what the check was for.
enum ErrorPages {
    static func findings(_ server: Server) -> [Finding] {
        let scopes = ([server.scope] + server.all.filter { !$0.isOfTheGate }.map(\.scope)).filter { $0.check != nil }
        return scopes.flatMap { scope in
            scope.effective("error_page").flatMap { found($0, server) }
                + scope.own("try_files").flatMap { tried($0, server) }
        }
    }

    private static func found(_ page: Directive, _ server: Server) -> [Finding] {
        server.openLocations(at: page.arguments.last ?? "").filter(\.isInternal).map { location in
            Finding(
                place: page.place(in: server.file),
                problem:
                    "`\(page.line)` delivers what `\(location.name)` (\(location.place)) has to whom the check refuses",
                remedy: "include protect.conf; in that location")
        }
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
