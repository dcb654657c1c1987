"""The audit log in the console: found, paged through, downloaded, and verified after somebody tampered with it."""

import csv
import io
import subprocess
from urllib.parse import quote

from selenium.webdriver.support.select import Select

from browser import Browser
from instance import Instance
from person import Person, somebody
from runner import eventually, expect, expect_equal, test
from two_factor import both
from visitor import Visitor


def somebody_refused(instance: Instance, times: int) -> Person:
    """Somebody who was refused the console so many times."""
    ada = somebody(instance)
    visitor = Visitor(instance)
    visitor.sign_in(ada)
    for _ in range(times):
        visitor.open("/admin")
    return ada


def verify(instance: Instance) -> str:
    """What the command line finds in the log."""
    command = [str(instance.state / "vestibule"), "audit", "verify"]
    return subprocess.run(command, text=True, capture_output=True, timeout=60).stdout


def rows(browser: Browser) -> int:
    return len(browser.all("ol.rows li"))


@both
def what_happened_to_somebody_is_found(instance: Instance, javascript: bool) -> None:
    ada = somebody_refused(instance, 2)
    with Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance, "Mary Admin", "admin"))
        browser.press("Audit log")
        browser.fill("Person", ada.email)
        browser.press("Filter")
        expect_equal(rows(browser), 4, "the rows about somebody who was added, signed in and was refused twice")
        Select(browser.field("Event")).select_by_visible_text("Opening a page for administrators refused")
        browser.press("Filter")
        expect_equal(rows(browser), 2, "the rows of one event")
        expect(browser.shows(f"By {ada.name} ({ada.email})") and browser.shows("From 127."), f"not told: {browser.text!r}")
        titles = [it.get_attribute("title") for it in browser.all("ol.rows time")]
        expect(all(title.endswith("Z") and "." in title for title in titles), f"the exact times are {titles}")
        browser.fill("Address", "192.0.2.1")
        browser.press("Filter")
        expect(browser.shows("Nothing like that has happened."), f"an empty list says {browser.text[:300]!r}")
        browser.fill("Person", "nobody@example.test")
        browser.press("Filter")
        expect(browser.shows("Nobody here has this address."), f"an unknown person: {browser.text[:300]!r}")
        expect_equal(browser.field("Person").get_attribute("value"), "nobody@example.test", "what was typed")
        expect(browser.driver.title.startswith("Error: "), "the title does not say that something is wrong")


@both
def pages_lead_there_and_back(instance: Instance, javascript: bool) -> None:
    ada = somebody_refused(instance, 120)
    with Browser(instance, javascript) as browser:
        browser.sign_in(somebody(instance, "Mary Admin", "admin"))
        browser.open(f"/admin/audit?person={quote(ada.email)}")
        counts = [rows(browser)]
        while browser.all("a[rel=next]"):
            browser.press("Older")
            counts.append(rows(browser))
        expect_equal(counts, [50, 50, 22], "the rows of the pages")
        for _ in counts[1:]:
            browser.press("Newer")
        expect(not browser.all("a[rel=prev]"), "the first page leads to a newer one")
        expect_equal(rows(browser), 50, "the rows of the first page")


@test
def the_download_keeps_the_filters_and_is_whole(instance: Instance) -> None:
    ada = somebody_refused(instance, 1)
    visitor = Visitor(instance)
    visitor.sign_in(somebody(instance, "Mary Admin", "admin"))
    answer = visitor.open(f"/admin/audit.csv?person={quote(ada.email)}&event=access-denied")
    expect_equal(answer.status, 200, "the status of the download")
    lines = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    expect_equal([(row["event"], row["result"], row["account"]) for row in lines],
                 [("access-denied", "refused", ada.email)], "the rows of the file")


@test
def a_row_that_root_removes_is_missed(instance: Instance) -> None:
    somebody_refused(instance, 3)
    last = instance.count("SELECT MAX(id) FROM audit")
    eventually(150, lambda: instance.count("SELECT COALESCE(MAX(last_id), 0) FROM audit_seals") >= last, "nothing is sealed")
    instance.sql(f"UPDATE audit SET event = 'signed-in' WHERE id = {last}")
    expect(f"row {last} was changed" in verify(instance), "a changed row is not found")
    instance.sql(f"UPDATE audit SET event = 'access-denied' WHERE id = {last}")
    expect(f"row {last} " not in verify(instance), "a row that is as it was is called changed")
    instance.sql(f"CREATE TABLE kept AS SELECT * FROM audit WHERE id = {last}; DELETE FROM audit WHERE id = {last}")
    expect(f"row {last} is missing" in verify(instance), "a row that is gone is not missed")
    instance.sql("INSERT INTO audit SELECT * FROM kept; DROP TABLE kept")
    expect(f"row {last} " not in verify(instance), "a row that is there again is missed")
