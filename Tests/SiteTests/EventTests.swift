import Authentication
import HTTP
import Testing

@testable import Site

extension Administration {
    @Suite struct `Whatever happens` {
        @Test func `Is written down once, and nothing else is`() throws {
            let story = try Story()
            #expect(try story.news() == [.accountAdded, .accountAdded])
            var told: Set<Event> = [.accountAdded]
            for (act, events) in acts {
                try act(story)
                #expect(try story.news() == events, "after \(told.count) events")
                told.formUnion(events)
            }
            // A purge and the changes of keys need rights that the site does not have, an address is nobody's, and an
            // import is of other people: they are told of where they are tested.
            #expect(
                told
                    == Set(Event.allCases)
                    .subtracting([.accountImported, .auditPurged, .keyBegun, .keyRetired, .networkBlocked]))
        }

        // swift-format-ignore
        private var acts: [((Story) throws -> Void, [Event])] {
            [
                ({ try $0.admin.signIn($0.grace) }, [.signedIn]),
                ({ try $0.browser.signIn($0.ada, password: "wrong") }, [.passwordRefused]),
                ({ try $0.browser.signIn($0.ada) }, [.signedIn]),
                ({ try $0.browser.open("/admin") }, [.accessDenied]),
                ({ try $0.browser.open("/my/profile/two-factor"); try $0.browser.press("Enable two-factor") }, [.enrolmentBegun]),
                ({ try $0.browser.press("Confirm and enable", ["code": "000000"]) }, [.codeRefused]),
                ({ try $0.browser.open("/my") }, [.enrolmentDiscarded]),
                ({ try $0.browser.send("POST", "/my/profile/two-factor/confirm", body: "") }, [.formRefused]),
                (confirmTooLate, [.enrolmentBegun, .enrolmentDiscarded, .outOfSequence]),
                (confirmDamaged, [.enrolmentBegun, .secretDamaged, .enrolmentDiscarded]),
                ({ ($0.app, $0.codes) = try $0.browser.enrol() }, [.enrolmentBegun, .secondFactorEnabled]),
                ({ try $0.browser.enter(TestSite.blog) }, [.siteEntered]),
                ({ try $0.browser.open("/login/verify"); try $0.browser.press("Verify", ["code": $0.app.code(at: $0.browser.now)]) }, [.secondFactorVerified]),
                ({ try $0.browser.press("Sign out") }, [.signedOut]),
                ({ try $0.browser.signIn($0.ada) }, [.challengeStarted]),
                ({ try $0.browser.press("Verify and sign in", ["code": "000000"]) }, [.codeRefused]),
                ({ try $0.browser.press("Verify and sign in", ["code": $0.app.code(at: $0.browser.now, steps: -1)]) }, [.codeAlreadyUsed]),
                ({ try $0.browser.press("Use recovery code", ["recovery-code": "AAAA-AAAA"]) }, [.recoveryCodeRefused]),
                ({ try $0.browser.press("Sign in as a different user") }, [.challengeCancelled]),
                ({ try $0.browser.signIn($0.ada) }, [.challengeStarted]),
                ({ try $0.browser.press("Verify and sign in", ["code": $0.app.code(at: $0.browser.now, steps: 1)]) }, [.signedInByTOTP]),
                ({ try $0.browser.open("/my/profile/two-factor/recovery-codes"); try $0.browser.press("Generate new codes"); $0.codes = $0.browser.page.recoveryCodes }, [.recoveryCodesRegenerated]),
                (signInWithRecoveryCode, [.challengeStarted, .signedInByRecoveryCode]),
                ({ try $0.browser.open("/my/profile"); try $0.browser.submit($0.browser.form(with: "Sign out", under: "/my/profile/sessions/end\"")) }, [.sessionEnded]),
                (signInWithRecoveryCode, [.challengeStarted, .signedInByRecoveryCode]),
                ({ try $0.browser.open("/my/profile"); try $0.browser.press("Sign out everywhere else") }, [.otherSessionsEnded]),
                ({ try $0.browser.open("/my/profile"); try $0.browser.press("Change password", ["current-password": $0.ada.password, "new-password": "another horse, another staple"]) }, [.passwordChanged]),
                ({ _ = try $0.store.setPassword(Array($0.ada.password.utf8), of: $0.ada.account().id, on: .commandLine(at: $0.browser.now)) }, [.passwordSet]),
                ({ try $0.browser.signIn($0.ada) }, [.challengeStarted]),
                (exhaust, [.codeRefused, .codeRefused, .codeRefused, .codeRefused, .codeRefused, .challengeExhausted]),
                (useUpCodes, [.challengeStarted, .codeRefused, .codeRefused, .codeRefused, .codeRefused, .codeRefused, .codesBlocked]),
                ({ try $0.store.forgetCodes(of: $0.ada.account().id) }, []),
                ({ try $0.tamper("last_step = last_step + 1000000"); try $0.browser.signIn($0.ada); try $0.browser.press("Verify and sign in", ["code": "000000"]) }, [.challengeStarted, .stepHealed, .codeRefused]),
                ({ try $0.tamper("sealed_key = REVERSE(sealed_key)"); try $0.browser.press("Verify and sign in", ["code": "000000"]) }, [.secretDamaged]),
                ({ _ = try $0.store.resetSecondFactor(of: $0.ada.account().id, by: .commandLine, on: .commandLine(at: $0.browser.now)) }, [.secondFactorReset]),
                ({ try $0.browser.signIn($0.ada) }, [.signedIn]),
                ({ ($0.app, $0.codes) = try $0.browser.enrol() }, [.enrolmentBegun, .secondFactorEnabled]),
                ({ try $0.browser.open("/my/profile/two-factor"); try $0.browser.press("Disable two-factor", ["current-password": "wrong"]) }, [.passwordRefused]),
                ({ it in for _ in 0..<9 { try it.browser.press("Disable two-factor", ["current-password": "wrong"]) } }, Array(repeating: .passwordRefused, count: 9) + [.passwordBlocked]),
                ({ $0.browser.now = $0.browser.now.advanced(bySeconds: 61); try $0.browser.press("Disable two-factor", ["current-password": $0.ada.password]) }, [.secondFactorDisabled]),
                ({ try $0.administer("Change role", ["role": "admin"]) }, [.roleSet]),
                ({ try $0.administer("Sign out everywhere") }, [.sessionsEnded]),
                ({ try $0.administer("Disable account") }, [.accountDisabled]),
                ({ try $0.administer("Enable account") }, [.accountEnabled]),
                ({ try $0.administer("Reset password") }, [.passwordReset]),
                (choosePassword, [.passwordChosen]),
                (changeLifetime, [.settingsUpdated, .settingsUpdated]),
                ({ try $0.admin.open("/admin/audit.csv") }, [.auditDownloaded]),
            ]
        }

