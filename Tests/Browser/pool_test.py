"""What visitors notice when workers die, hang, are restarted, or have too much to do."""

import os
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path

from crowd import at_once, failing_to_sign_in, load, opening
from instance import Instance, processes, stat as status_of, working_folder
from person import somebody
from runner import eventually, expect, expect_equal, test
from sites import every_site
from visitor import Answer, Visitor

LANES = {"gate": opening, "portal": opening, "sign-in": failing_to_sign_in}


def whole(instance: Instance, count: int, without: set[int]) -> Callable[[], bool]:
    """Whether the pool has all its workers, and none of those."""
    return lambda: len(workers := instance.workers()) == count and not without.intersection(workers)


@test
def a_killed_worker_costs_one_request_at_most_and_is_replaced(instance: Instance) -> None:
    count = len(instance.workers())
    for lane, act in LANES.items():
        for worker in instance.workers(lane):
            with load(act(instance)) as crowd:
                time.sleep(0.2)
                os.kill(worker, signal.SIGKILL)
                eventually(5, whole(instance, count, {worker}), f"the {lane} worker {worker} is not replaced")
                time.sleep(0.2)
            expect(crowd.failures <= 1, f"{crowd.failures} of {len(crowd.statuses)} requests failed in the lane {lane}")


@test
def a_hung_pool_of_a_lane_is_replaced(instance: Instance) -> None:
    count, hung = len(instance.workers()), instance.workers("sign-in")
    with load(failing_to_sign_in(instance)):
        time.sleep(0.3)
        for worker in hung:
            os.kill(worker, signal.SIGSTOP)
        began = time.monotonic()
        for _ in range(20):
            expect_equal(opening(instance)().status, 200, "the status of a page while the sign-in lane hangs")
        expect(time.monotonic() - began < 10, "pages wait for the sign-in lane")
        try:
            eventually(25, whole(instance, count, set(hung)), "the hung workers are not replaced")
        finally:
            _let_go(hung)
    expect_equal(failing_to_sign_in(instance)().status, 422, "the status of a sign-in after it")


@test
def one_stopped_worker_does_not_stop_the_others(instance: Instance) -> None:
    stopped = instance.workers("portal")[0]
    with load(opening(instance)) as crowd:
        time.sleep(0.2)
        os.kill(stopped, signal.SIGSTOP)
        before = len(crowd.statuses)
        time.sleep(3)
        answered = len(crowd.statuses) - before
        _let_go([stopped])
    expect(answered > 30, f"only {answered} requests were answered in 3 s")
    expect(crowd.failures <= 1, f"{crowd.failures} requests failed")


@test
def a_restart_of_the_workers_fails_no_request(instance: Instance) -> None:
    count, old = len(instance.workers()), set(instance.workers())
    with load(opening(instance)) as pages, load(failing_to_sign_in(instance), abreast=2) as sign_ins:
        for _ in range(3):
            os.kill(instance.process_id("vestibule"), signal.SIGHUP)
            eventually(20, whole(instance, count, old), "the workers are not replaced")
            old = set(instance.workers())
    expect_equal((pages.failures, sign_ins.failures), (0, 0), f"failed of {len(pages.statuses)} and {len(sign_ins.statuses)}")


@test
def a_flood_of_sign_ins_is_told_to_come_back_and_pages_go_on(instance: Instance) -> None:
    visitor = Visitor(instance)
    visitor.sign_in(somebody(instance))
    sign_in = failing_to_sign_in(instance)
    slowest = 0.0

    def watch() -> Answer:
        nonlocal slowest
        for _ in range(20):
            began = time.monotonic()
            answer = Visitor(instance).ask("GET", "/my", headers={"Cookie": _cookie(visitor)})
            slowest = max(slowest, time.monotonic() - began)
            expect_equal(answer.status, 200, "the status of a page in a flood of sign-ins")
        return answer

    answers = at_once([watch] + [sign_in] * 150)[1:]
    refused = [answer for answer in answers if answer.status == 503]
    expect({answer.status for answer in answers} <= {422, 503}, f"the statuses {sorted({a.status for a in answers})}")
    expect(refused, "nobody is told to come back")
    expect(all(answer.all("Retry-After") for answer in refused), "a refusal without Retry-After")
    expect(len(answers) - len(refused) >= 60, f"only {len(answers) - len(refused)} of 150 were let in")
    expect(slowest < 5, f"a page took {slowest:.1f} s in a flood of sign-ins")


@test
def only_the_owner_reaches_the_sockets(instance: Instance) -> None:
    folder = instance.state / "sockets"
    expect_equal(stat.filemode(folder.stat().st_mode), "drwxr-x---", "the mode of the folder")
    modes = {socket.name: stat.filemode(socket.lstat().st_mode) for socket in folder.iterdir()}
    wanted = {f"{lane}.sock": "srw-rw----" for lane in LANES}
    expect_equal(modes, wanted, "the modes of the sockets")
    expect_equal(stat.filemode(instance.state.stat().st_mode), "drwx------", "the mode of the state folder")


@test
def nothing_but_nginx_listens_to_the_network(instance: Instance) -> None:
    sockets = {os.readlink(link) for pid in processes() if working_folder(pid) == instance.state for link in _descriptors(pid)}
    listening = set()
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if f"socket:[{fields[9]}]" in sockets and (fields[3] == "0A" or table.startswith("udp")):
                listening.add(f"{table} {fields[1]}")
    ports = {instance.port, instance.port + 1, *(site.port for site in every_site(instance))}
    wanted = {f"tcp 0100007F:{port:04X}" for port in ports}
    expect_equal(listening, wanted, "what listens")


def _let_go(workers: list[int]) -> None:
    for worker in workers:
        if status_of(worker):
            os.kill(worker, signal.SIGCONT)


def _cookie(visitor: Visitor) -> str:
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())


def _descriptors(pid: int) -> list[Path]:
    return [link for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
