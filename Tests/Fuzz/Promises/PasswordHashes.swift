@testable import Secrets

/// Whatever stands before the last `$` of a stored hash: parameters have one spelling, and cost no less than the floor.
func checkPasswordHash(_ input: [UInt8]) {
    guard let parameters = PasswordHash.Parameters(input) else { return }
    promise("parameters have one spelling", parameters.text == input)
    promise("no hash is cheaper than the floor", parameters.cost.memory >= 19_456 && parameters.cost.passes >= 2)
    promise("none costs more than the machine has", parameters.cost.memory <= 1_048_576)
    promise("the salt is whole", parameters.salt.count == 16)
}
