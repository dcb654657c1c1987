"""What the operator sees of the pool at work, and what Prometheus and the dashboard make of it."""

import json
import math
import os
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from crowd import at_once, failing_to_sign_in
from instance import LANES, Instance
from operators import Measurements, as_operator, status
from person import somebody
from prometheus import watching
from runner import eventually, expect, expect_equal, test
from sites import demonstration
from traveller import Traveller
from visitor import Visitor

DASHBOARD = Path(__file__).resolve().parents[2] / "deploy/grafana/vestibule.json"


@test
def the_status_tells_of_every_lane_and_every_worker(instance: Instance) -> None:
    text, lanes = as_operator(instance, "/status").text, status(instance)
    expect_equal(tuple(lanes), LANES, "the lanes")
    for lane in LANES:
        expect_equal(sorted(worker["pid"] for worker in lanes[lane]["workers"]), instance.workers(lane), f"the workers of {lane}")
        for worker in instance.workers(lane):
            expect(re.search(rf"^{lane} +{worker} ", text, re.MULTILINE), f"the worker {worker} is missing in {text}")
    expect(any(worker["state"] == "busy" for worker in lanes["portal"]["workers"]), "nobody is busy with the answer")


@test
def whoever_waits_for_a_worker_is_in_the_queue(instance: Instance) -> None:
    workers, sign_in = instance.workers("sign-in"), failing_to_sign_in(instance)
    for worker in workers:
        os.kill(worker, signal.SIGSTOP)
    try:
        crowd = Thread(target=at_once, args=([sign_in] * 5,))
        crowd.start()
        eventually(2, lambda: status(instance)["sign-in"]["queue"]["waiting"] == 5, "nobody waits")
        expect_equal(Measurements(instance).value("vestibule_queue_length", lane="sign-in"), 5, "the measured queue")
    finally:
        for worker in workers:
            os.kill(worker, signal.SIGCONT)
    crowd.join()
    expect_equal(status(instance)["sign-in"]["queue"], {"waiting": 0, "capacity": 64}, "the queue afterwards")


@test
def measurements_are_written_as_prometheus_wants_them(instance: Instance) -> None:
    measured = Measurements(instance)
    check = subprocess.run(["promtool", "check", "metrics"], input=measured.text, text=True, capture_output=True, check=False)
    expect_equal((check.returncode, check.stdout + check.stderr), (0, ""), "what promtool says")
    # Nothing that came from outside is a label, so no address, path or person can be in one.
    for name, labels, _ in measured.samples:
        expect(set(labels) <= {"lane", "code", "le", "state", "event", "result", "role", "second_factor", "version", "reference"}, labels)
        expect(all(re.fullmatch(r"[a-z0-9.+Inf-]{1,30}", value) for value in labels.values()), f"{name} {labels}")


@test
def what_is_asked_is_counted_once(instance: Instance) -> None:
    visitor, sign_in, closed_door = Visitor(instance), failing_to_sign_in(instance), _closed_door(instance)
    before = Measurements(instance)
    for _ in range(3):
        expect_equal(visitor.ask("GET", "/nothing").status, 404, "the status of an unknown page")
        expect_equal(sign_in().status, 422, "the status of a wrong password")
        expect_equal(closed_door(), 401, "the status of a closed door")
    # The portal says to each who is shut out why.
    grown = {("portal", "4xx"): 6, ("sign-in", "4xx"): 3, ("gate", "4xx"): 3, ("gate", "2xx"): 0, ("sign-in", "2xx"): 0}

    def is_counted() -> bool:
        now = Measurements(instance)
        return all(now.growth("vestibule_requests_total", before, lane=lane, code=code) == count
                   for (lane, code), count in grown.items())

    eventually(2, is_counted, "the requests are counted otherwise")
    after = Measurements(instance)
    expect_equal(after.growth("vestibule_audit_events_total", before, event="password-refused"), 3, "the refused passwords")
    expect_equal(after.growth("vestibule_request_duration_seconds_count", before, lane="sign-in"), 3, "the measured sign-ins")
    quick = after.growth("vestibule_request_duration_seconds_bucket", before, lane="sign-in", le="0.0025")
    expect_equal(quick, 0, "the passwords judged in less time than a hash takes")


@test
def counts_outlive_the_workers(instance: Instance) -> None:
    before, lane = Measurements(instance), "sign-in"
    victim, count = instance.workers(lane)[0], len(instance.workers(lane))
    os.kill(victim, signal.SIGKILL)
    eventually(5, lambda: len(workers := instance.workers(lane)) == count and victim not in workers, "nobody replaces it")
    after = Measurements(instance)
    for name in ("vestibule_requests_total", "vestibule_request_duration_seconds_sum"):
        expect(after.growth(name, before, lane=lane) >= 0, f"{name} has fallen")
    expect_equal(after.growth("vestibule_worker_restarts_total", before, lane=lane), 1, "the workers replaced")


@test
def every_query_of_the_dashboard_returns_data(instance: Instance) -> str:
    queries = list(_queries())
    with watching(instance) as prometheus:
        sign_in, closed_door, ada = failing_to_sign_in(instance), _closed_door(instance), somebody(instance)
        eventually(10, prometheus.is_ready, "Prometheus does not start")
        until = time.monotonic() + 2.5
        while time.monotonic() < until:
            sign_in()
            Visitor(instance).sign_in(ada)
            closed_door()
        for title, query in queries:
            values = prometheus.values(query)
            expect(any(math.isfinite(value) for value in values), f"{title} shows nothing: {query} is {values}")
        expect_equal(set(prometheus.alerts().values()), {"ok"}, "what becomes of the rules for alerts")
    return f"{len(queries)} queries"


def _closed_door(instance: Instance) -> Callable[[], int]:
    """Asks the gate of a site, and is refused: the status."""
    door = f"{demonstration(instance).origin}/"
    return lambda: Traveller(instance).ask("GET", door, headers={"Sec-Fetch-Mode": "cors"}).status


def _queries() -> Iterator[tuple[str, str]]:
    """The queries of every panel, with what Grafana would put in the place of its variables."""
    for panel in json.loads(DASHBOARD.read_text())["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target["expr"].replace("$instance", ".*").replace("$__rate_interval", "4s")
