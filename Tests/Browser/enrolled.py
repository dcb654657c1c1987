"""People with two-factor."""

from instance import Instance
from person import Person, somebody
from phone import Phone
from visitor import Visitor


def enrolled(instance: Instance) -> tuple[Person, Phone, list[str]]:
    """Somebody with a phone and recovery codes, whose browsers are all signed out."""
    ada, visitor = somebody(instance), Visitor(instance)
    visitor.sign_in(ada)
    phone, codes = visitor.enrol()
    visitor.press("Sign out")
    return ada, phone, codes
