import HTTP

/// CSV whose first line names the columns: email, name, password_hash, and role where it is wanted; in any order.
enum AccountTable {
    private static let columns = ["email", "name", "role", "password_hash"]

    /// Whether a file that begins so is such a table.
    static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        var records = CSV.Records(of: Array(line))
        return records.next()?.cells.flatMap(order) != nil
    }

    static func read(_ bytes: [UInt8]) -> AccountFile {
        var file = AccountFile()
        var records = CSV.Records(of: bytes)
        guard let header = records.next(), let place = header.cells.flatMap(order) else {
            file.refuse(1, "no header such as email,name,role,password_hash")
            return file
        }
        while let record = records.next() {
            guard let cells = record.cells else {
                file.refuse(record.line, "quotation marks that do not pair, or more than 4096 bytes")
                continue
            }
            guard cells.count == place.count else {
                file.refuse(
                    record.line, "\(cells.count) cells instead of \(place.count): one that has commas stands in \"\"")
                continue
            }
            file.add(
                record.line, email: cells[place["email"]!], name: cells[place["name"]!],
                role: place["role"].map { cells[$0] } ?? [], hash: cells[place["password_hash"]!])
        }
        return file
    }

    /// Where each column stands; `nil` if one is missing, doubled or unknown.
    private static func order(of header: [[UInt8]]) -> [String: Int]? {
        let names = header.map { String(decoding: trimmed($0), as: UTF8.self) }
        let order = Dictionary(zip(names, 0...)) { first, _ in first }
        guard order.count == names.count, Set(names).isSubset(of: columns),
            Set(columns).subtracting(["role"]).isSubset(of: names)
        else { return nil }
        return order
    }
}
