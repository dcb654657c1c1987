"""nginx is given a new configuration, or starts anew, amid people who sign in."""

import time

from counted import Unanswered
from faults import fault
from runner import expect
from scene import Scene


@fault(short=5, whole=20)
def nginx_is_reloaded_without_a_failed_request(scene: Scene, times: int) -> None:
    before = scene.tally.failed
    for _ in range(times):
        scene.door.reload()
        time.sleep(0.3)
    expect(scene.tally.failed == before, f"{scene.tally.failed - before} requests failed")


@fault(short=1, whole=5)
def nginx_is_restarted_within_a_second(scene: Scene, times: int) -> None:
    for _ in range(times):
        began = time.monotonic()
        scene.door.stop()
        scene.door.start()
        while not _answers(scene):
            time.sleep(0.02)
        gap = time.monotonic() - began
        expect(gap <= 1, f"nobody was let in for {gap:.1f} s")
        time.sleep(0.5)


def _answers(scene: Scene) -> bool:
    try:
        return scene.browser().ask("GET", "/login").status == 200
    except Unanswered:
        return False
