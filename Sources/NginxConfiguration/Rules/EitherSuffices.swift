/// `satisfy any` lets in whom an address or a password of nginx's lets in, whatever the gate says.
enum EitherSuffices {
    static func findings(_ server: Server) -> [Finding] {
        ([server.scope] + server.all.map(\.scope)).compactMap { scope in
            guard scope.check != nil, let satisfy = scope.effective("satisfy").last, satisfy.first == "any" else {
                return nil
            }
            return Finding(
                place: satisfy.place(in: server.file),
                problem:
                    "`satisfy any` lets past whom `allow` or a password of nginx's lets past, whatever the gate says",
                remedy: "satisfy all;")
        }
    }
}
