"""Whatever `vestibule protect check` finds nothing in is shut: nginx itself is asked, with servers at random."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from socket import socket
from tempfile import TemporaryDirectory

from instance import Instance
from random_servers import FILES, FOLDERS, Maker, Server
from runner import eventually, expect, test

MAIN = """\
user root;
daemon off;
pid "%(folder)s/pid";
error_log "%(folder)s/error.log" crit;
events { }
http {
    access_log off;
    client_body_temp_path "%(folder)s/body";
    fastcgi_temp_path "%(folder)s/fastcgi";
    proxy_temp_path "%(folder)s/proxy";
    scgi_temp_path "%(folder)s/scgi";
    uwsgi_temp_path "%(folder)s/uwsgi";
    include "%(gate)s/lanes.conf";
    include "%(gate)s/sites.conf";
    include "%(folder)s/servers/*.conf";
}
"""


@test
def what_nothing_is_found_in_is_shut_in_nginx_itself(instance: Instance) -> str:
    seed = Random().randrange(1_000_000)
    with TemporaryDirectory() as temporary:
        folder, gate = Path(temporary), instance.state / "nginx"
        port = prepare(folder, gate)
        maker = Maker(Random(seed), gate, folder / "root")
        servers = [server for number in range(60) if accepted(folder, server := maker.server(f"s{number}.test", port))]
        done = instance.run("protect", "check", "--json", str(folder / "nginx.conf"))
        found = {Path(finding["file"]).stem for finding in json.loads(done.stdout)["findings"]
                 if not finding["problem"].startswith("this server has")}
        quiet = [server for server in servers if server.meant and server.name not in found]
        with running(folder, port), closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
            for server in quiet:
                for address in addresses():
                    words = answer(connection, server.name, address)
                    expect(not leaks(server, address, words), f"seed {seed}: {address} says {words!r} in {server.text!r}")
    return f"seed {seed}: {len(found)} of {len(servers)} servers have findings, and {len(quiet)} were asked"


def prepare(folder: Path, gate: Path) -> int:
    """Writes the files that the servers deliver, and returns the port that they listen at."""
    folder.chmod(0o755)
    (folder / "servers").mkdir()
    for file in FILES:
        path = folder / "root" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"CONTENT of /{file}.")
    (folder / "nginx.conf").write_text(MAIN % {"folder": folder, "gate": gate})
    with closing(socket()) as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def accepted(folder: Path, server: Server) -> bool:
    """Whether nginx takes the server; one that it refuses is left out."""
    file = folder / "servers" / f"{server.name}.conf"
    file.write_text(server.text)
    refused = subprocess.run(nginx(folder, "-t", "-q"), capture_output=True).returncode != 0
    if refused:
        file.unlink()
    return not refused


@contextmanager
def running(folder: Path, port: int) -> Iterator[None]:
    process = subprocess.Popen(nginx(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        eventually(10, lambda: listens(port), "nginx does not listen")
        yield
    finally:
        process.terminate()
        process.wait()


def nginx(folder: Path, *options: str) -> list[str]:
    return ["/usr/sbin/nginx", *options, "-e", "stderr", "-c", str(folder / "nginx.conf")]


def listens(port: int) -> bool:
    with closing(socket()) as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def addresses() -> list[str]:
    paths = [f"/{path}" for path in (*FOLDERS, *FILES)]
    return paths + [f"{path}?q=1" for path in paths] + ["//a/x", "/%61/x", "/a/./x", "/a", "/a/x.php/z"]


def answer(connection: HTTPConnection, host: str, address: str) -> str:
    connection.putrequest("GET", address, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    return connection.getresponse().read().decode(errors="replace")


def leaks(server: Server, address: str, words: str) -> bool:
    """Whether a file that is meant to be behind the gate was delivered, or a text in its place."""
    file = re.search(r"CONTENT of (/[^ ]*)\.", words)
    delivered = file[1] if file else address if "CONTENT" in words else ""
    return any(delivered.startswith(prefix) for prefix in server.meant)
