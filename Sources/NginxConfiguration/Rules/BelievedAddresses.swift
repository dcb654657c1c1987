/// Whoever may say by a header where they come from passes wherever an address lets past, and is never kept from guessing.
enum BelievedAddresses {
    static func findings(_ server: Server) -> [Finding] {
        server.scope.effective("set_real_ip_from").filter { ["0.0.0.0/0", "::/0"].contains($0.first) }.map { trust in
            Finding(
                place: trust.place(in: server.file),
                problem: "`\(trust.line)` lets anybody claim to come from any address",
                remedy: "set_real_ip_from ADDRESS-OF-THE-PROXY;")
        }
    }
}
