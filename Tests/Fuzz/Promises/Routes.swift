import HTTP

@testable import Site

/// Whatever path is asked for: a family of addresses holds those that differ in one segment, and no others.
func checkRoute(_ input: [UInt8]) {
    guard let path = Path(input) else { return }
    let person: AddressPattern = "/admin/people/*"
    if person.matches(path) {
        promise("it begins as the family does", input.starts(with: [UInt8]("/admin/people/")))
        promise("it goes on with one segment", input.count > 14 && !input.dropFirst(14).contains(0x2F))
    }
    let role: AddressPattern = "/admin/people/*/role"
    if role.matches(path) {
        promise("it ends as the family does", input.suffix(5).elementsEqual([UInt8]("/role")))
        promise("it is in no other family", !person.matches(path))
    }
    let single: AddressPattern = "/my"
    promise("a single address is itself", single.matches(path) == (input == [UInt8]("/my")))
}
