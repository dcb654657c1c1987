/// A page that was made for one person is delivered to another, unless the key of the cache says for whom it is.
enum SharedCaches {
    static func findings(_ server: Server) -> [Finding] {
        server.all.filter { ($0.scope.check != nil || $0.address.isNamed) && !$0.isOfTheGate }.flatMap { location in
            stored(location, server) + cached(location, server)
        }
    }

    /// A file that nginx makes of one answer is delivered to whoever asks for it next.
    private static func stored(_ location: Location, _ server: Server) -> [Finding] {
        location.passes.compactMap { pass in
            guard let store = stores[pass.name].flatMap({ location.scope.effective($0).last }), store.first != "off"
            else {
                return nil
            }
            return Finding(
                place: store.place(in: server.file), problem: "`\(store.line)` delivers one person's page to another",
                remedy: "\(store.name) off;")
        }
    }

    private static let stores: [Word: Word] = [
        "fastcgi_pass": "fastcgi_store", "proxy_pass": "proxy_store", "uwsgi_pass": "uwsgi_store",
        "scgi_pass": "scgi_store",
    ]

    private static func cached(_ location: Location, _ server: Server) -> [Finding] {
        location.passes.compactMap { pass in
            guard let kind = kinds[pass.name], location.scope.isOn(kind.cache),
                let cache = location.scope.effective(kind.cache).last,
                !location.scope.effective(kind.key).contains(where: { $0.first.contains("$vestibule_user") })
            else { return nil }
            let isOwn = location.scope.own(kind.cache).contains(cache)
            return Finding(
                place: (isOwn ? cache : pass).place(in: server.file),
                problem: "`\(cache.line)` delivers one person's page to another",
                remedy: "\(kind.key) \"$vestibule_user:$scheme$request_method$host$request_uri\";")
        }
    }

    private static let kinds: [Word: (cache: Word, key: Word)] = [
        "fastcgi_pass": ("fastcgi_cache", "fastcgi_cache_key"), "proxy_pass": ("proxy_cache", "proxy_cache_key"),
        "uwsgi_pass": ("uwsgi_cache", "uwsgi_cache_key"), "scgi_pass": ("scgi_cache", "scgi_cache_key"),
    ]
}
