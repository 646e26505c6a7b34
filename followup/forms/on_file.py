"""Who is on file already and may belong to what is being entered: nobody is typed a second time. Pure."""

from collections.abc import Iterable
from datetime import date

from followup.forms.checking import Typed
from followup.forms.fields import Fields, add_person
from followup.model.fact import shown
from followup.model.facts import Application, Person
from followup.playbook.case import address_key, employer

_SAME = ("name", "role", "email", "phone", "linkedin", "rapport", "terms")
_LONGEST = 200


def on_file(typed: Typed, applications: Iterable[Application], today: date) -> list[Person]:
    """The people of the typed employer, then those of agencies, of other applications: each once, none who left.

    Not those who stand in the form.
    """
    company = shown(str(typed["company"] or "").strip(), _LONGEST)
    if not company:
        return []
    here = employer(Application(id=typed["id"], company=company, role=""))
    entered = {name for row in typed["people"] for name in _names(typed, row)}
    others = [each for each in applications if each.id != typed["id"]]
    found = [p for each in others if employer(each) == here for p in each.people]
    found += [p for each in others for p in each.people if p.role == "agency"]
    left: list[Person] = []
    for person in found:
        names = {person.name.casefold(), address_key(person)} - {""}
        gone = person.left is not None and person.left <= today
        if person.name and not gone and not names & entered:
            left.append(person)
            entered |= names
    return left


def _names(typed: Typed, row: str) -> set[str]:
    texts = (str(typed.get(f"{name}_{row}") or "") for name in ("name", "email"))
    return {" ".join(text.split()).casefold() for text in texts} - {""}


def add_known(fields: Fields, person: Person) -> str:
    """Adds somebody who is on file as one more person, in the place of an empty row; gives the row's id."""
    empty = [row for row in fields["people"] if not _names(fields, row)]
    row = empty[0] if empty else add_person(fields)
    fields |= {f"{name}_{row}": getattr(person, name) for name in _SAME}
    return row
