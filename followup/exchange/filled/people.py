"""Who is named in a file: those who are on file already, and those who could be entered."""

from collections.abc import Iterable, Sequence

from followup.exchange.found import Person as Named
from followup.exchange.senders import is_agency, is_machine, is_mailbox, is_service, is_team
from followup.model.fact import shown
from followup.model.facts import Application, Person, new_id
from followup.model.vocabulary import Role
from followup.prose.text import same

_LONGEST = 120


def known(named: Named | None, application: Application) -> Person | None:
    """The person of the application who is meant: by address, else by name."""
    return among(named, application.people)


def among(named: Named | Person | None, people: Sequence[Person]) -> Person | None:
    """Who of these is meant: by address, else by name."""
    if named is None:
        return None
    email = (named.email or "").lower()
    by_address = (p for p in people if email and p.email.lower() == email)
    by_name = (p for p in people if named.name and same(p.name, named.name))
    return next(by_address, None) or next(by_name, None)


def is_somebody(named: Named | None) -> bool:
    """Whether it is somebody whom one could enter and write to: no machine, and no team without an address."""
    if named is None or is_machine(named.email) or is_service(named.email):
        return False
    return bool(named.email or (named.name and not is_team(named.name)))


def newcomers(
    named: Iterable[tuple[Named | None, Role]], here: Sequence[Person]
) -> tuple[Person, ...]:
    """Those who are not on file (`here`) yet, each once, with the role that is likely."""
    found: list[Person] = []
    for each, role in named:
        if each is None or not is_somebody(each) or among(each, (*here, *found)):
            continue
        name = _name_of(each)
        found.append(
            Person(
                id=new_id(),
                name=shown(name, _LONGEST),
                email=(each.email or "").lower(),
                role="agency" if is_agency(each.email) else role,
            )
        )
    return tuple(found)


def _name_of(named: Named) -> str:
    """Their name, else what stands before the @; none of a mailbox of nobody in particular: “bewerbung@…”."""
    name, email = named.name or "", named.email or ""
    local = email.partition("@")[0]
    called_so = local.casefold() in name.casefold()  # “Bewerbung Globex”
    if is_mailbox("", email) and (called_so or is_mailbox(name, email)):
        return ""
    return name or local
