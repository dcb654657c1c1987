import Testing

@testable import Secrets

@Suite struct `A hash of another system` {
    /// Each was made by the tool that is named, of one password.
    // swift-format-ignore
    static let made = [
        ("PHP, password_hash", "$2y$04$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK"),
        ("PHP, crypt", "$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS"),
        ("Python, bcrypt", "$2b$04$fnPULN0rGqRTvvRsZJkb3O/279XyvjX4EkKPJottQhOHtlBUwFBVq"),
        ("Apache, htpasswd -B", "$2y$04$pr8YJKh4M1osvsHlsfqiW.hmWsycaWDhnvC7AxGfddVjpFfm/Xh42"),
        ("WordPress 6.8", "$wp$2y$04$taFgbn7TJv75P.b1VJ1sY.wiH6g6nGisbZ0Anuj8lyDUoLxjPzgzm"),
        ("Nextcloud, bcrypt", "1|$2y$04$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK"),
        ("Nextcloud, Argon2id", "3|$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo"),
        ("PHP, Argon2id", "$argon2id$v=19$m=65536,t=4,p=1$ckFZa1BHMmVJWFRpdWVuLg$MX+/X4hsKa5G2gXUA94BpMqYNAGk8qFD3y+E6KpD3vc"),
        ("argon2, four lanes", "$argon2id$v=19$m=1024,t=3,p=4$c2FsdHNhbHRzYWx0$kMkOTTpeZNkKRRvYXCZNHictPANYSjNEUd5csq3q+74"),
        ("Debian, mkpasswd", "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq897"),
        ("mkpasswd, cost 1", "$y$j75$R7SFSqzQIKOzJvvnuC5kd1$yWQhYe3ij2VsxQ9hd90ib6r98RsjC41orr9KJlL..45"),
        ("mkpasswd, cost 7", "$y$jBT$Jl5cRJFdmvDnSV9gCUkOo.$.VKYEbHC9TKAfKnEQb31ZEF71hpIavsECpX/TrdUDBB"),
        ("openssl passwd -6", "$6$p/cME0ln8st0oM4K$jvogm2dgS/Y/m0ALlC2k2whmFVEFYpXKSAlmc2dGjDOC6FpeuYycycVcXzqv9LWtNMlmZa5ipaeo1DhHJO/P5/"),
        ("openssl passwd -5", "$5$/nDT7SVb/wQ51Fis$f0O2MJqzbo9Hylwo9qB0RA1axGsqC1YMIUmqdvuJKf2"),
        ("passlib, SHA-512", "$6$rounds=1000$sRA7N6UM4SFjWPA4$SzFgFE5mgNsO4yZKzUUB3ymIortnZa1jeiWFwB30zoX/kbs8IdFrVhKQVfoK4ZrRYEjJw5RVnQDN7SWhxRR8l0"),
        ("passlib, SHA-256", "$5$rounds=1000$J5x.JMxox8kLBgP/$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC"),
        ("Ansible", "$6$rounds=656000$9RXpAOvgE1ksgTHT$dHo2XQKlrTJZqOaXVQhrTo6Hvv5z6NEChLux5I95ev7tA0hQHgw8.xwwbKyVTo6fn8OOfAOypxjKqaTB5k8/U."),
    ]
    private static let password = Array("correct horse battery".utf8)

    @Test(arguments: made)
    func `Matches the password of which it was made, and no other`(tool: String, text: String) throws {
        let hash = try LegacyHash(Array(text.utf8))
        let setting = try #require(storedSetting(of: hash))
        #expect(setting.hash(of: Self.password)?.text == hash.text)
        for other in ["correct horse batter", "Correct horse battery", "correct horse battery ", ""] {
            let computed = try #require(setting.hash(of: Array(other.utf8)))
            #expect(computed.text != hash.text && computed.text.starts(with: setting.text))
        }
    }

    @Test(arguments: made)
    func `A zero byte and what follows it do not match`(tool: String, text: String) throws {
        let hash = try LegacyHash(Array(text.utf8))
        #expect(try #require(storedSetting(of: hash)).hash(of: Self.password + [0])?.text != hash.text)
        #expect(try #require(storedSetting(of: hash)).hash(of: Self.password + [0] + Self.password)?.text != hash.text)
    }

    @Test func `The bytes of a password count, whatever they say`() throws {
        let hash = try LegacyHash(Array("$2y$04$M.Jrbs3Bkj2ByqgLJ3YbLemi8r669X0RDuXzyumR1FR2v4YuvhmK6".utf8))
        let password = Array("päss".utf8) + [0xFF] + Array("wörd".utf8)
        #expect(try #require(storedSetting(of: hash)).hash(of: password)?.text == hash.text)
    }

