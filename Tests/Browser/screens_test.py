"""Every screen, wide and narrow, light and dark: pictures for people to look at, and what a script can judge."""

from functools import cache

import walk
from instance import Instance
from runner import expect, expect_equal, test
from walk import Screen


@cache
def screens(instance: Instance) -> list[Screen]:
    return walk.every_screen(instance)


def expect_everywhere(instance: Instance, what: str) -> None:
    """Fails with every screen that has something to say about `what`."""
    faults = [f"{screen.name}: {fault}" for screen in screens(instance) for fault in screen.faults[what]]
    expect(not faults, "; ".join(dict.fromkeys(faults)))


@test
def every_screen_can_be_looked_at(instance: Instance) -> None:
    pictures = list((instance.state / "screenshots").glob("*.png")) if screens(instance) else []
    expect_equal(len(pictures), 4 * len(screens(instance)), "the number of pictures")


@test
def every_screen_has_one_heading_a_language_and_a_title(instance: Instance) -> None:
    expect_everywhere(instance, "outline")


@test
def every_field_has_a_label_and_every_button_a_name(instance: Instance) -> None:
    expect_everywhere(instance, "names")


@test
def the_tab_key_reaches_every_control(instance: Instance) -> None:
    expect_everywhere(instance, "focus")


@test
def no_screen_is_wider_than_the_window(instance: Instance) -> None:
    expect_everywhere(instance, "width")


@test
def every_text_stands_out_from_its_ground(instance: Instance) -> None:
    expect_everywhere(instance, "contrast")


@test
def every_target_is_large_enough(instance: Instance) -> None:
    expect_everywhere(instance, "targets")


@test
def the_picture_can_be_scanned_in_the_dark(instance: Instance) -> None:
    expect_everywhere(instance, "scan")
