import Testing

import Authentication

@Suite struct `Policy` {
    @Test(arguments: [
        ("user", "User", false), ("admin", "Administrator", true), ("it-admin", "IT administrator", true),
        ("super-admin", "Super administrator", true),
    ])
    func `A role is stored and shown by its names`(stored: String, shown: String, isAdministrator: Bool) throws {
        let role = try #require(Role(rawValue: stored))
        #expect(role.title == shown)
        #expect(role.isAdministrator == isAdministrator)
        #expect(Role.allCases.count == 4)
    }

    @Test(arguments: Role.allCases)
    func `A second factor is required of whom the settings name`(role: Role) {
        #expect(!SecurityPolicy().requires(role: role))
        #expect(SecurityPolicy(requiresEveryone: true).requires(role: role))
        #expect(SecurityPolicy(requiresAdministrators: true).requires(role: role) == (role != .user))
        #expect(SecurityPolicy(requiresEveryone: true, requiresAdministrators: true).requires(role: role))
    }

    @Test func `A session lasts 480 minutes, or from 5 to 43,200`() {
        #expect(SecurityPolicy().sessionLifetime.minutes == 480)
        for minutes in [5, 480, 43_200] {
            #expect(SecurityPolicy.SessionLifetime(minutes)?.minutes == minutes)
        }
        for minutes in [-1, 0, 4, 43_201] {
            #expect(SecurityPolicy.SessionLifetime(minutes) == nil)
        }
    }
}
