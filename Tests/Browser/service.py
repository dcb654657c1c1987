"""A service behind a proxy: its page says what it was told of the request that it answers."""

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingMixIn, UnixStreamServer

from instance import Instance

PAGE = "<!doctype html><html lang=en><title>Service</title><main><h1>Inside the service</h1><pre>{}</pre></main></html>"


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told = f"{self.command} {self.path}\n" + "".join(f"{name}: {value}\n" for name, value in self.headers.items())
        body = PAGE.format(html.escape(told)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def address_string(self) -> str:
        return "nginx"

    def log_message(self, *_: object) -> None:
        """A test has nothing to log."""


class _Server(ThreadingMixIn, UnixStreamServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_: object) -> None:
        """Whoever asked may have gone away meanwhile."""


@contextmanager
def served(instance: Instance) -> Iterator[None]:
    """Runs the service to which nginx leads; its page says what it was told of the request."""
    path = Path(instance.state, "tmp/service.sock")
    path.unlink(missing_ok=True)
    with _Server(str(path), _Answering) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
        try:
            yield
        finally:
            server.shutdown()
            path.unlink()