        private func confirmTooLate(_ it: Story) throws {
            try it.browser.open("/my/profile/two-factor")
            try it.browser.press("Enable two-factor")
            let form = try it.browser.form(with: "Confirm and enable")
            try it.browser.open("/my")
            try it.browser.submit(form, ["code": "000000"])
        }

        private func confirmDamaged(_ it: Story) throws {
            try it.browser.open("/my/profile/two-factor")
            try it.browser.press("Enable two-factor")
            try it.tamper("sealed_key = REVERSE(sealed_key)", in: "enrolments")
            try it.browser.press("Confirm and enable", ["code": "000000"])
            #expect(it.browser.page.contains("The key cannot be read any more."))
        }

        private func signInWithRecoveryCode(_ it: Story) throws {
            var other = try Browser()
            try other.signIn(it.ada)
            try other.press("Use recovery code", ["recovery-code": it.codes.removeFirst()])
        }

        private func exhaust(_ it: Story) throws {
            for _ in 0..<6 { try it.browser.press("Verify and sign in", ["code": "000000"]) }
        }

        private func useUpCodes(_ it: Story) throws {
            try it.browser.signIn(it.ada)
            for _ in 0..<5 { try it.browser.press("Verify and sign in", ["code": "000000"]) }
        }

        private func choosePassword(_ it: Story) throws {
            let link = try #require(it.admin.page.text(id: "link"))
            try it.browser.open(String(link.dropFirst("http://127.0.0.1:8080".count)))
            try it.browser.press("Set password", ["new-password": "another staple, another horse"])
        }

        private func changeLifetime(_ it: Story) throws {
            for minutes in ["60", "480"] {
                try it.admin.open("/admin/settings/security")
                try it.admin.press("Save changes", ["session-lifetime-minutes": minutes])
            }
            let rows = try it.store.audit(AuditFilter(person: it.grace.account(), event: .settingsUpdated), 2)
            #expect(
                rows.map { String(decoding: $0.detail, as: UTF8.self) } == [
                    "session-lifetime-minutes: 60 → 480", "session-lifetime-minutes: 480 → 60",
                ])
        }
    }
}
