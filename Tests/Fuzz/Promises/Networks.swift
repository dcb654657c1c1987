import HTTP

/// Whatever stands where nginx writes a browser's address: what is read is one network of IPv6, in whichever spelling.
func checkNetwork(_ input: [UInt8]) {
    let network = Network(of: input)
    guard network.bytes != input else { return }
    promise("it has 64 bits", network.bytes.count == 8)
    promise("it was written in hexadecimal, with colons", input.allSatisfy("0123456789abcdefABCDEF:".utf8.contains))
    promise("case makes no other place", Network(of: input.uppercased) == network)
    let groups = stride(from: 0, to: 8, by: 2).map { UInt16(network.bytes[$0]) << 8 | UInt16(network.bytes[$0 + 1]) }
    let written = groups.map { String($0, radix: 16) }.joined(separator: ":")
    for rest in ["::", ":0:0:0:1", ":ffff:ffff:ffff:ffff"] {
        promise("every address in it is the same place", Network(of: Array((written + rest).utf8)) == network)
    }
}
