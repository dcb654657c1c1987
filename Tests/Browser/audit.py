"""Judges the screen that a browser shows; each function returns the faults that it finds, in words."""

from selenium.webdriver import ActionChains, Keys

from browser import Browser
from two_factor import scan as scan_picture

# What a person can see and use just now: in an open dialog, nothing outside of it.
USABLE = """
const usable = (it) => it.checkVisibility() && !it.disabled && !document.querySelector('dialog:not([open])')?.contains(it)
    && (!document.querySelector('dialog[open]') || document.querySelector('dialog[open]').contains(it));
const named = (it) => (it.id || it.name || it.innerText || it.tagName).trim();
const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')].filter(usable);
"""
CONTRAST = """
const parse = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return { r, g, b, a }; };
const light = ({ r, g, b }) => [r, g, b].map((c) => c / 255)
    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (it) => {
  for (; it; it = it.parentElement) {
    const colour = parse(getComputedStyle(it).backgroundColor);
    if (colour.a > 0.99) return colour;
  }
  return { r: 255, g: 255, b: 255 };
};
const faults = [];
for (const it of document.querySelectorAll('body *')) {
  const text = [...it.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('')
      || (it.matches('input:not([type=hidden])') ? it.value : '');
  if (!text || !it.checkVisibility() || it.closest('.skip, .announcer')) continue;
  const [a, b] = [light(parse(getComputedStyle(it).color)), light(ground(it))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) faults.push(`${text.slice(0, 30)} has only ${ratio.toFixed(2)} : 1`);
}
return faults;
"""


def outline(browser: Browser) -> list[str]:
    counts = {selector: len(browser.all(selector)) for selector in ("h1", "main", "html[lang=en]", "meta[name=viewport]")}
    faults = [f"{count} of {selector}" for selector, count in counts.items() if count != 1]
    if " – " not in browser.driver.title:
        faults.append(f"the title {browser.driver.title!r}")
    refused = bool(browser.all("[aria-invalid=true], .notice.rose"))
    if refused and not browser.driver.title.startswith("Error: "):
        faults.append("an error that the title does not begin with")
    return faults


def names(browser: Browser) -> list[str]:
    script = USABLE + "return controls.filter((it) => !(it.labels?.length && it.labels[0].innerText.trim()) " \
        "&& !it.innerText.trim()).map((it) => it.outerHTML.slice(0, 80))"
    return [f"no name on {control}" for control in browser.driver.execute_script(script)]


def focus(browser: Browser) -> list[str]:
    """Presses the tab key all around the page, and names the controls that were never reached or show no ring."""
    # A field for a time has a stop for each of its parts, and one for its calendar.
    begin = USABLE + "document.activeElement?.blur(); window.reached = new Set(); window.ringless = new Set(); " \
        "return controls.length + 7 * controls.filter((it) => it.type === 'datetime-local').length"
    note = "const it = document.activeElement; window.reached.add(it); " \
        "if (it.matches('a, button, input, summary') && getComputedStyle(it).outlineStyle === 'none') ringless.add(it)"
    count = browser.driver.execute_script(begin)
    for _ in range(count + 4):
        ActionChains(browser.driver).send_keys(Keys.TAB).perform()
        browser.driver.execute_script(note)
    left, ringless = browser.driver.execute_script(
        USABLE + "return [controls.filter((it) => !reached.has(it)).map(named), [...ringless].map(named)]")
    return [f"{name!r} is not reached" for name in left] + [f"{name!r} shows no ring" for name in ringless]


def width(browser: Browser, pixels: int) -> list[str]:
    over = browser.driver.execute_script("return document.documentElement.scrollWidth") - pixels
    return [f"{over} px too wide at {pixels}"] if over > 0 else []


def contrast(browser: Browser) -> list[str]:
    return list(browser.driver.execute_script(CONTRAST))


def targets(browser: Browser) -> list[str]:
    """The controls, links within a sentence aside, that are less than 44 px high."""
    script = USABLE + "return controls.filter((it) => !it.matches('p a, .skip')).map((it) => it.matches('[type=checkbox]') " \
        "? it.closest('label') : it).filter((it) => it.getBoundingClientRect().height < 43.5)" \
        ".map((it) => `${named(it)} is ${Math.round(it.getBoundingClientRect().height)} px high`)"
    return list(browser.driver.execute_script(script))


def scan(browser: Browser) -> list[str]:
    if not browser.all(".qr"):
        return []
    try:
        scan_picture(browser)
    except AssertionError as error:
        return [str(error)]
    return []
