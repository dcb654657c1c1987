import Authentication

/// Whatever is typed as an address: what is read is its one canonical spelling, and one person's alone.
func checkEmailAddress(_ input: [UInt8]) {
    let address = EmailAddress(input)
    for typed in [input.lowercased, input.uppercased, [0x20, 0x09] + input + [0x09, 0x20]] {
        promise("case, and blanks around it, make no other address", EmailAddress(typed) == address)
    }
    guard let bytes = address?.bytes else { return }
    promise("reading it again changes nothing", EmailAddress(bytes)?.bytes == bytes)
    promise("it is visible ASCII", bytes.allSatisfy { 0x21 <= $0 && $0 <= 0x7E })
    promise("it is in lower case", bytes == bytes.lowercased)
    promise("it has a name and a host", bytes.parts(0x40).count == 2 && !bytes.parts(0x40).contains([]))
    promise("it fits into an envelope", bytes.count <= 254)
    // Two inputs with one canonical spelling are then one input but for case and blanks.
    let blanks: Set<UInt8> = [0x20, 0x09]
    promise("nothing that was typed is left out", input.lowercased.filter { !blanks.contains($0) } == bytes)
    promise("blanks stand around it, not in it", input.lowercased.holds(bytes))
}
