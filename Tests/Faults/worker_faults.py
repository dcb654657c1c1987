"""Workers die, stop, and are replaced, amid people who sign in."""

import os
import random
import signal
import time

from faults import fault
from instance import LANES, stat
from runner import eventually, expect
from scene import Scene


def whole(scene: Scene, count: int, gone: set[int]) -> bool:
    """Whether the pool has all its workers, and none of those."""
    workers = scene.instance.workers()
    return len(workers) == count and not gone.intersection(workers)


@fault(short=12, whole=200)
def a_worker_is_killed_which_costs_one_request_at_most(scene: Scene, times: int) -> None:
    count = len(scene.instance.workers())
    for number in range(times):
        worker, before = random.choice(scene.instance.workers(LANES[number % 3])), scene.tally.failed
        os.kill(worker, signal.SIGKILL)
        eventually(1, lambda: whole(scene, count, {worker}), f"the killed worker {worker} is not replaced")
        time.sleep(0.15)
        failed = scene.tally.failed - before
        expect(failed <= 1, f"{failed} requests failed when one worker was killed")


@fault(short=1, whole=10)
def all_workers_are_killed_at_once(scene: Scene, times: int) -> None:
    for _ in range(times):
        workers = scene.instance.workers()
        for worker in workers:
            os.kill(worker, signal.SIGKILL)
        eventually(3, lambda: whole(scene, len(workers), set(workers)), "the killed workers are not replaced")
        scene.recovers(5)


@fault(short=1, whole=6)
def a_worker_is_stopped_and_replaced(scene: Scene, times: int) -> None:
    for number in range(times):
        workers = scene.instance.workers()
        worker = random.choice(scene.instance.workers(LANES[(number + 1) % 3]))
        os.kill(worker, signal.SIGSTOP)
        try:
            eventually(15, lambda: whole(scene, len(workers), {worker}), f"the stopped worker {worker} is not replaced")
        finally:
            if stat(worker):
                os.kill(worker, signal.SIGCONT)


@fault(short=1, whole=6)
def a_worker_is_stopped_for_a_second(scene: Scene, times: int) -> None:
    for number in range(times):
        worker = random.choice(scene.instance.workers(LANES[number % 3]))
        os.kill(worker, signal.SIGSTOP)
        time.sleep(1)
        os.kill(worker, signal.SIGCONT)
        time.sleep(0.5)


@fault(short=1, whole=10)
def all_workers_are_replaced_without_a_failed_request(scene: Scene, times: int) -> None:
    before = scene.tally.failed
    for _ in range(times):
        workers = scene.instance.workers()
        os.kill(scene.instance.process_id("vestibule"), signal.SIGHUP)
        eventually(20, lambda: whole(scene, len(workers), set(workers)), "the workers are not replaced")
    expect(scene.tally.failed == before, f"{scene.tally.failed - before} requests failed")
