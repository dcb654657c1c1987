import Testing

import Authentication

@Suite struct `The codes of many people` {
    private func asking(_ groups: (people: Int, steps: Int)...) -> CrowdClock? {
        CrowdClock(steps: groups.flatMap { Array(repeating: $0.steps, count: $0.people) })
    }

    @Test(arguments: [(2, -60), (-2, 60), (10, -300), (-10, 300), (20, -600), (-20, 600)])
    func `Show by how many seconds the server's clock is wrong, once most of them are refused`(
        steps: Int, secondsAhead: Int
    ) throws {
        let crowd = try #require(asking((people: 12, steps: steps)))
        #expect(crowd.secondsAhead == secondsAhead)
        #expect(crowd.refusesMost)
        #expect(crowd.people == 12)
    }

    @Test func `Show that it is slow before anybody is refused`() throws {
        let crowd = try #require(asking((people: 3, steps: 0), (people: 8, steps: 1)))
        #expect(crowd.secondsAhead == -30)
        #expect(!crowd.refusesMost)
    }

    @Test(arguments: [0, -1])
    func `Find nothing wrong with a right one, even if most type slowly`(steps: Int) throws {
        let crowd = try #require(asking((people: 3, steps: 0), (people: 12, steps: steps)))
        #expect(crowd.secondsAhead == 0)
        #expect(!crowd.refusesMost)
    }

    @Test func `Are not moved by a few, however far off`() throws {
        #expect(try #require(asking((people: 9, steps: 0), (people: 1, steps: 20))).secondsAhead == 0)
        #expect(try #require(asking((people: 6, steps: -1), (people: 5, steps: 20))).secondsAhead == 0)
        #expect(
            try #require(asking((people: 4, steps: 20), (people: 3, steps: 0), (people: 4, steps: -20))).secondsAhead
                == 0)
    }

    @Test func `Prove nothing where two halves disagree`() throws {
        #expect(try #require(asking((people: 5, steps: 0), (people: 5, steps: 10))).secondsAhead == 0)
        #expect(try #require(asking((people: 5, steps: 10), (people: 5, steps: -10))).secondsAhead == 0)
        #expect(try #require(asking((people: 5, steps: 0), (people: 6, steps: 10))).secondsAhead == -300)
    }

    @Test func `Say nothing while they are few`() {
        #expect(asking() == nil)
        #expect(asking((people: 9, steps: 10)) == nil)
        #expect(asking((people: 10, steps: 10)) != nil)
    }
}
