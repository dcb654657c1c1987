/// What the configuration of the gate itself calls things: see nginx/gate.conf and its companions.
enum Gate {
    static let check: Word = "/auth/check"
    static let upstream: Word = "vestibule_gate"
    /// Chooses the lane of the product's own server, which checks for itself.
    static let lane: Word = "$vestibule_lane"
    static let demand: Word = "$vestibule_require"

    /// What gate.conf answers to whom the check turned away.
    static let addresses: [Address] = [
        .exact(check), .exact("/auth/enter"), .exact("/auth/style.css"), .exact("/auth/unavailable.html"),
        .named("@vestibule_refused"),
    ]

    /// Where certificates are renewed from; nobody who asks there has a session.
    static let renewals: Word = "/.well-known/acme-challenge"

    /// What the check has to be told, with what it must be where that is fixed.
    static let parameters: [(name: Word, value: Word?)] = [
        ("DOCUMENT_URI", check), ("REQUEST_METHOD", "GET"), ("SITE", nil), ("HTTP_COOKIE", nil), ("REQUIRE", demand),
    ]

    /// What the check says of somebody: the end of a header's name, the variable, and the answer that fills it.
    static let identities: [(end: Word, variable: Word, answer: Word)] = [
        ("user", "$vestibule_user", "$upstream_http_remote_user"),
        ("name", "$vestibule_name", "$upstream_http_remote_name"),
        ("email", "$vestibule_email", "$upstream_http_remote_email"),
        ("groups", "$vestibule_groups", "$upstream_http_remote_groups"),
    ]

    /// Headers of the browser's by which it could claim to be somebody, in lower case with underscores.
    static let claims: [Word] = [
        "remote_user", "remote_name", "remote_email", "remote_groups", "x_remote_user", "x_remote_name",
        "x_remote_email", "x_remote_groups", "x_forwarded_user", "x_forwarded_email", "x_forwarded_groups",
        "x_auth_request_user",
    ]
}
