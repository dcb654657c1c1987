import Authentication
import Secrets
import Testing

@testable import Site

@Suite struct `A file of accounts` {
    private static let hash = Hashes.php

    private func read(_ text: String, named name: String = "people.csv", domain: String? = nil) -> AccountFile {
        AccountFile.read(Array(text.utf8), named: name, domain: domain)
    }

    @Test(arguments: [
        "email,name,role,password_hash\nada@a.test,Ada,admin,HASH\n",
        "email,name,role,password_hash\r\nada@a.test,Ada,admin,HASH",
        "\u{FEFF}email,name,role,password_hash\r\n\r\n\"ADA@a.test\",\"Ada\",admin,\"HASH\"\r\n\r\n",
        "password_hash,role,name,email\nHASH,admin,Ada,ada@a.test \n",
        "email, name, role, password_hash\nada@a.test, Ada ,admin,HASH\n",
    ])
    func `CSV may be written in any way that RFC 4180 allows`(text: String) {
        let file = read(text.replacing("HASH", with: Self.hash))
        #expect(file.refusals.isEmpty)
        #expect(
            file.accounts.map { [$0.email.text, $0.name.text, $0.role.rawValue] } == [["ada@a.test", "Ada", "admin"]])
        #expect(file.accounts.allSatisfy { $0.hash.text == Array(Self.hash.utf8) })
    }

    @Test func `Without a role, or with an empty one, somebody is a user`() {
        #expect(read("email,name,password_hash\nada@a.test,Ada,\(Self.hash)").accounts.map(\.role) == [.user])
        #expect(read("email,name,role,password_hash\nada@a.test,Ada,,\(Self.hash)").accounts.map(\.role) == [.user])
    }

    @Test func `A name may have commas, quotation marks and every script`() {
        let file = read("email,name,password_hash\nada@a.test,\"Løvelace, \"\"Ada\"\" 李\",\(Self.hash)")
        #expect(file.accounts.map(\.name.text) == ["Løvelace, \"Ada\" 李"])
    }

    @Test func `Lines of htpasswd are told by their beginning, and completed by a domain`() {
        let text = "# people\nada@a.test:\(Self.hash)\r\n\nGrace.Hopper:\(Self.hash)\n"
        let file = read(text, named: ".htpasswd", domain: "b.test")
        #expect(
            file.accounts.map { [$0.email.text, $0.name.text] } == [
                ["ada@a.test", "ada"], ["grace.hopper@b.test", "Grace.Hopper"],
            ])
        #expect(read(text, named: ".htpasswd").refusals.map(\.line) == [4])
        #expect(read("email,name,password_hash\nada@a.test,Ada,\(Self.hash)", named: "/dev/stdin").accounts.count == 1)
    }

    @Test func `Every line that cannot be imported is named at once, with all that is wrong in it`() {
        let lines: [(String, [String])] = [
            ("ada@a.test,Ada,user,\(Self.hash)", []),
            ("ädä@a.test,Ada,user,\(Self.hash)", ["no email address"]),
            (" ADA@A.TEST ,Ada,user,\(Self.hash)", ["stands in line 2 already"]),
            ("b@a.test,,user,\(Self.hash)", ["no name"]),
            ("c@a.test,\(String(repeating: "c", count: 201)),user,\(Self.hash)", ["no name of 1 to 200"]),
            ("d@a.test,D,king,\(Self.hash)", ["no role: user, admin, it-admin, super-admin"]),
            ("e@a.test,E,user,$1$RWrqLrXY$W4.DLPzWDf5VNoha4jtPq.", ["MD5 crypt"]),
            ("f@a.test,F,user,secret canary", ["plain text"]),
            ("g,\u{202E},king,$apr1$UrzCQuUf$xsJkqcMRkD24ujxnjP0Ge0", ["no email", "no role", "MD5 as Apache"]),
            ("h@a.test,H,user", ["3 cells instead of 4"]),
            ("i@a.test,I,user,\(Self.hash),", ["5 cells instead of 4"]),
            ("j@a.test,\"J\" J,user,\(Self.hash)", ["quotation marks that do not pair"]),
            ("k@a.test,\"\(String(repeating: "k", count: 5_000))\",user,\(Self.hash)", ["more than 4096 bytes"]),
            ("l@a.test,L,user,$2y$15$xeErk8sffsBoFHGZTmD.i.yK2slXNBytVZ4mtJ4mChQBCSBGnluRK", ["a cost of 4 to 14"]),
            ("\(String(repeating: "m", count: 250))@a.test,M,user,\(Self.hash)", ["no email address"]),
            ("n@a.test,\"N,user,\(Self.hash)", ["quotation marks that do not pair"]),
            ("o@a.test,O,user,\(Self.hash)", []),
        ]
        let file = read("email,name,role,password_hash\n" + lines.map { $0.0 + "\n" }.joined())
        #expect(file.count == lines.count)
        #expect(file.accounts.map(\.line) == [2, 18])
        for (index, (_, words)) in lines.enumerated() where !words.isEmpty {
            let refusal =
                file.refusals.first { $0.line == index + 2 }?.description ?? "line \(index + 2) is not refused"
            for word in words { #expect(refusal.contains(word)) }
            #expect(!refusal.contains("$") && !refusal.contains("canary"))
        }
    }

    @Test(arguments: [
        "", "\n", "ada@a.test,Ada,user,x\n", "email,name\n", "email,name,role,password_hash,colour\n",
        "email,email,name,password_hash\n",
        "EMAIL;NAME;PASSWORD_HASH\n", "\"email,name,password_hash\n",
    ])
    func `A table whose columns are not named is refused in its first line`(text: String) {
        #expect(read(text).refusals.map(\.description) == ["line 1: no header such as email,name,role,password_hash"])
    }
}
