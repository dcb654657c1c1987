import Testing

@testable import Secrets

/// The examples that the standards give.
@Suite struct `Standards` {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `SHA-256 gives what FIPS 180-4 says`(message: String, hash: String) {
        #expect(sha256(Array(message.utf8)) == bytes(hash))
    }

    @Test func `HMAC-SHA-1 gives what RFC 2202 says`() {
        let short = HMAC.sha1(Array("Hi There".utf8), key: Secret(copying: [UInt8](repeating: 0x0b, count: 20)))
        #expect(short == bytes("b617318655057264e28bc0b6fb378c8ef146be00"))
        let long = HMAC.sha1(
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            key: Secret(copying: [UInt8](repeating: 0xaa, count: 80)))
        #expect(long == bytes("aa4ae5e15272d00e95705637ce8a3b55ed402112"))
    }

    @Test func `HMAC-SHA-256 gives what RFC 4231 says`() {
        let mac = HMAC.sha256(Array("what do ya want for nothing?".utf8).span, key: Array("Jefe".utf8).span)
        #expect(mac == bytes("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
    }

    @Test func `HKDF gives what RFC 5869 says`() {
        let derived = unsafe Secret(count: 42) { derived in
            unsafe [UInt8](repeating: 0x0b, count: 22).withUnsafeBytes {
                unsafe HKDF.sha256(from: $0, for: [], into: derived)
            }
        }
        let expected = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
        #expect(derived.copy() == bytes(expected))
    }

    @Test(arguments: [
        ("password", "somesalt", 65_536, 2, "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"),
        ("password", "somesalt", 256, 2, "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"),
        (
            "differentpassword", "somesalt", 65_536, 2,
            "0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde"
        ),
    ])
    func `Argon2id gives what its authors say`(
        message: String, salt: String, memory: Int, passes: Int, tag: String
    ) {
        let cost = PasswordHash.Cost(memory: memory, passes: passes)
        #expect(Argon2id.tag(of: Array(message.utf8), salt: Array(salt.utf8), cost: cost).copy() == bytes(tag))
    }

    @Test func `AES-256-GCM gives what its authors' test case 16 says`() {
        let key = bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        let plaintext = bytes(
            """
            d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
            1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
            """)
        let sealed = AES256GCM.seal(
            plaintext.span, boundTo: bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"),
            nonce: bytes("cafebabefacedbaddecaf888"), key: key.span)
        let expected = bytes(
            """
            522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
            8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
            76fc6ece0f4e1768cddf8853bb2d551b
            """)
        #expect(sealed == expected)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
        ("foobar", "Zm9vYmFy"),
    ])
    func `Base64 gives what RFC 4648 says`(plain: String, encoded: String) {
        #expect(Base64.standard.encode(Array(plain.utf8)) == Array(encoded.utf8))
        #expect(Base64.standard.decode(encoded.utf8) == Array(plain.utf8))
    }

    @Test func `The two alphabets of Base64 differ in their last two symbols`() {
        #expect(Base64.standard.encode([0xFB, 0xFF]) == Array("+/8".utf8))
        #expect(Base64.url.encode([0xFB, 0xFF]) == Array("-_8".utf8))
        #expect(Base64.url.decode("+/8".utf8) == nil)
        #expect(Base64.standard.decode("-_8".utf8) == nil)
    }

    @Test(arguments: ["A", "AAAAA", "Zh", "Zm9=", "Zg==", "Z g", "Zg\n"])
    func `Base64 that we would not write is not read`(text: String) {
        #expect(Base64.standard.decode(text.utf8) == nil)
    }
}
