"""`vestibule protect`, which looks for ways past the gate in nginx's configuration and at the sites themselves."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from tempfile import TemporaryDirectory

from instance import Instance
from person import somebody
from runner import eventually, expect, expect_equal, test
from service import served
from sites import configured, demonstration, demonstration_elsewhere, every_site, folder
from visitor import Visitor

# A server in which a regular expression takes what was meant to be behind the gate.
HOLE = """\
events { }
http {
    include "%(state)s/nginx/lanes.conf";
    include "%(state)s/nginx/sites.conf";
    server {
        server_name wiki.example.test;
        include "%(state)s/nginx/gate.conf";
        location / {
            include "%(state)s/nginx/protect.conf";
        }
        location ~ \\.html$ {
            root /srv/wiki;
        }
    }
}
"""

# Sites on a disk of their own, which nobody else sees and has no room for another byte.
FULL = """\
mount -t tmpfs -o size=8k sites "$1/sites" && printf %s "$2" >"$1/sites/full.conf" || exit
! head -c 8k /dev/zero 2>&- >"$1/sites/fill"
"$1/vestibule" protect site "$1/sites/full.conf" --nginx "$1/nginx/nginx.conf"
cat "$1/sites/full.conf"
"""


@test
def no_way_past_the_gate_is_found_in_the_configuration_of_the_instance(instance: Instance) -> None:
    done = instance.run("protect", "check", "--json", str(instance.state / "nginx/nginx.conf"))
    expect_equal((done.returncode, done.stderr), (0, ""), "the exit status, and standard error,")
    found = json.loads(done.stdout)
    expect_equal(found["findings"], [], "what is found")
    standings = [server["standing"] for server in found["servers"]]
    expect_equal(sorted(set(standings)), ["Vestibule itself", "behind the gate", "not behind the gate"], "the standings")
    expect_equal(standings.count("behind the gate"), 3, "the number of servers behind the gate")


@test
def a_way_past_the_gate_is_named_with_its_file_its_line_and_the_line_to_write(instance: Instance) -> None:
    with TemporaryDirectory() as temporary:
        file = Path(temporary) / "nginx.conf"
        file.write_text(HOLE % {"state": instance.state})
        done = instance.run("protect", "check", str(file))
        expect_equal((done.returncode, done.stderr), (1, ""), "the exit status, and standard error,")
        expect(done.stdout.startswith(f"{file}:11: `location ~ \\.html$` takes addresses of `location /`"), f"it says {done.stdout!r}")
        expect("; write: include protect.conf;\n" in done.stdout, f"it says {done.stdout!r}")
        opened = instance.run("protect", "check", "--open", "\\.html$", str(file))
        expect_equal((opened.returncode, opened.stderr), (0, ""), "the exit status of what is meant to be open, and standard error,")


@test
def what_is_no_configuration_is_refused_with_its_line(instance: Instance) -> None:
    for text, words in [("events {\n", "standard input is not what"), ("", "standard input is not what"),
                        ("# configuration file /etc/nginx/nginx.conf:\n\nhttp {", "/etc/nginx/nginx.conf:2: a block that nothing closes")]:
        done = instance.run("protect", "check", "-", line=text)
        expect_equal((done.returncode, done.stdout, done.stderr.count("\n")), (1, "", 1), f"what {text!r} ends with")
        expect(words in done.stderr, f"it says {done.stderr!r}")


@test
def a_site_that_is_not_listed_and_a_listed_one_that_is_not_there_are_named_with_the_line_to_write(instance: Instance) -> None:
    origins = [*configured(instance), *(site.origin for site in (demonstration(instance), demonstration_elsewhere(instance)))]
    with TemporaryDirectory() as temporary:
        for listed, said, write in [(origins[1:], f"nobody is let in at {origins[0]}", [*origins[1:], origins[0]]),
                                    ([*origins, "https://gone.example.test"], "no server is there for https://gone.example.test", origins)]:
            file = Path(temporary) / "vestibule.conf"
            file.write_text(f"VESTIBULE_URL={instance.url}\nVESTIBULE_SITES={' '.join(listed)}\n")
            done = run(instance, file, "protect", "check", nginx(instance))
            expect_equal((done.returncode, done.stderr), (1, ""), "the exit status, and standard error,")
            expect(said in done.stdout and f"; write: VESTIBULE_SITES={' '.join(write)}\n" in done.stdout, f"it says {done.stdout!r}")
        done = run(instance, file.with_name("missing.conf"), "protect", "check", nginx(instance))
        expect_equal((done.returncode, done.stderr), (0, ""), "the exit status without a configuration, and standard error,")
        expect("\nVESTIBULE_SITES is not compared: configuration: cannot read" in done.stdout, f"it says {done.stdout!r}")


@test
def every_site_behind_the_gate_is_shut_and_what_is_open_is_said_to_be(instance: Instance) -> None:
    with served(instance):
        addresses = [f"{site.origin}{path}" for site in every_site(instance) for path in ("/", "/no/such.page?x=1")]
        expect_equal(instance.vestibule("protect", "probe", *addresses), "".join(f"{address}: shut\n" for address in addresses),
                     "what is said of the sites")
    style = f"{folder(instance).origin}/auth/style.css"
    nobody = "http://127.0.0.1:1/"
    done = instance.run("protect", "probe", addresses[0], style, nobody)
    expect_equal(done.returncode, 1, "the exit status while a door is open")
    expect_equal(done.stdout.splitlines(), [f"{addresses[0]}: shut", f"{style}: open: a browser without a session gets 200",
                                            f"{nobody}: not tried: Connection refused"], "what is said of them")


@test
def without_an_address_every_site_is_asked_for_what_is_set_or_its_first_page(instance: Instance) -> None:
    with served(instance):
        pages = [f"{site.origin}/" for site in every_site(instance)]
        said = instance.vestibule("protect", "probe")
        expect_equal(sorted(said.splitlines()), sorted(f"{page}: shut" for page in pages), "what is said of the sites")
    first, second, *_ = pages
    with TemporaryDirectory() as temporary:
        file = Path(temporary) / "vestibule.conf"
        file.write_text(f"VESTIBULE_URL={instance.url}\nVESTIBULE_SITES={first[:-1]} {second[:-1]}\nVESTIBULE_PROBES={first}a {first}b?c=d\n")
        done = run(instance, file, "protect", "probe")
        expect_equal((done.returncode, done.stderr), (0, ""), "the exit status, and standard error,")
        expect_equal(done.stdout.splitlines(), [f"{second}: shut", f"{first}a: shut", f"{first}b?c=d: shut"], "what is said of them")
        file.write_text(f"VESTIBULE_URL={instance.url}\n")
        done = run(instance, file, "protect", "probe", "--record")
        expect_equal((done.returncode, done.stdout, done.stderr), (0, "nothing is asked for: VESTIBULE_SITES lists no site\n", ""),
                     "what is said where there is no site")


@test
def an_open_door_stands_in_the_console_and_the_log_until_it_is_shut(instance: Instance) -> None:
    mary, style = somebody(instance, "Mary Admin", "admin"), f"{folder(instance).origin}/auth/style.css"
    visitor = Visitor(instance)
    visitor.sign_in(mary)
    done = instance.run("protect", "probe", "--record", style)
    expect_equal((done.returncode, done.stdout), (1, f"{style}: open: a browser without a session gets 200\n"), "what the probe ends with, and says,")
    expect(re.fullmatch(rf'time=\S+ level=error message="door open" part=probe url={re.escape(style)} why="a browser .*"\n', done.stderr),
           f"the log has {done.stderr!r}")
    text = visitor.open("/admin").page.text
    for words in ("lets in whoever comes", "1 door is open", f"{style} a browser without a session gets 200 Open"):
        expect(words in text, f"the console does not say {words!r}: {text!r}")
    with served(instance):
        instance.vestibule("protect", "probe", "--record")
    text = visitor.open("/admin").page.text
    expect("All shut" in text and style not in text and "lets in" not in text, f"the console says {text!r}")


@test
def systemd_is_content_with_the_timer(instance: Instance) -> None:
    with TemporaryDirectory() as temporary:
        for unit in (Path(__file__).resolve().parents[2] / "deploy/systemd").iterdir():
            (Path(temporary) / unit.name).write_text(unit.read_text().replace("/srv/vestibule/.run", str(instance.state)))
        done = subprocess.run(["systemd-analyze", "verify", *map(str, Path(temporary).iterdir())], capture_output=True, text=True, timeout=60)
        ours = [line for line in done.stderr.splitlines() if "vestibule" in line]
        expect_equal((done.returncode, ours), (0, []), "what systemd-analyze ends with, and says of the units,")


@test
def a_site_is_put_behind_the_gate_by_its_name_alone(instance: Instance) -> None:
    with open_site(instance, "location / { }") as (file, origin):
        said = instance.vestibule("protect", "site", str(file), "--nginx", nginx(instance), "--require", "two-factor")
        expect_equal(said.splitlines()[:2], [f"{origin}/: shut", f"{origin}/no/such/page: shut"], "what is said of the doors")
        expect(f"add {origin} to VESTIBULE_SITES" in said, f"it says {said!r}")
        expect_equal(instance.vestibule("protect", "probe", f"{origin}/"), f"{origin}/: shut\n", "the door")
        again = instance.run("protect", "site", str(file), "--nginx", nginx(instance))
        expect_equal((again.returncode, again.stdout), (1, ""), "the exit status of the second time, and what it says,")


@test
def a_site_that_would_break_or_stay_open_is_as_it_was_byte_for_byte(instance: Instance) -> None:
    for inside, words in [("location = /open { return 200 hello; }", "ways past it"),
                          ("auth_request off;", "directive is duplicate"),
                          ("location /api { uwsgi_pass 127.0.0.1:1; }", "ways past it")]:
        with open_site(instance, inside) as (file, origin):
            before, changed = file.read_bytes(), file.stat()
            done = instance.run("protect", "site", str(file), "--nginx", nginx(instance))
            expect_equal((done.returncode, done.stderr.count("\n")), (1, 1), f"the exit status of {inside!r}, and its lines,")
            expect("everything is as before" in done.stderr and words in done.stderr, f"it says {done.stderr!r}")
            expect_equal(file.read_bytes(), before, "the file")
            expect_equal((file.stat().st_ino, file.stat().st_mode), (changed.st_ino, changed.st_mode), "the file's place and mode")
            expect("open: a browser" in instance.run("protect", "probe", f"{origin}/no/such").stdout, "the site does not answer as before")


@test
def a_site_whose_disk_is_full_is_as_it_was_byte_for_byte(instance: Instance) -> None:
    site = f"server {{\n    listen 127.0.0.1:{instance.port};\n    server_name full.example.test;\n}}\n".ljust(4090, "#") + "\n"
    done = subprocess.run(["unshare", "--map-root-user", "--mount", "sh", "-c", FULL, "sh", instance.state, site], capture_output=True, text=True, timeout=60)
    expect_equal((done.stdout, done.stderr.count("\n")), (site, 1), "the file, and the lines of what is said,")
    expect(done.stderr.startswith("Error: everything is as before: writing of "), f"it says {done.stderr!r}")


def run(instance: Instance, configuration: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the command-line tool by another configuration than the instance's."""
    return subprocess.run([instance.state / "bin/vestibule", *arguments], capture_output=True, text=True,
                          env={"VESTIBULE_CONFIGURATION": str(configuration)}, timeout=60)


@contextmanager
def open_site(instance: Instance, inside: str) -> Iterator[tuple[Path, str]]:
    """A site of nginx's that is not behind the gate: its file, and its origin."""
    with socket() as place:
        place.bind(("127.0.0.1", 0))
        port = place.getsockname()[1]
    file = instance.state / "sites" / "open.conf"
    file.write_text(f"server {{\n    listen 127.0.0.1:{port};\n    server_name 127.0.0.1;\n    {inside}\n}}\n")
    try:
        reload_nginx(instance, port, "open: a browser")
        yield file, f"http://127.0.0.1:{port}"
    finally:
        file.unlink()
        reload_nginx(instance, port, "Connection refused")


def nginx(instance: Instance) -> str:
    return str(instance.state / "nginx/nginx.conf")


def reload_nginx(instance: Instance, port: int, words: str) -> None:
    """Waits until it has done so, as the words of a probe show: one that is late would read what comes after."""
    subprocess.run(["/usr/sbin/nginx", "-s", "reload", "-e", "stderr", "-c", nginx(instance)], check=True, capture_output=True)
    eventually(10, lambda: words in instance.run("protect", "probe", f"http://127.0.0.1:{port}/no/such").stdout, "nginx does not reload")
