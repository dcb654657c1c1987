import HTTP

/// Through which door of nginx's a request comes: it says so, and nobody else can.
enum Audience {
    /// The public addresses of the sign-in itself.
    case browsers
    /// A site behind the gate, in whose name nginx asks.
    case sites
    /// The operator's own listener.
    case `operator`
}

extension Request {
    var audience: Audience { isOperators ? .operator : site == nil ? .browsers : .sites }
}
