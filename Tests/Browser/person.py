"""Invents people, each with an account of their own."""

import itertools
import secrets
from dataclasses import dataclass

from instance import Instance

_number = itertools.count(1)


@dataclass(frozen=True)
class Person:
    name: str
    email: str
    password: str


def somebody(instance: Instance, name: str = "Ada Lovelace", role: str = "user") -> Person:
    """A new person with an account and a password that nobody else has."""
    first = name.split()[0].lower()
    email = f"{first}.{next(_number)}.{secrets.token_hex(3)}@example.test"
    person = Person(name, email, f"correct horse {secrets.token_urlsafe(12)} & 100%")
    instance.add_account(person.email, person.name, person.password, role)
    return person
