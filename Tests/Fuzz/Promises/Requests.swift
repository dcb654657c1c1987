import HTTP

/// Whatever nginx passes: a field stands in the body of a posted form, and nowhere else.
///
/// The input is method, path, media type, query, cookies and body, with a line end after each.
func checkRequest(_ input: [UInt8]) {
    let lines = input.parts(0x0A)
    let names = ["REQUEST_METHOD", "DOCUMENT_URI", "CONTENT_TYPE", "QUERY_STRING", "HTTP_COOKIE"]
    let body = Array(lines.dropFirst(names.count).joined(separator: [0x0A]))
    let parameters = Dictionary(uniqueKeysWithValues: zip(names, lines)).filter { !$1.isEmpty }
    let request = try? Request(Parameters(parameters), body: body, receivedAt: Instant(seconds: 0))
    guard let request else { return }
    promise("the path is what was asked for", request.path.bytes == parameters["DOCUMENT_URI"])
    let isPost = parameters["REQUEST_METHOD"] == [UInt8]("POST")
    promise("only POST posts", (request.method == .post) == isPost)
    let posted = isPost ? try? Form(decoding: body) : nil
    promise("a field comes out of the body of a post", request.form["a"] == (posted?["a"]))
    let query = try? Form(decoding: parameters["QUERY_STRING"] ?? [])
    promise("a query is told from a form", request.query["a"] == query?["a"])
    promise("a query that means two things means none", request.isQueryReadable == (query != nil))
    promise("a page load is a GET", !request.isPageLoad || parameters["REQUEST_METHOD"] == [UInt8]("GET"))
    promise("nobody becomes the operator", !request.isOperators)
}
