/// A request that is none, with what the log has to tell of it.
public struct UnreadableRequest: Error, Sendable {
    public let why: MalformedRequest
    public let method: Method
    public let id: [UInt8]
    public let address: [UInt8]

    public init(_ why: MalformedRequest, parameter: (StaticString) -> [UInt8]?) {
        self.why = why
        method = Method(parameter("REQUEST_METHOD") ?? [])
        id = parameter("REQUEST_ID") ?? []
        address = parameter("REMOTE_ADDR") ?? []
    }
}
