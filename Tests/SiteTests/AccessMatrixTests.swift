import Authentication
import HTTP
import Testing

@testable import Site

extension Administration {
    /// Walks the whole table of addresses in every state that a browser can be in, with a right form token.
    @Suite struct `What everybody reaches` {
        /// How somebody asks, in the order of the matrix's columns.
        enum State: Int, CaseIterable {
            case signedOut, halfway, user, mustEnrol, admin, itAdmin, superAdmin, adminMustEnrol

            var role: Role {
                switch self {
                case .signedOut, .halfway, .user, .mustEnrol: .user
                case .admin, .adminMustEnrol: .admin
                case .itAdmin: .itAdmin
                case .superAdmin: .superAdmin
                }
            }

            var isBound: Bool { self == .mustEnrol || self == .adminMustEnrol }
        }

        @Test(arguments: State.allCases)
        func `Is what the matrix says, and nothing else`(state: State) throws {
            defer { try? require(false) }
            let start = try browser(state)
            try require(state.isBound)
            // Signing out comes last, because it ends the session.
            let open = routes.filter { $0.audience != .operator }
            for route in open.filter({ $0.address.text != "/logout" }) + open.filter({ $0.address.text == "/logout" }) {
                let line = "\(route.method.name) \(route.address.text)"
                for (method, headers) in ways(of: route) {
                    var browser = try Browser(at: start.now)
                    browser.cookies = start.cookies
                    let outcome = try browser.outcome(method, route, headers)
                    #expect(accessMatrix[line]?[state.rawValue] == outcome, "\(line), as \(method) \(headers)")
                }
            }
        }

        /// A page is asked for as a page, as a fragment, and by a program that wants its headers alone.
        private func ways(of route: Route) -> [(method: String, headers: [String: String])] {
            route.method == .post ? [("POST", [:])] : [("GET", [:]), ("GET", ["HTTP_X_FRAGMENT": "1"]), ("HEAD", [:])]
        }

        @Test func `Has a row for each address, and none for another`() {
            let lines = routes.filter { $0.audience != .operator }.map { "\($0.method.name) \($0.address.text)" }
            #expect(Set(lines) == Set(accessMatrix.keys))
        }

        @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
        func `Both levers bind whom they name, in all combinations`(everyone: Bool, admins: Bool) throws {
            defer { try? require(false) }
            for role in Role.allCases {
                var browser = try Browser()
                try browser.signIn(try Person(role: role))
                _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: browser.now)) {
                    $0.requiresEveryone = everyone
                    $0.requiresAdministrators = admins
                }
                let isBound = everyone || admins && role != .user
                #expect(try browser.open("/my").path == (isBound ? "/my/profile/two-factor" : "/my"))
                #expect(try browser.open("/auth/check").status == (isBound ? 403 : 204))
                try require(false)
            }
        }

        private func browser(_ state: State) throws -> Browser {
            let person = try Person(role: state.role)
            var browser = try Browser()
            guard state != .signedOut else { return browser }
            try browser.signIn(person)
            guard state == .halfway else { return browser }
            _ = try browser.enrol()
            try browser.press("Sign out")
            try browser.signIn(person)
            return browser
        }

        private func require(_ isRequired: Bool) throws {
            _ = try TestInstance.store().changePolicy(by: .commandLine, on: .commandLine(at: Instant(seconds: 1))) {
                $0.requiresEveryone = isRequired
                $0.requiresAdministrators = false
            }
        }
    }
}

extension Browser {
    /// What is answered to a request for `route`, whose `*` is an account that does not exist.
    fileprivate mutating func outcome(_ method: String, _ route: Route, _ headers: [String: String]) throws -> String {
        let address = route.address.text.replacing("*", with: "0")
        let token = method == "POST" ? try? forged(address).fields["csrf_token"] : nil
        try send(method, address, body: token.map { "csrf_token=\($0)" } ?? "", headers: headers, following: false)
        let names = ["/my/profile/two-factor": "enrol", "/login/two-factor": "code", "/my/profile": "profile"]
        return self.headers["Location"].map { names[$0] ?? ($0.contains("?return=") ? "return" : $0) }
            ?? String(page.status)
    }
}
