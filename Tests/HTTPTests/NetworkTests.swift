import Testing

@testable import HTTP

@Suite struct `Where a browser is` {
    private func network(_ address: String) -> Network { Network(of: Array(address.utf8)) }

    @Test(arguments: [
        ("2001:db8::1", "2001:db8:0:0:ffff:ffff:ffff:ffff"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("::1", "::2:3"), ("2001:DB8::1", "2001:db8::9"), ("1:2:3:4::", "1:2:3:4:5::"),
    ])
    func `Addresses of one IPv6 network are one place`(address: String, other: String) {
        #expect(network(address) == network(other))
        #expect(network(address).bytes.count == 8)
    }

    @Test(arguments: [
        ("2001:db8:1:2::", "2001:db8:1:3::"), ("192.0.2.1", "192.0.2.2"), ("::ffff:192.0.2.1", "::ffff:192.0.2.2"),
        ("::ffff:192.0.2.1", "::1"), ("fe80::1", "::1"),
    ])
    func `Others are not`(address: String, other: String) {
        #expect(network(address) != network(other))
    }

    @Test(arguments: [
        "", ":", "1:2:3", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "g::", "unix:", ":::", "1:2:3:4:5:6:7:8::",
    ])
    func `What is no IPv6 address is a place of its own`(address: String) {
        #expect(network(address).bytes == Array(address.utf8))
    }
}
