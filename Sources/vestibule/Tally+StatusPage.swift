import FastCGI
import Site

extension Tally {
    /// Counts in the page that all processes of the pool share.
    init(_ page: StatusPage) {
        precondition(Event.allCases.count <= StatusPage.counterCount, "there are more events than counters")
        self.init(add: page.count, read: { page.status })
    }
}
