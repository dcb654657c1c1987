"""Cookies with which nobody may get into the service or the folder, though some of them are good elsewhere."""

from collections.abc import Iterator
from string import ascii_letters, digits
from urllib.parse import parse_qs, urlsplit

from gated import cookie_at, gated, on_the_way, pass_of
from person import somebody
from sites import folder, service
from target import Target, new_token
from traveller import Traveller, arrived


def cookie_lines(target: Target, ada: Traveller) -> Iterator[bytes]:
    """Headers, the first of which is none. Ada has arrived at the service, the folder and the site whose answers are cached."""
    site, real = service(target), pass_of(ada, service(target))
    name, session = cookie_at(site), target.cookie("session")
    cookies = [f"{name}={value}" for value in impostures(target, ada)] + misspelt(name, real, pass_of(ada, folder(target)))
    cookies += [f"{session}={ada.cookies_at(target)[session]}", f"__Host-vestibule-site={real}"]
    yield b""
    yield from (b"Cookie: " + cookie.encode("latin-1") for cookie in cookies)
    for line in ("Cookie: {0}\r\nCookie: {0}", "Cookie : {0}", "Cookie:\r\n {0}", "Co\0kie: {0}", "cookie={0}"):
        yield line.format(f"{name}={real}").encode()


def impostures(target: Target, ada: Traveller) -> list[str]:
    """Values that were good once, or are good for something else."""
    site = service(target)
    return [new_token(), pass_of(ada, gated(target, "cached")), ada.cookies_at(site)[cookie_at(site, "entry")],
            ada.cookies_at(target)[target.cookie("session")], renewed(target), unused_code(target), stored(target),
            *(pass_of(over(target), site) for over in (signed_out, disabled, demoted))]


def misspelt(name: str, real: str, another: str) -> list[str]:
    """What a good cookie becomes when it is not shown as it was given."""
    last = [digit for digit in ascii_letters + digits + "-_" if digit != real[-1]]
    return [
        f"{name}={real}; {name}={real}", f"{name}={real}; {name}={another}", f"{name}={real}; {name}=",
        f"{name}=; {name}={real}", f"{name}={real};{name}=", f"{name}={real}x", f"x{name}={real}", f"{name}={real[:-1]}",
        *(f"{name}={real[:-1]}{digit}" for digit in last), f"{name}={real[:-1]}", f"{name}={real[1:]}",
        f"{name}={real.swapcase()}", f'{name}="{real}"', f"{name}='{real}'", f"{name}= {real}", f"{name}={real} ; a=b",
        f"{name} ={real}", f"{name}\t={real}", f"\t{name}={real}", f"{name}=\t{real}", f"{name.upper()}={real}",
        f"{name}={real}=", f"{name}=={real}", f"={real}", real, f"{name}:{real}", f"{name}={real},{name}={real}",
        f"a=b,{name}={real}", f"{name}={real}%00", f"{name}=%20{real}", f"{name}={real}\x80", f"{name}={real}\0",
        f"{name}\0={real}", f"{name}={real}\x0b", f"\xa0{name}={real}", f"{name}=", f"{name}={'A' * 43}",
        f"{name}={'A' * 7_000}", f"{';' * 4_000}", f"{'a=b; ' * 900}{name}x={real}", f"{name}[]={real}", f"{name}=null",
        f"{name}=../{real}", f"{name}=' OR 1=1 -- ", f"{name.replace('site', 'session')}={real}",
        f"{name.replace('site', 'entry')}={real}", f"{name.replace('-site', '')}={real}",
        f"$Version=1; {name}={real}; {name}={real}", f"{name}={real}\\"]


def signed_out(target: Target) -> Traveller:
    traveller = arrived(target, somebody(target), folder(target), service(target))
    traveller.open(f"{target.origin}/my")
    traveller.press("Sign out")
    return traveller


def disabled(target: Target) -> Traveller:
    person = somebody(target)
    traveller = arrived(target, person, folder(target), service(target))
    target.vestibule("account", "disable", person.email)
    return traveller


def demoted(target: Target) -> Traveller:
    person = somebody(target, "Sue Super", "super-admin")
    traveller = arrived(target, person, folder(target), service(target))
    target.vestibule("account", "set-role", person.email, "user")
    return traveller


def renewed(target: Target) -> str:
    """A pass in whose place the same browser has got a newer one."""
    site = service(target)
    traveller = arrived(target, somebody(target), site)
    old = traveller.cookies_at(site).pop(cookie_at(site))
    traveller.open(f"{site.origin}/")
    return old


def unused_code(target: Target) -> str:
    _, address = on_the_way(target, somebody(target), service(target))
    return parse_qs(urlsplit(address).query)["code"][0]


def stored(target: Target) -> str:
    """What the database keeps of a pass, spelt as a cookie."""
    arrived(target, somebody(target), service(target))
    kept = target.sql("SELECT TO_BASE64(id) FROM site_sessions LIMIT 1")[0][0]
    return kept.replace("+", "-").replace("/", "_").rstrip("=")
