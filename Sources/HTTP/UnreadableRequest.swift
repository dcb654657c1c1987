/// A request that is none, with what the log has to tell of it.
public struct UnreadableRequest: Error, Sendable {
    public let why: MalformedRequest
    public let method: Method
    public let id: [UInt8]
    public let address: [UInt8]

    public init(_ why: MalformedRequest, _ parameters: Parameters) {
        self.why = why
        method = Method(parameters.slice("REQUEST_METHOD") ?? [])
        id = parameters["REQUEST_ID"] ?? []
        address = parameters["REMOTE_ADDR"] ?? []
    }
}
