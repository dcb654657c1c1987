import Authentication
import Secrets

/// Whatever is typed for a code, or sent for a token: what is read stands there, in one spelling of its own.
func checkCodes(_ input: [UInt8]) {
    if let code = OneTimeCode(input) {
        promise("a one-time code has six digits", code.digits.count == 6)
        promise("they are those of ASCII", code.digits.allSatisfy { 0x30 <= $0 && $0 <= 0x39 })
        promise("they are all that was typed", input.filter { $0 != 0x20 && $0 != 0x2D } == code.digits)
    }
    if let code = RecoveryCode(input) {
        let text = Array(code.text.utf8)
        promise("a recovery code is written XXXX-XXXX", text.count == 9 && text[4] == 0x2D)
        let symbols = text.filter { $0 != 0x2D }
        let isSymbol = [UInt8]("ABCDEFGHJKLMNPQRSTUVWXYZ23456789").contains
        promise("in symbols that do not look alike", symbols.count == 8 && symbols.allSatisfy(isSymbol))
        promise("they are all that was typed", input.uppercased.filter { $0 != 0x20 && $0 != 0x2D } == symbols)
        promise("its own spelling is read as itself", RecoveryCode(text)?.text.utf8.elementsEqual(text) == true)
        promise("it is no one-time code", OneTimeCode(input) == nil || symbols.count != 8)
    }
    if let token = Token(input) {
        promise("a token has one spelling", token.text.utf8.elementsEqual(input))
    }
}
