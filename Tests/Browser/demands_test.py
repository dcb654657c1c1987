"""What a part of a site demands beyond a session: another role, a second factor, a code that is not old."""

from browser import Browser
from enrolled import enrolled
from instance import Instance
from person import somebody
from runner import expect, expect_equal, test
from security_settings_test import forget_policy
from service import served
from sites import demonstration, service
from sites_test import expect_to_stand_at
from traveller import arrived
from two_factor import both, confirm, scan


@both
def whoever_must_set_two_factor_up_does_so_and_comes_back(instance: Instance, javascript: bool) -> None:
    site = demonstration(instance)
    with Browser(instance, javascript) as browser:
        browser.open(f"{site.origin}/")
        browser.give(somebody(instance))
        expect_to_stand_at(browser, f"{site.origin}/")
        try:
            instance.vestibule("settings", "set", "require-mfa-for-everyone", "on")
            browser.open(f"{site.origin}/report?year=2026")
            expect(browser.path.startswith("/my/profile/two-factor"), f"Ada is sent to {browser.path}")
            browser.press("Enable two-factor")
            confirm(browser, scan(browser).code())
            browser.press(f"Continue to {site.host}")
            expect_to_stand_at(browser, f"{site.origin}/report?year=2026")
        finally:
            forget_policy(instance)


@both
def whose_code_is_old_gives_another_and_comes_back(instance: Instance, javascript: bool) -> None:
    ada, phone, _ = enrolled(instance)
    vault = f"{demonstration(instance).origin}/vault/?door=2"
    with Browser(instance, javascript) as browser:
        browser.open(vault)
        browser.give(ada, phone)
        expect_to_stand_at(browser, vault)
        instance.sql("UPDATE sessions SET second_factor_at = second_factor_at - 301000000; "
                     "UPDATE site_sessions SET second_factor_at = second_factor_at - 301000000")
        browser.open(f"{demonstration(instance).origin}/")
        expect(browser.shows("Let in by the gate"), "a page that demands no code is closed")
        browser.open(vault)
        expect(browser.shows("Two-factor verification"), f"Ada sees {browser.text!r}")
        browser.fill("Authenticator code", phone.code())
        browser.press("Verify")
        expect_to_stand_at(browser, vault)


@test
def whose_role_is_another_is_told_so_and_led_nowhere(instance: Instance) -> None:
    site = demonstration(instance)
    answer = arrived(instance, somebody(instance), site).open(f"{site.origin}/admin/")
    expect_equal((answer.status, answer.page.tags.count("h1")), (403, 1), "the status and the headings")
    expect("This page is not for your account" in answer.page.text, f"the page says {answer.page.text!r}")


@test
def who_demands_are_made_of_sees_the_page_only_when_all_are_met(instance: Instance) -> None:
    site, people = service(instance), {role: somebody(instance, role=role) for role in ("user", "admin", "super-admin")}
    wanted = {"/": (200, 200, 200), "/administrators/": (403, 200, 200), "/misspelt/": (403, 403, 403), "/two-factor/": (303, 303, 303)}
    with served(instance):
        travellers = [arrived(instance, person, site) for person in people.values()]
        for path, expected in wanted.items():
            answers = [traveller.ask("GET", site.origin + path) for traveller in travellers]
            expect_equal(tuple(answer.status for answer in answers), expected, f"the statuses of {path}")
            expect_equal([site.words in answer.text for answer in answers], [status == 200 for status in expected], path)
