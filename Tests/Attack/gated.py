"""The sites of nginx/sites.conf, and how somebody gets into them."""

from instance import Instance
from person import Person
from sites import Site, configured
from traveller import Traveller

# What every protected page says, and no other.
INSIDE = "Inside the "


def gated(instance: Instance, name: str) -> Site:
    """The site whose host begins so."""
    return Site(next(origin for origin in configured(instance) if origin.startswith(f"http://{name}.")), INSIDE)


def cookie_at(site: Site, kind: str = "site") -> str:
    """The name of a cookie of ours at a site."""
    return f"vestibule-{site.port}-{kind}"


def pass_of(traveller: Traveller, site: Site) -> str:
    """The cookie that lets somebody in who has arrived at a site."""
    return traveller.cookies_at(site)[cookie_at(site)]


def on_the_way(instance: Instance, person: Person, site: Site) -> tuple[Traveller, str]:
    """Somebody who is signed in, and the address at which the site will take them over."""
    traveller = Traveller(instance)
    traveller.sign_in(person)
    answer = traveller.ask("GET", f"{site.origin}/")
    return traveller, traveller.ask("GET", answer.header("Location")).header("Location")
