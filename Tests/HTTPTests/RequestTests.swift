import HTTP
import Testing

@Suite struct `A request` {
    private func request(_ parameters: [String: String], body: String = "") throws -> Request {
        try Request(
            Parameters(parameters.mapValues { Array($0.utf8) }), body: Array(body.utf8),
            receivedAt: Instant(seconds: 0))
    }

    @Test func `Has a form only if it is a post of one`() throws {
        let type = "application/x-www-form-urlencoded; charset=UTF-8"
        let post = ["REQUEST_METHOD": "POST", "DOCUMENT_URI": "/login", "CONTENT_TYPE": type]
        #expect(try request(post, body: "code=1").form["code"] == Array("1".utf8))
        let get = ["REQUEST_METHOD": "GET", "DOCUMENT_URI": "/login", "CONTENT_TYPE": type]
        #expect(try request(get, body: "code=1").form["code"] == nil)
    }

    @Test(arguments: ["multipart/form-data", "application/json", "", "text/plain"])
    func `With a body of another kind is refused`(type: String) {
        let post = ["REQUEST_METHOD": "POST", "DOCUMENT_URI": "/login", "CONTENT_TYPE": type]
        #expect(throws: MalformedRequest.mediaType) { try request(post, body: "code=1") }
    }

    @Test func `Is a page load only where a person opens a page`() throws {
        let get = ["REQUEST_METHOD": "GET", "DOCUMENT_URI": "/my"]
        #expect(try request(get).isPageLoad)
        #expect(try request(get.merging(["HTTP_SEC_FETCH_DEST": "document"]) { $1 }).isPageLoad)
        for other in [
            ["HTTP_SEC_FETCH_DEST": "empty"], ["HTTP_SEC_FETCH_DEST": "style"], ["HTTP_SEC_PURPOSE": "prefetch"],
            ["HTTP_X_FRAGMENT": "1"], ["REQUEST_METHOD": "HEAD"], ["REQUEST_METHOD": "POST"],
        ] {
            #expect(try !request(get.merging(other) { $1 }).isPageLoad)
        }
    }

    @Test func `Prints neither what was typed nor who is signed in`() throws {
        let post = [
            "REQUEST_METHOD": "POST", "DOCUMENT_URI": "/login", "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "HTTP_COOKIE": "session=KKKK",
        ]
        let request = try request(post, body: "password=KKKK")
        #expect(request.form["password"] == request.cookies["session"])
        var dumped = ""
        dump(request, to: &dumped)
        for shown in ["\(request)", String(reflecting: request), dumped] {
            #expect(!shown.contains("KKKK") && !shown.contains("75, 75") && shown.contains("form"))
        }
        #expect(!dumped.contains("75"))
    }

    @Test func `Comes from our own pages unless it says otherwise`() throws {
        let origins = [Array("http://127.0.0.1:8080".utf8)]
        let post = ["REQUEST_METHOD": "POST", "DOCUMENT_URI": "/login"]
        for (name, value, isOwn) in [
            ("HTTP_ORIGIN", "http://127.0.0.1:8080", true), ("HTTP_ORIGIN", "null", false),
            ("HTTP_ORIGIN", "http://127.0.0.1:8081", false), ("HTTP_ORIGIN", "http://127.0.0.1:8080.evil.test", false),
            ("HTTP_SEC_FETCH_SITE", "same-origin", true), ("HTTP_SEC_FETCH_SITE", "cross-site", false),
            ("HTTP_SEC_FETCH_SITE", "same-site", false), ("HTTP_SEC_FETCH_SITE", "none", false),
        ] {
            #expect(try request(post.merging([name: value]) { $1 }).provenance.isOwn(origins) == isOwn)
        }
        #expect(try request(post).provenance.isOwn(origins))
    }
}
