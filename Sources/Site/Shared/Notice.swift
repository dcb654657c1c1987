import HTTP

/// What the next page says once.
enum Notice: String, Sendable {
    case alreadyEnabled = "already-enabled"
    case codesReplaced = "codes-replaced"
    case disabled
    case overtaken
    case passwordChanged = "password-changed"
    case accountDisabled = "account-disabled"
    case accountEnabled = "account-enabled"
    case secondFactorReset = "second-factor-reset"
    case roleSet = "role-set"
    case sessionsEnded = "sessions-ended"
    case accountUnchanged = "account-unchanged"
    case settingsSaved = "settings-saved"
    case recoveryCodeUsed = "recovery-code-used"

    func html(for user: User, _ store: borrowing Store) throws -> HTML {
        switch self {
        case .alreadyEnabled:
            return Colour.slate.notice(
                """
                Two-factor authentication is already active. If you did not save the recovery codes, \
                make new ones with <strong>Regenerate recovery codes</strong>.
                """)
        case .codesReplaced:
            return Colour.slate.notice(
                """
                Your recovery codes have been replaced already. If you did not save the new ones, \
                make others with <strong>Regenerate recovery codes</strong>.
                """)
        case .disabled:
            return Colour.slate.notice("Two-factor authentication is disabled.")
        case .overtaken:
            return Colour.amber.notice(
                "Nothing was changed: something else was changed at the same moment. Try again if it is still needed.")
        case .passwordChanged:
            return Colour.emerald.notice("Your password is changed. Every other browser was signed out.")
        case .accountDisabled:
            return Colour.slate.notice("The account is disabled, and signed out everywhere.")
        case .accountEnabled:
            return Colour.emerald.notice("The account is enabled again.")
        case .secondFactorReset:
            return Colour.slate.notice("Two-factor authentication is reset. They are told when they sign in.")
        case .roleSet:
            return Colour.emerald.notice("The role is changed, from their next request on.")
        case .sessionsEnded:
            return Colour.slate.notice("They are signed out everywhere.")
        case .accountUnchanged:
            return Colour.slate.notice("Nothing was changed: it was like that already.")
        case .settingsSaved:
            return Colour.emerald.notice("The settings are saved, and apply from everybody's next request on.")
        case .recoveryCodeUsed:
            let left = try store.recoveryCodesLeft(of: user)
            return Colour.amber.notice(
                """
                You signed in with a recovery code and have \(RecoveryCodeCount.words(left)) left. \
                <a href="/my/profile/two-factor">Make new recovery codes</a> before you run out.
                """)
        }
    }
}

/// How many recovery codes, in words.
enum RecoveryCodeCount {
    static func words(_ count: Int) -> String {
        count == 1 ? "1 recovery code" : "\(count == 0 ? "no" : String(count)) recovery codes"
    }
}
