import Glibc
import Secrets

/// The key of the examples in RFC 4226 and RFC 6238.
func exampleKey() -> Secret { Secret(copying: "12345678901234567890".utf8) }

/// A vault with one fresh key.
func temporaryVault() throws -> Vault {
    let path = "/tmp/vestibule-keys-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    try Vault.createKeyRing(at: path)
    defer { unsafe unlink(path) }
    return try Vault(keyRing: path)
}
