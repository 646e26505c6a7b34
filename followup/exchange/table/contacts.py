"""Who is named in a row: a name, an address or both, and what they are by the name of the column."""

import re
from collections.abc import Iterable, Mapping

from followup.exchange.found import Person
from followup.model.vocabulary import Role
from followup.prose.names import full_name

_WITH_MAIL = re.compile(
    r"(?P<name>[^<>(]*)[<(]\s*(?:mailto:)?(?P<mail>[^<>()\s]+@[^<>()\s]+)\s*[>)]"
)
_MAIL = re.compile(r"[^\s<>(),;]+@[^\s<>(),;]+\.\w+")
NOTHING = re.compile(r"(?:-+|\u2013|—|n/?a|none|null|nan|tbd|\?|no|nein|false|☐)", re.IGNORECASE)
_CONTACTS: Mapping[str, Role] = {
    "interviewer": "interviewer",
    "hiring manager": "hiring_manager",
    "recruiter": "recruiter",
    "hr": "hr",
}


def person_in(said: str, email: str) -> Person | None:
    """Who is meant by what the columns of the contact and of their address say; None where nobody is."""
    both = _WITH_MAIL.search(said)
    address = _MAIL.search(both["mail"] if both else said) or _MAIL.search(email)
    name = (both["name"] if both else _MAIL.sub("", said)).strip(" ,;\"'-")
    if NOTHING.fullmatch(name):
        name = ""
    if not name and not address:
        return None
    return Person(full_name(name) if name else None, address.group().lower() if address else None)


def contact_of(columns: Iterable[str]) -> Role:
    """What a contact is, by the names of the columns: a recruiter, where they do not tell."""
    names = " ".join(columns).casefold()
    return next((role for word, role in _CONTACTS.items() if word in names), "recruiter")
