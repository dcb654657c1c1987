"""Requests to a site that are not as a browser sends them, made by the thousand, each of parts that fit together or do not."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

# Of each part, the first is as it should be.
LINES = [
    b"GET %s HTTP/1.1", b"HEAD %s HTTP/1.1", b"POST %s HTTP/1.1", b"PUT %s HTTP/1.1", b"DELETE %s HTTP/1.1",
    b"OPTIONS %s HTTP/1.1", b"PROPFIND %s HTTP/1.1", b"TRACE %s HTTP/1.1", b"CONNECT %s HTTP/1.1", b"get %s HTTP/1.1",
    b"G\0T %s HTTP/1.1", b"FROBNICATE %s HTTP/1.1", b" GET %s HTTP/1.1", b"GET\t%s HTTP/1.1", b"GET  %s  HTTP/1.1", b"GET %s",
    b"GET %s HTTP/1.0", b"GET %s HTTP/2.0", b"GET %s HTTP/9.9", b"GET %s HTTP/1.1 HTTP/1.1", b"GET %s http/1.1",
    b"GET %s HTTP/1.1\nX: y", b"%s"]
TARGETS = [
    b"/secret/", b"/", b"/index.html", b"//", b"/./", b"/x/../", b"/x/..//secret/", b"/%2e%2e/", b"/%2f", b"/..%2fsecret/",
    b"/%73ecret/", b"/open/../secret/", b"/open/%2e%2e/secret/", b"/open%2f..%2fsecret/", b"/open/..%2fsecret/",
    b"/open/..;/secret/", b"/open/%2e%2e%2fsecret/index.html", b"/open//../secret/index.html", b"/open/..\\secret\\",
    b"/open/%252e%252e/secret/", b"/open/..%c0%afsecret/", b"/open/%00/../../secret/", b"/open/?/../../secret/",
    b"/open/#/../secret/", b"/secret/index.html/", b"/secret/index.html%00.css", b"/secret/index.html%20",
    b"/secret/?auth_request=off", b"/SECRET/", b"/auth/check", b"/auth/check?x", b"/auth//check", b"/auth/./check",
    b"/auth/%63heck", b"/auth/check/", b"/AUTH/CHECK", b"/auth/refused", b"/auth/refused/", b"/auth/unavailable.html",
    b"/auth/enter", b"/auth/enter?code=", b"/auth/enter/../../secret/", b"/auth/style.css/../../secret/",
    b"/auth/style.css%2f..%2f..%2fsecret/", b"/%ff", b"/%zz", b"/%", b"/\x80\xff", b"/\x01", b"*", b"", b"x", b"?",
    b"http://service.localhost:@PORT@/secret/", b"http://folder.localhost:@PORT@/secret/", b"http://evil.example/secret/",
    b"http://127.0.0.1:@OWN@/my", b"https://folder.localhost:@PORT@/secret/", b"http://a:b@folder.localhost/", b"http:/secret/",
    b"http://folder.localhost", b"folder.localhost:@PORT@", b"/?" + b"x=y&" * 700, b"/" + b"a" * 9_000, b"/a" * 900]
HOSTS = [
    b"Host: folder.localhost:@PORT@", b"Host: service.localhost:@PORT@", b"Host: folder.localhost", b"Host: folder.localhost:1",
    b"Host: FOLDER.LOCALHOST", b"Host: folder.localhost.", b"Host:folder.localhost", b"Host: sorry.localhost",
    b"Host: eager.localhost", b"Host: evil.example", b"Host: 127.0.0.1:@PORT@", b"Host: 127.0.0.1:@OWN@", b"Host: [::1]",
    b"Host: ", b"Host: folder.localhost service.localhost", b"Host: evil.example@folder.localhost", b"Host: .", b"Host: \xff",
    b"Host: folder.localhost\r\nHost: service.localhost", b"X-Forwarded-Host: folder.localhost", b"Host : folder.localhost",
    b"Host: folder.localhost/secret/", b"Host: folder.localhost%00"]
CLAIMS = [name.encode() for plain in ("Remote-User", "Remote-Name", "Remote-Email", "Remote-Groups")
          for name in (plain, plain.lower(), plain.upper(), plain.replace("-", "_"), "X-" + plain, "X_" + plain.replace("-", "_"),
                       "HTTP_" + plain.replace("-", "_").upper())] + [
    b"X-Forwarded-User", b"X-Forwarded-Email", b"X-Forwarded-Groups", b"X-Forwarded-Preferred-Username",
    *(b"X-Auth-Request-" + name for name in (b"User", b"Email", b"Groups", b"Preferred-Username")), b"Proxy"]
ELSEWHERE = [
    b"X-Original-URL: /open/", b"X-Original-URI: /open/", b"X-Original-Method: GET", b"X-Rewrite-URL: /auth/style.css",
    b"X-Accel-Redirect: /secret/", b"X-Auth-Request-Redirect: /secret/", b"X-Forwarded-For: 127.0.0.1",
    b"X-Forwarded-For: not an address", b"X-Real-IP: ::1", b"X-Forwarded-Proto: https", b"X-Forwarded-Host: cached.localhost",
    b"X-Forwarded-Uri: /auth/style.css", b"X-Forwarded-Prefix: /open",
    b"Forwarded: for=127.0.0.1;host=cached.localhost;proto=https", b"X-HTTP-Method-Override: OPTIONS",
    b"User-Agent: GoogleHC/1.0", b"User-Agent: kube-probe/1.28", b"User-Agent: ELB-HealthChecker/2.0",
    b"User-Agent: Prometheus/2.0", b"User-Agent: ", b"Authorization: Basic bWFsbG9yeTp4", b"Authorization: Bearer @STOLEN@",
    b"Sec-Fetch-Mode: cors", b"Sec-Fetch-Mode: navigate", b"Sec-Purpose: prefetch", b"Accept: application/json",
    b"Accept: \xff", b"Range: bytes=0-99", b"If-None-Match: *", b"If-Modified-Since: Thu, 01 Jan 2099 00:00:00 GMT",
    b"Upgrade: websocket\r\nConnection: upgrade", b"Upgrade: h2c", b"Early-Data: 1", b"Expect: 100-continue",
    b"SITE: http://cached.localhost:@PORT@", b"REQUIRE: ", b"X-Cookie: @NAME@=@STOLEN@", b"Cookie2: @NAME@=@STOLEN@",
    b"X: y\r\n folded", b": no name", b"no colon", b"N\0: y", b"X: \0", b"X: " + b"x" * 7_000, b"X: y\r\n" * 90 + b"X: y",
    b"Via: 1.1 cached.localhost", b"Referer: http://cached.localhost:@PORT@/", b"Origin: null",
    b"Connection: Cookie, Remote-User, Host"]
BODIES = [
    b"\r\n\r\n", b"\r\nContent-Length: 4\r\n\r\na=bc", b"\r\nTransfer-Encoding: chunked\r\n\r\n4\r\na=bc\r\n0\r\n\r\n",
    b"\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    b"\r\nContent-Length: 4\r\nContent-Length: 9\r\n\r\na=bc", b"\r\nContent-Length: -1\r\n\r\n",
    b"\r\nContent-Length: 99999999999999999999\r\n\r\n", b"\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    b"\r\nTransfer-Encoding: chunked\r\n\r\n-4\r\na=bc\r\n0\r\n\r\n", b"\n\n", b"\r\r",
    b"\r\n\r\nGET /secret/ HTTP/1.1\r\nHost: folder.localhost\r\n\r\n",
    b"\r\nContent-Length: 60\r\n\r\nGET /secret/ HTTP/1.1\r\nHost: folder.localhost\r\nX: y\r\n\r\n\r\n\r\n"]


@dataclass(frozen=True)
class Malformer:
    """Makes requests to the sites of a port, with cookies that open none of those that are asked."""
    port: int
    own: int
    name: str
    cookies: list[bytes]
    stolen: str

    def requests(self, count: int, seed: int) -> Iterator[bytes]:
        chance = random.Random(seed)

        def part(parts: list[bytes]) -> bytes:
            return chance.choice(parts) if chance.random() < 0.3 else parts[0]

        for _ in range(count):
            headers = [part(HOSTS), *chance.sample(ELSEWHERE, chance.choice((0, 0, 1))), chance.choice(self.cookies)]
            headers += [name + b": mallory" for name in chance.sample(CLAIMS, chance.choice((0, 0, 1, 3)))]
            chance.shuffle(headers)
            lines = [part(LINES).replace(b"%s", part(TARGETS)), *(header for header in headers if header)]
            yield self.filled(b"\r\n".join(lines) + part(BODIES))

    def filled(self, request: bytes) -> bytes:
        words = {b"@PORT@": str(self.port), b"@OWN@": str(self.own), b"@NAME@": self.name, b"@STOLEN@": self.stolen}
        for word, value in words.items():
            request = request.replace(word, value.encode())
        return request
