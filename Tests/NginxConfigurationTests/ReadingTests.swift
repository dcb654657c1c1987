import NginxConfiguration
import Testing

@Suite struct `Reading a configuration of nginx's` {
    @Test func `Words are what nginx takes them for`() throws {
        let directives = try read(
            #"""
            a "b c" 'd;e' f\"g "h\"i" ${j}k l}m;  # n "o"
            location ~ "^/[0-9]{3}$" { p  q#r ; } 's' "\\t\t";
            """#)
        #expect(directives.map(\.name) == ["a", "location", "s"])
        #expect(directives[0].arguments == ["b c", "d;e", "f\"g", "h\"i", "${j}k", "l}m"])
        #expect(directives[1].arguments == ["~", "^/[0-9]{3}$"])
        #expect(directives[1].block?.first?.arguments == ["q#r"])
        #expect(directives[2].arguments == ["\\t\t"])
    }

    @Test func `Every directive knows its line`() throws {
        let directives = try read("a;\n\nb \"x\ny\" {\n  c\n    d;\n}\n# e;\nf;")
        #expect(directives.map(\.place.line) == [1, 3, 9])
        #expect(directives[1].block?.first?.place == Place(file: "main", line: 5))
    }

    @Test(
        arguments: [
            ("a {\n b;", "main:1: a block that nothing closes"), ("a;\n}", "main:2: a `}` that closes nothing"),
            ("a\nb", "main:1: `a` is not ended by `;`"), ("a 'b;", "main:1: a quote that nothing closes"),
            ("a 'b'c;", "main:1: a space or `;` has to follow a closing quote"),
            (";", "main:1: a name is missing before `{` or `;`"),
            ("include x;", "main:1: x cannot be read, or is not in what `nginx -T` printed"),
            ("a;\nrewrite_by_lua_block { if x then { } \n", "main:2: a block that nothing closes"),
        ])
    func `What cannot be read is named with its line`(text: String, fault: String) {
        let error = #expect(throws: ReadingFault.self) { try read(text) }
        #expect(error?.description == fault)
    }

    @Test func `A program in Lua is passed over whole`() throws {
        let lua = "a_by_lua_block {\n  x = { '}', \"\\\"}\" } -- }\n}\nb;"
        let directives = try read(lua)
        #expect(directives.map(\.name) == ["a_by_lua_block", "b"])
        #expect(directives[0].block == nil && directives[1].place.line == 4)
    }

    @Test func `An include is replaced by the files that it names, in their order`() throws {
        let dump = """
            nginx: the configuration file /etc/nginx/nginx.conf syntax is ok
            # configuration file /etc/nginx/nginx.conf:
            a;
            http { include conf.d/*.conf; include /srv/[a-b]?/x.conf; }

            # configuration file /etc/nginx/conf.d/b.conf:
            b;
            # configuration file /etc/nginx/conf.d/a.conf:
            include more/a;
            # configuration file /etc/nginx/more/a:

            c;
            # configuration file /etc/nginx/conf.d/deeper/d.conf:
            d;
            # configuration file /srv/b1/x.conf:
            e;
            """
        let directives = try #require(ConfigurationFiles(dump: Array(dump.utf8))).directives()
        let inner = try #require(directives[1].block)
        #expect(inner.map(\.name) == ["c", "b", "e"])
        #expect(inner[0].place == Place(file: "/etc/nginx/more/a", line: 2))
        #expect(
            inner[0].includedBy == [
                Place(file: "/etc/nginx/nginx.conf", line: 2), Place(file: "/etc/nginx/conf.d/a.conf", line: 1),
            ])
    }

    @Test func `A file that includes itself is refused`() {
        let files = ConfigurationFiles(main: "main", text: { _ in Array("include main;".utf8) }, names: { _ in [] })
        #expect(throws: ReadingFault.self) { try files.directives() }
    }

    @Test func `Only what nginx printed is taken for it`() {
        for other in ["server { }\n", ""] {
            let files = ConfigurationFiles(dump: Array(other.utf8))
            #expect(files.map { _ in other } == nil)
        }
    }

    private func read(_ text: String) throws -> [Directive] {
        try ConfigurationFiles(main: "main", text: { $0 == "main" ? Array(text.utf8) : nil }, names: { _ in [] })
            .directives()
    }
}
