import Authentication
import HTTP
import MariaDB
import Secrets

extension Store {
    /// What a typed recovery code of `user` would be stored as; `nil` if the account has no codes,
    /// or none that were made under a key of ours.
    borrowing func hash(_ code: RecoveryCode, of user: User) throws -> [UInt8]? {
        guard let row = try rows(.recoverySet, .integer(user.id)).first,
            let key = UInt32(exactly: row.integer("key_id")).map(KeyID.init(rawValue:)), try has(key)
        else { return nil }
        return try code.hash(account: user.id, salt: row.bytes("salt"), key: key, vault: vault)
    }

    /// Replaces the set `old` that the person saw; `false` if another browser has replaced it already.
    borrowing func replaceRecoveryCodes(
        _ old: [UInt8], with new: RecoverySet, of who: SignedInUser, on occasion: Occasion
    ) throws -> Bool {
        let done: Bool? = try record(.recoveryCodesRegenerated, of: who.user.id, by: who.user.id, on: occasion) {
            guard
                try isDone(
                    .replaceRecoverySet, .integer(who.user.id), .bytes(old), .bytes(new.id), .bytes(new.salt),
                    .integer(Int64(new.key.rawValue)), Value(occasion.at))
            else { return nil }
            try add(new, of: who.user.id)
            return true
        }
        return done ?? false
    }

    borrowing func recoveryCodesLeft(of user: User) throws -> Int {
        Int(try rows(.recoveryCodesLeft, .integer(user.id))[0].integer("codes"))
    }

    /// The challenge that used the code whose hash is `code`: `nil` if none did, or if there is no such code.
    borrowing func challenge(thatUsed code: [UInt8], of user: User) throws -> [UInt8]? {
        try rows(.recoveryCodeUsedBy, .integer(user.id), .bytes(code))[0].bytesIfPresent("challenge")
    }

    borrowing func add(_ set: RecoverySet, of account: Int64) throws {
        for hash in set.hashes { _ = try isDone(.addRecoveryCode, .integer(account), .bytes(hash)) }
    }
}
