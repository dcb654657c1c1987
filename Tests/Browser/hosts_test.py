"""By which names and ports the instance is reached, and what is behind each."""

import socket

from instance import Instance
from operators import as_operator
from person import somebody
from runner import expect, expect_equal, test
from visitor import Visitor
from wire import raw


@test
def a_foreign_host_gets_no_answer(instance: Instance) -> None:
    for request in (b"GET /login HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"GET /login HTTP/1.0\r\n\r\n",
                    b"GET http://evil.example/login HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                    b"POST /login HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\nContent-Length: 0\r\n\r\n"):
        for port in (instance.port, instance.port + 1):
            expect_equal(raw(port, request), b"", f"the answer of port {port} to {request!r}")


@test
def the_site_works_under_localhost_too(instance: Instance) -> None:
    ada = Visitor(instance, host="localhost")
    ada.sign_in(somebody(instance))
    origin = {"Origin": f"http://localhost:{instance.port}", "Sec-Fetch-Site": "same-origin"}
    path, body = (ada.open("/my/profile"), ada.filled("Set up two-factor"))[1]
    expect_equal(ada.ask("POST", path, body, origin).status, 303, "the status of a form of localhost")


@test
def the_operators_listener_has_the_operators_pages_alone(instance: Instance) -> None:
    answers = {"/health": 200, "/status": 200, "/metrics": 200, "/my": 404, "/login": 404, "/static/style.css": 404}
    for path, status in answers.items():
        expect_equal(as_operator(instance, path).status, status, f"the status of {path}")
    with socket.socket() as outside:
        outside.settimeout(2)
        address = socket.gethostbyname(socket.gethostname())
        if not address.startswith("127."):
            for port in (instance.port, instance.port + 1):
                expect(outside.connect_ex((address, port)) != 0, f"port {port} answers on {address}")
