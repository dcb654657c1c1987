public import Secrets

/// What a person has set up beyond their password.
public enum SecondFactor: Equatable, Sendable {
    case notConfigured
    case pending(Pending)
    case enabled(Enabled)

    /// A key was shown to the person; they have not yet proved that they kept it.
    public struct Pending: Equatable, Sendable {
        /// The authenticator's id, which it keeps once it is enabled.
        public let id: [UInt8]
        public let key: SealedSecret

        public init(id: [UInt8], key: SealedSecret) {
            self.id = id
            self.key = key
        }
    }

    /// The person signs in with the codes of this key.
    public struct Enabled: Equatable, Sendable {
        public let id: [UInt8]
        public let key: SealedSecret
        /// The latest step whose code was accepted; it and all before it are used up (RFC 6238 §5.2).
        public let lastStep: TimeStep

        public init(id: [UInt8], key: SealedSecret, lastStep: TimeStep) {
            self.id = id
            self.key = key
            self.lastStep = lastStep
        }
    }
}

extension SecondFactor.Pending {
    public enum Confirmation: Equatable, Sendable {
        /// The person holds the key. The step's code is used up by it.
        case confirmed(TimeStep)
        /// With the steps by which the phone's clock is ahead, or behind if negative, where that explains it.
        case wrongCode(drift: Int?)
    }

    /// Whether `code` shows that the person holds the key.
    public func confirm(_ code: OneTimeCode, key: borrowing Secret, at now: TimeStep) -> Confirmation {
        guard case .matched(let step) = TOTP.step(matching: code, for: key, at: now, after: nil) else {
            return .wrongCode(drift: TOTP.drift(of: code, for: key, at: now))
        }
        return .confirmed(step)
    }
}

extension SecondFactor.Enabled {
    public enum Verification: Equatable, Sendable {
        /// The code is right. Whether it is still unused, the database decides when it records the step.
        case accepted(TimeStep)
        /// Somebody uses the code of this step again: told to the person as a wrong one, and to the audit log as
        /// what it is.
        case alreadyUsed(TimeStep)
        /// With the steps by which the phone's clock would be ahead, or behind if negative: never told to whoever gave
        /// it, who may be guessing.
        case wrongCode(drift: Int?)
    }

    /// Whether `code` is the key's code of now, or of a step before or after, and unused.
    ///
    /// For every code that is not accepted all steps within ten minutes are tried, so that the time taken does not tell which
    /// of them it belongs to, if any.
    public func verify(_ code: OneTimeCode, key: borrowing Secret, at now: TimeStep) -> Verification {
        let match = TOTP.step(matching: code, for: key, at: now, after: lastStep)
        if case .matched(let step) = match { return .accepted(step) }
        let drift = TOTP.drift(of: code, for: key, at: now)
        if case .alreadyUsed(let step) = match { return .alreadyUsed(step) }
        return .wrongCode(drift: drift)
    }
}
