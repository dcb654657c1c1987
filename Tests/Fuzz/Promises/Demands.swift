import Authentication

/// Whatever stands in `$vestibule_require`: every word of it counts, and one that is not known lets nobody in.
func checkDemand(_ input: [UInt8]) {
    let words = input.parts(0x20).filter { !$0.isEmpty }
    let roles = words.compactMap { $0.after([UInt8]("role:")) }
    let ages = words.compactMap { $0.after([UInt8]("fresh:")) }
    let isKnown =
        words.allSatisfy {
            $0 == [UInt8]("two-factor") || $0.starts(with: [UInt8]("role:")) || $0.starts(with: [UInt8]("fresh:"))
        }
        && roles.allSatisfy(isRole) && ages.allSatisfy { age(of: $0) != nil }
    promise("it is read if every word of it is known, and only then", (Demand(input) != nil) == isKnown)
    guard let demand = Demand(input) else { return }
    promise("no words demand nothing, and nothing else does", (demand == .none) == words.isEmpty)
    promise("what is written of it is read as the same", Demand(Array(demand.text.utf8)) == demand)
    promise("every role counts", Set(demand.roles.map { Array($0.rawValue.utf8) }) == Set(roles))
    promise("a role that is named twice counts once", demand.roles.count == Set(roles).count)
    promise("of several ages the strictest counts", demand.oldestCode == ages.compactMap(age).min())
    promise("a code is a second factor", demand.needsSecondFactor == (words.count > roles.count))
    for standing in standings {
        let isPassed = demand.obstacle(to: standing) == nil
        promise(
            "who has no second factor does not pass for having one",
            !isPassed || !demand.needsSecondFactor || standing.hasSecondFactor)
        promise("whoever must enrol passes nowhere", !isPassed || !standing.mustEnrol)
        for more in [" two-factor", " fresh:60"] as [StaticString] {
            let stricter = Demand(input + [UInt8](more))
            promise("a further demand lets nobody in", isPassed || stricter?.obstacle(to: standing) != nil)
        }
    }
}

private func isRole(_ word: [UInt8]) -> Bool {
    (["user", "admin", "it-admin", "super-admin"] as [StaticString]).contains { [UInt8]($0) == word }
}

/// From one second to thirty days, in digits.
private func age(of word: [UInt8]) -> Int64? {
    guard word.count <= 7, word.allSatisfy({ 0x30 <= $0 && $0 <= 0x39 }),
        let age = Int64(String(decoding: word, as: UTF8.self))
    else { return nil }
    return 1 <= age && age <= 2_592_000 ? age : nil
}

/// Everybody there is: each role, with a second factor and without, whose code is new, old, of the future, or none.
private let standings = Role.allCases.flatMap { role in
    [nil, -3_600, 0, 61, 2_592_000].flatMap { (age: Int64?) in
        [Standing(role: role, mustEnrol: false, hasSecondFactor: true, secondsSinceCode: age)]
            + (age == nil ? [false, true] : []).map { mustEnrol in
                Standing(role: role, mustEnrol: mustEnrol, hasSecondFactor: false, secondsSinceCode: nil)
            }
    }
}
