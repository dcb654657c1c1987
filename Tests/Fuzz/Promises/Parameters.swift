import HTTP

@testable import FastCGI

/// Whatever else stands among a request's parameters: what nginx said first is believed or nothing is.
///
/// The input is a line a parameter: its name, a space, its value. Lengths are right, as a web server writes them: on those
/// that are not, libfcgi ends the process itself.
func checkParameters(_ input: [UInt8]) {
    let trusted = ["REQUEST_METHOD GET", "DOCUMENT_URI /first", "REQUEST_ID 1d"].map { Array($0.utf8) }
    let parameters = (trusted + input.parts(0x0A)).map { line in
        let name = line.prefix { $0 != 0x20 }
        return (name: name, value: line.dropFirst(name.count + 1))
    }
    let pairs = parameters.flatMap { length($0.name.count) + length($0.value.count) + $0.name + $0.value }
    switch arrival(of: record(1, [0, 1, 0, 0, 0, 0, 0, 0]) + stream(4, pairs) + record(5, [])) {
    case .success(let request):
        promise("the path is the first or none", request.path == "/first")
        promise("so is the method", request.method == .get || request.method == .other)
        promise("and the id", request.id == [UInt8]("1d") || request.id.isEmpty)
        promise("where there is no post there is no form", request.form["a"] == nil)
        // A name may hold the sign that libfcgi puts between it and its value.
        let isThere = parameters.contains { Array($0.name + [0x3D] + $0.value).holds(request.userAgent) }
        promise("a value stands among the parameters", isThere || request.userAgent.isEmpty)
    case .failure(let error):
        promise(
            "nothing but a doubled path or a body spoils it", [.path, .cutShort, .tooLarge, .form].contains(error.why))
        promise("the log has the first id or none", error.id == [UInt8]("1d") || error.id.isEmpty)
    case nil: promise("it is a request", false)
    }
}

private func stream(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
    let portions = stride(from: 0, to: content.count, by: 255).map { Array(content[$0...].prefix(255)) }
    return portions.flatMap { record(type, $0) } + record(type, [])
}

private func record(_ type: UInt8, _ content: [UInt8]) -> [UInt8] {
    [1, type, 0, 1, 0, UInt8(content.count), 0, 0] + content
}

/// One byte, or four of which the first bit is set.
private func length(_ count: Int) -> [UInt8] {
    count < 128 ? [UInt8(count)] : [0x80, 0, UInt8(count >> 8), UInt8(count & 0xFF)]
}
