import FastCGI

/// What is fuzzed, by the name of the corpus. Each has a file that says what holds for every input.
enum Fuzz: String, CaseIterable {
    case codes
    case cookies
    case demands
    case emailAddresses = "email-addresses"
    case forms
    case keyRings = "key-rings"
    case networks
    case origins
    case parameters
    case passwordHashes = "password-hashes"
    case paths
    case records
    case requests
    case returnAddresses = "return-addresses"
    case routes

    /// The one that the variable `FUZZ` names.
    static let chosen: Fuzz = {
        guard let chosen = Fuzz(rawValue: Environment.all["FUZZ"] ?? "") else {
            fatalError("FUZZ must be one of: " + allCases.map(\.rawValue).joined(separator: " "))
        }
        return chosen
    }()

    func check(_ input: [UInt8]) {
        switch self {
        case .codes: checkCodes(input)
        case .cookies: checkCookies(input)
        case .demands: checkDemand(input)
        case .emailAddresses: checkEmailAddress(input)
        case .forms: checkForm(input)
        case .keyRings: checkKeyRing(input)
        case .networks: checkNetwork(input)
        case .origins: checkOrigin(input)
        case .parameters: checkParameters(input)
        case .passwordHashes: checkPasswordHash(input)
        case .paths: checkPath(input)
        case .records: checkRecords(input)
        case .requests: checkRequest(input)
        case .returnAddresses: checkReturnAddress(input)
        case .routes: checkRoute(input)
        }
    }
}

/// libFuzzer calls it with every input that it has an idea of. Here alone its pointer is touched.
@unsafe @c(LLVMFuzzerTestOneInput)
public func checkOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    Fuzz.chosen.check(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Ends the run if a promise is broken; libFuzzer then keeps the input. `precondition` would say nothing in a build like ours.
func promise(_ sentence: StaticString, _ isKept: Bool) {
    if !isKept { fatalError("broken promise: \(sentence)") }
}
