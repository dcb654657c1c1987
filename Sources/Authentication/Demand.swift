/// What a location of a site demands of whoever is signed in, in the words of its nginx configuration:
/// `two-factor role:admin fresh:300`. No words demand nothing more.
public struct Demand: Equatable, Sendable {
    /// Any of these roles will do; all if there are none.
    public private(set) var roles: [Role] = []
    public private(set) var needsSecondFactor = false
    /// How old the code may be that was given last, in seconds.
    public private(set) var oldestCode: Int64?

    /// No session lasts longer.
    private static let longestAge: Int64 = 30 * 86_400

    public static let none = Demand()

    private init() {}

    /// Reads the words, which spaces part; `nil` if one of them says nothing that is known.
    public init?(_ words: [UInt8]) {
        for word in words.split(separator: UInt8(ascii: " ")) {
            if word.elementsEqual("two-factor".utf8) {
                needsSecondFactor = true
            } else if word.starts(with: "role:".utf8), let role = Role(Array(word.dropFirst(5))) {
                if !roles.contains(role) { roles.append(role) }
            } else if word.starts(with: "fresh:".utf8), let age = Demand.seconds(word.dropFirst(6)) {
                oldestCode = min(age, oldestCode ?? age)
                needsSecondFactor = true
            } else {
                return nil
            }
        }
    }

    /// The words, from which it can be read again.
    public var text: String {
        let words = (needsSecondFactor ? ["two-factor"] : []) + roles.map { "role:\($0.rawValue)" }
        return (words + (oldestCode.map { ["fresh:\($0)"] } ?? [])).joined(separator: " ")
    }

    /// What keeps somebody out who is signed in.
    public enum Obstacle: Equatable, Sendable {
        /// Their role is none of those that may enter; nothing that they do helps.
        case role
        /// They have no second factor yet.
        case enrolment
        /// The code that they gave last is too old, or they gave none in this browser.
        case code
    }

    /// What keeps somebody out who is `standing` there; `nil` if nothing does.
    public func obstacle(to standing: Standing) -> Obstacle? {
        guard roles.isEmpty || roles.contains(where: standing.role.includes) else { return .role }
        if standing.mustEnrol { return .enrolment }
        guard needsSecondFactor else { return nil }
        guard let age = standing.secondsSinceCode else { return standing.hasSecondFactor ? .code : .enrolment }
        guard let oldestCode else { return nil }
        return (-Demand.tolerance...oldestCode).contains(age) ? nil : .code
    }

    /// By how many seconds the clocks of two hosts may differ before a code from the future is none.
    private static let tolerance: Int64 = 30

    private static func seconds(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard (1...7).contains(digits.count), digits.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        let seconds = digits.reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        return (1...longestAge).contains(seconds) ? seconds : nil
    }
}

/// How somebody stands who is signed in: who they are, and what they have shown in this browser.
public struct Standing: Sendable {
    public let role: Role
    /// Whether the organisation requires a second factor of them, and they have none.
    public let mustEnrol: Bool
    public let hasSecondFactor: Bool
    /// How long ago they gave a code in this browser; `nil` if they never did.
    public let secondsSinceCode: Int64?

    public init(role: Role, mustEnrol: Bool, hasSecondFactor: Bool, secondsSinceCode: Int64?) {
        self.role = role
        self.mustEnrol = mustEnrol
        self.hasSecondFactor = hasSecondFactor
        self.secondsSinceCode = secondsSinceCode
    }
}
