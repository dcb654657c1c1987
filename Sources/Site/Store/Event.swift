/// What the audit log can say happened.
public enum Event: String, CaseIterable, Sendable {
    case accessDenied = "access-denied"
    case accountAdded = "account-added"
    case accountDisabled = "account-disabled"
    case accountEnabled = "account-enabled"
    case accountImported = "account-imported"
    case auditDownloaded = "audit-downloaded"
    case auditPurged = "audit-purged"
    case challengeCancelled = "challenge-cancelled"
    case challengeExhausted = "challenge-exhausted"
    case challengeStarted = "challenge-started"
    case codeAlreadyUsed = "code-already-used"
    case codeRefused = "code-refused"
    case codesBlocked = "codes-blocked"
    case enrolmentBegun = "enrolment-begun"
    case enrolmentDiscarded = "enrolment-discarded"
    case formRefused = "form-refused"
    case keyBegun = "key-begun"
    case keyRetired = "key-retired"
    case networkBlocked = "network-blocked"
    case otherSessionsEnded = "other-sessions-ended"
    case outOfSequence = "out-of-sequence"
    case passwordBlocked = "password-blocked"
    case passwordChanged = "password-changed"
    case passwordChosen = "password-chosen"
    case passwordRefused = "password-refused"
    case passwordReset = "password-reset"
    case passwordSet = "password-set"
    case recoveryCodeRefused = "recovery-code-refused"
    case recoveryCodesRegenerated = "recovery-codes-regenerated"
    case roleSet = "role-set"
    case secondFactorDisabled = "second-factor-disabled"
    case secondFactorEnabled = "second-factor-enabled"
    case secondFactorReset = "second-factor-reset"
    case secretDamaged = "secret-damaged"
    case secondFactorVerified = "second-factor-verified"
    case sessionEnded = "session-ended"
    case sessionsEnded = "sessions-ended"
    case settingsUpdated = "settings-updated"
    case signedIn = "signed-in"
    case signedInByRecoveryCode = "signed-in-by-recovery-code"
    case signedInByTOTP = "signed-in-by-totp"
    case signedOut = "signed-out"
    case siteEntered = "site-entered"
    case stepHealed = "step-healed"
}

extension Event {
    /// What became of what somebody asked for.
    public enum Result: String, Sendable {
        case done
        case refused
    }

    var result: Result {
        switch self {
        case .accessDenied, .challengeExhausted, .codeAlreadyUsed, .codeRefused, .codesBlocked, .formRefused,
            .networkBlocked, .outOfSequence, .passwordBlocked, .passwordRefused, .recoveryCodeRefused, .secretDamaged:
            .refused
        default: .done
        }
    }

    /// For the owner of the account.
    var sentence: String {
        switch self {
        case .accessDenied: "Opening a page for administrators refused"
        case .accountAdded: "Account made"
        case .accountDisabled: "Account disabled by an administrator"
        case .accountEnabled: "Account enabled by an administrator"
        case .accountImported: "Account made, with the password of another system"
        case .auditDownloaded: "Audit log downloaded"
        case .auditPurged: "Old part of the audit log removed"
        case .challengeCancelled: "Sign-in given up at the second step"
        case .challengeExhausted: "Sign-in ended after too many wrong codes"
        case .challengeStarted: "Password accepted, code asked for"
        case .codeAlreadyUsed: "Code refused: it was used before"
        case .codeRefused: "Code refused"
        case .codesBlocked: "Codes not accepted for a while, after too many wrong ones"
        case .enrolmentBegun: "Setting up two-factor begun"
        case .enrolmentDiscarded: "Setting up two-factor given up"
        case .formRefused: "Form refused: out of date, or not ours"
        case .keyBegun: "Server's key replaced by a new one"
        case .keyRetired: "Server's old key removed"
        case .networkBlocked: "Passwords from one address not accepted for a while, after too many wrong ones"
        case .otherSessionsEnded: "Other browsers signed out"
        case .outOfSequence: "Step refused: the one before it was missing"
        case .passwordBlocked: "Password not accepted for a while, after too many wrong ones"
        case .passwordChanged: "Password changed"
        case .passwordChosen: "Password chosen by the one-time link"
        case .passwordRefused: "Password refused"
        case .passwordReset: "Password reset by an administrator"
        case .passwordSet: "Password set by an administrator"
        case .recoveryCodeRefused: "Recovery code refused"
        case .recoveryCodesRegenerated: "New recovery codes made"
        case .roleSet: "Role changed by an administrator"
        case .secondFactorDisabled: "Two-factor disabled"
        case .secondFactorEnabled: "Two-factor enabled"
        case .secondFactorReset: "Two-factor removed by an administrator"
        case .secretDamaged: "Code not checked: the key is damaged"
        case .secondFactorVerified: "Code given again"
        case .sessionEnded: "One browser signed out"
        case .sessionsEnded: "Signed out everywhere by an administrator"
        case .settingsUpdated: "Updated application settings"
        case .signedIn: "Signed in with the password"
        case .signedInByRecoveryCode: "Signed in with a recovery code"
        case .signedInByTOTP: "Signed in with a code"
        case .signedOut: "Signed out"
        case .siteEntered: "Signed in at another site"
        case .stepHealed: "Server's clock corrected"
        }
    }
}
