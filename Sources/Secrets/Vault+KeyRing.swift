extension Vault {
    /// Makes a key ring file with one fresh key, unless the file exists.
    public static func createKeyRing(at path: String) throws(KeyRingError) {
        try KeyRing.create(at: path)
    }

    /// Adds a fresh key to the file, and returns its number. Nothing is written under it before it is begun.
    public func addKey() throws(KeyRingError) -> KeyID {
        let ring = try KeyRing(path: path)
        guard let text = ring.textWithFreshKey() else { throw KeyRingError(path: path, reason: .full) }
        try KeyRing.replace(path, with: text)
        return try KeyRing(path: path).ids[0]
    }

    /// Takes a key out of the file. What stays is the key with which its part of the audit log is verified; it opens
    /// nothing, and what it was derived from cannot be computed from it.
    public func retire(_ key: KeyID) throws(KeyRingError) {
        let ring = try KeyRing(path: path)
        guard ring.ids.contains(key) else { return }
        try KeyRing.replace(path, with: ring.text(retiring: key))
    }
}
