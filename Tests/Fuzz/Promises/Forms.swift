import HTTP

/// Whatever is posted as a form: a field has one value, which no other spelling or order changes.
func checkForm(_ input: [UInt8]) {
    let typed = try? Form(decoding: [UInt8]("a=") + input.percentEncoded)
    promise("whatever was typed arrives", typed?["a"] == input)
    promise("and can be shown again", typed?.text("a") == String(decoding: input, as: UTF8.self))

    guard let form = try? Form(decoding: input) else { return }
    let (value, other) = (form["a"], form["b"])
    if let value {
        let again = try? Form(decoding: [UInt8]("a=") + value.percentEncoded)
        promise("a value encoded again is the same", again?["a"] == value)
        promise("a field that is there has its name there", input.holds([UInt8]("a")) || input.contains(0x25))
    }
    let fields = input.split(separator: 0x26).map { Array($0) }
    let reversed = try? Form(decoding: Array(fields.reversed().joined(separator: [0x26])))
    promise("the order of the fields means nothing", reversed?["a"] == value && reversed?["b"] == other)
    for more in ["a=1", "%61=1"] as [StaticString] {
        for more in [input + [0x26] + [UInt8](more), [UInt8](more) + [0x26] + input] {
            let more = try? Form(decoding: more)
            promise("a second value, in whichever spelling, spoils the form", (more == nil) == (value != nil))
            promise("a first one is the value", more.map { $0["a"] == [0x31] && $0["b"] == other } ?? true)
        }
    }
}