    @Test func `bcrypt sees 72 bytes of a password`() throws {
        let bcrypt = try LegacyHash(Array("$2y$04$bx8G.S32PijMKZSQXEvHv.DaHXd9kxlQxgLn4D/Dcg3ficG9PY9Ha".utf8))
        let setting = try #require(storedSetting(of: bcrypt))
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: 72) + "c".utf8)?.text == bcrypt.text)
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: 71) + "b".utf8)?.text != bcrypt.text)
    }

    // swift-format-ignore
    @Test(arguments: [
        ("openssl passwd -5", 128, "$5$9RXpAOvgE1ksgTHT$q8q8Ih1vrB2DO8Dq/LMAS2c3/hyrBGBaLPMCEVcB/Q."),
        ("openssl passwd -6", 128, "$6$9RXpAOvgE1ksgTHT$08NCI01enZSVkxLm4PXFUo5dmJiQXUQDo80VJrfJeZDVYnPo7car9CBjMpB8v/JA0.dUZiLqpXFOAmYkS5Vjd/"),
        ("libargon2", 200, "$argon2id$v=19$m=1024,t=2,p=1$c2FsdHNhbHRzYWx0$WBvP0uBjQD2sakORYzNgg8PSXX+fm7LSIhstkZwFMgQ"),
    ])
    func `Matches a long password too`(tool: String, count: Int, text: String) throws {
        let hash = try LegacyHash(Array(text.utf8))
        let setting = try #require(storedSetting(of: hash))
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: count))?.text == hash.text)
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: count - 1))?.text != hash.text)
    }

    @Test(arguments: made.filter { !$0.1.contains("argon2id") })
    func `Where libcrypt computes, more than 128 bytes are never right`(tool: String, text: String) throws {
        let setting = try #require(storedSetting(of: LegacyHash(Array(text.utf8))))
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: 128)) != nil)
        #expect(setting.hash(of: [UInt8](repeating: 0x61, count: 129)) == nil)
    }

    @Test func `What is never right costs nothing`() throws {
        let rounds = "$6$rounds=656000$9RXpAOvgE1ksgTHT"
        let setting = try #require(LegacyHash.Setting(stored: Array(rounds.utf8)))
        let password = [UInt8](repeating: 0x61, count: 511)
        // Computed, each would take about two seconds.
        let duration = ContinuousClock().measure { for _ in 0..<10 { #expect(setting.hash(of: password) == nil) } }
        #expect(duration < .seconds(2))
    }

    // swift-format-ignore
    @Test(arguments: [
        ("$1$RWrqLrXY$W4.DLPzWDf5VNoha4jtPq.", "MD5 crypt"), ("A9y/r1DInYS8Q", "DES crypt"),
        ("$apr1$UrzCQuUf$xsJkqcMRkD24ujxnjP0Ge0", "MD5 as Apache"), ("{SHA}mN7MYuzjmaIu0w1JDvMzvn/ec4U=", "SHA-1"),
        ("$P$HxYeNPR5w2.PBj58cjhZ7p9/qKdRyz0", "phpass of WordPress"), ("_7C/.27q2orHrWsPCK/s", "DES crypt of BSD"),
        ("$2x$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS", "faulty bcrypt"),
        ("$argon2i$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo", "Argon2i"),
        ("2|$argon2i$v=19$m=1024,t=2,p=1$UFhq$9NPR", "plain text or of no known kind"),
        ("$argon2id$v=19$m=1024,t=2,p=8$uidE8q0iyOfXcx01LOeSIg$pW2Uw7lOBCRvmwlzZA2J+w", "a tag of 16 bytes"),
        ("correct horse battery", "plain text"), ("", "plain text"), ("*0", "failure"), ("!", "locked"), ("!$6$a$b", "locked"),
        ("x$6$a$b", "plain text"), ("$", "no known kind"), ("$$", "no known kind"), ("$y", "no known kind"),
        ("pbkdf2_sha256$600000$abc$def=", "PBKDF2"), ("$7$CU..../....abc$def", "scrypt"),
    ])
    func `What is not taken is called by its name`(text: String, words: String) {
        let refusal = #expect(throws: LegacyHash.Refusal.self) { try LegacyHash(Array(text.utf8)) }
        #expect(refusal?.description.contains(words) == true)
    }

    @Test(arguments: [
        "$2y$03$", "$2y$15$", "$2y$31$", "$wp$2y$15$",
    ])
    func `bcrypt has a cost of 4 to 14`(start: String) {
        expectTooMuchWork(start + "xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK")
    }

    @Test(arguments: ["rounds=999$", "rounds=656001$", "rounds=999999999$"])
    func `SHA crypt has up to 656000 rounds`(rounds: String) {
        expectTooMuchWork("$5$" + rounds + "J5x.JMxox8kLBgP/$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC")
    }

    @Test(arguments: ["jCT", "jFT", "j0T", "k9T", "j", "", "j9T0"])
    func `yescrypt has a cost of 1 to 7`(cost: String) {
        expectTooMuchWork("$y$\(cost)$L0xqyPL6x7kc5XA3wnIPP0$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq897")
    }

    @Test(arguments: [
        "m=131073,t=1,p=1", "m=131072,t=9,p=1", "m=1024,t=1025,p=1", "m=1024,t=0,p=1", "m=1024,t=1,p=17",
        "m=1024,t=1,p=0", "m=7,t=1,p=1", "m=31,t=1,p=4", "m=999999999999999999,t=1,p=1",
    ])
    func `Argon2id has up to 128 MiB and a GiB in all passes`(options: String) {
        expectTooMuchWork(
            "$argon2id$v=19$\(options)$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo")
    }

    // swift-format-ignore
    @Test(arguments: [
        "$2y$04$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluR", "$2y$04$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRKK",
        "$2y$4$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRKK", "$2y$04xxeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK",
        "$2y$04$xeErk8sffsBoFHGZTmD.i:yK2slXNBytVZ4mtJ4mChQBCSBGnluRK", "$2y$+4$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK",
        "$2y$04$xeErk8sffsBoFHGZTmD.i/yK2slXNBytVZ4mtJ4mChQBCSBGnluRK", "$2y$", "$wp$2y$04$taFgbn7TJv75P", "$wp$6$abc$def",
        "$wp$2a$04$abcdefghijklmnopqrstuuqREtd3VJD2QVZbuFskFSLk6eRIrQoOS",
        "$5$$f0O2MJqzbo9Hylwo9qB0RA1axGsqC1YMIUmqdvuJKf2", "$5$/nDT7SVb/wQ51Fis7$f0O2MJqzbo9Hylwo9qB0RA1axGsqC1YMIUmqdvuJKf2",
        "$5$rounds=01000$J5x$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC", "$5$rounds=1000$$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC",
        "$5$a$b$c$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC", "$5$abc$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/f",
        "$6$abc$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC", "$6$ab\n$iN3O2LUefsXhaA3mLi.SbaLmHlcuKlbrVVrl9IeL/fC",
        "$y$j9T$$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq897", "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0$m.aZMhM6kkbXJ7N/PnLQWv0eAa3FL9OrmzqPBaeq89",
        "$y$j9T$L0xqyPL6x7kc5XA3wnIPP0", "$argon2id$v=16$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
        "$argon2id$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
        "$argon2id$v=19$m=1024,t=2,p=01$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
        "$argon2id$v=19$m=1024,t=2,p=1,keyid=AAAAAQ$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
        "$argon2id$v=19$m=1024,t=2,p=1$UFhqUWI$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
        "$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUQ$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo=",
        "$argon2id$v=19$m=1024,t=2,p=1$UFhqUWJ6czFkZGtVUGMwUR$9NPR6d62wtol4wAeCalToYLPSNIKi9SzoNCar5+Ikvo",
    ])
    func `What was cut, changed or spelt otherwise is none`(text: String) {
        let refusal = #expect(throws: LegacyHash.Refusal.self) { try LegacyHash(Array(text.utf8)) }
        if case .malformed = refusal { return }
        Issue.record("\(text) is refused as \(String(describing: refusal))")
    }

    @Test func `It prints as nothing`() throws {
        for (_, text) in Self.made {
            let hash = try LegacyHash(Array(text.utf8))
            var dumped = ""
            dump(hash, to: &dumped)
            #expect(!"\(hash) \(String(reflecting: hash)) \(dumped)".contains("$"))
        }
    }

    @Test func `A hash of ours is none of these, and none of these is ours`() throws {
        let ours = PasswordHash(of: Self.password, cost: .floor, vault: try vault(keys: 1)).text
        #expect(throws: LegacyHash.Refusal.self) { try LegacyHash(ours) }
        let end = try #require(ours.lastIndex(of: UInt8(ascii: "$")))
        #expect(LegacyHash.Setting(stored: Array(ours[..<end])) == nil)
        for (_, text) in Self.made {
            let setting = try #require(storedSetting(of: LegacyHash(Array(text.utf8))))
            #expect(PasswordHash.Parameters(setting.text) == nil)
        }
    }

    /// What the database gives away of a stored hash; `password_parameters` is compared with it by a story of the site.
    private func storedSetting(of hash: LegacyHash) -> LegacyHash.Setting? {
        let prefix = hash.text.starts(with: "$wp".utf8) ? 3 : 0
        let isBcrypt = hash.text.dropFirst(prefix).starts(with: "$2".utf8)
        let count = isBcrypt ? prefix + 29 : hash.text.lastIndex(of: UInt8(ascii: "$"))!
        return LegacyHash.Setting(stored: Array(hash.text.prefix(count)))
    }

    private func expectTooMuchWork(_ text: String) {
        let refusal = #expect(throws: LegacyHash.Refusal.self) { try LegacyHash(Array(text.utf8)) }
        guard case .tooMuchWork = refusal else {
            Issue.record("\(text) is refused as \(String(describing: refusal))")
            return
        }
    }
}
