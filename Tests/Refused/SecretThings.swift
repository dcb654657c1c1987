// What must not be said of a secret: the compiler refuses each line with a comment, and accepts every other.
import Authentication
import Secrets

func secret(_ one: borrowing Secret, _ other: borrowing Secret) {
    _ = one.count == other.count
    _ = one == other  // expected-error {{requires that 'Secret' conform to 'Equatable'}}
    _ = "\(one)"  // expected-error {{no exact matches in call to instance method 'appendInterpolation'}}
    print(one)  // expected-error {{'Secret' does not conform to expected type 'Copyable'}}
    _ = [Secret]()  // expected-error {{'Secret' does not conform to protocol 'Copyable'}}
}

func comparing(_ token: Token, _ code: OneTimeCode, _ recovery: RecoveryCode, _ hash: PasswordHash, _ uri: KeyURI) {
    _ = token.hash == token.hash
    _ = token == token  // expected-error {{requires that 'Token' conform to 'Equatable'}}
    _ = [token].contains(token)  // expected-error {{requires that 'Token' conform to 'Equatable'}}
    _ = code == code  // expected-error {{requires that 'OneTimeCode' conform to 'Equatable'}}
    _ = [code].contains(code)  // expected-error {{requires that 'OneTimeCode' conform to 'Equatable'}}
    _ = recovery == recovery  // expected-error {{requires that 'RecoveryCode' conform to 'Equatable'}}
    _ = [recovery].firstIndex(of: recovery)  // expected-error {{requires that 'RecoveryCode' conform to 'Equatable'}}
    _ = hash == hash  // expected-error {{requires that 'PasswordHash' conform to 'Equatable'}}
    _ = uri == uri  // expected-error {{requires that 'KeyURI' conform to 'Equatable'}}
}

func vault(_ vault: borrowing Vault) {
    _ = vault.current == vault.current
    _ = "\(vault)"  // expected-error {{no exact matches in call to instance method 'appendInterpolation'}}
    print(vault)  // expected-error {{'Vault' does not conform to expected type 'Copyable'}}
}
