import HTTP
import MariaDB

extension Store {
    /// Keeps a probe in place of the one before.
    public borrowing func keep(_ probe: ProbeRecord) throws {
        try connection.transaction {
            try change(.beginProbe, Value(probe.at))
            try change(.forgetProbedDoors)
            for (position, door) in probe.doors.enumerated() {
                try change(
                    .addProbedDoor, .integer(Int64(position)), .bytes(Array(door.address.utf8.prefix(2_000))),
                    .bytes(Array(door.outcome.rawValue.utf8)), .text(String(door.words.unicodeScalars.prefix(500))))
            }
        }
    }

    /// The last probe; `nil` if there never was one.
    borrowing func lastProbe() throws -> ProbeRecord? {
        let rows = try rows(.lastProbe)
        guard let at = rows.first?.instantIfPresent("at") else { return nil }
        return ProbeRecord(
            at: at,
            doors: rows.map { row in
                ProbeRecord.Door(
                    address: String(decoding: row.bytes("address"), as: UTF8.self),
                    outcome: ProbeRecord.Outcome(rawValue: row.text("outcome"))!, words: row.text("words"))
            })
    }
}
