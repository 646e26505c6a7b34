"""The people of an invitation: who invites, who comes, whom the text names; no rooms, no machines, not the user."""

import re
from collections.abc import Iterable

import icalendar

from followup.exchange.found import Person
from followup.exchange.hosts import sentences_in, whom_one_meets
from followup.exchange.senders import is_machine
from followup.model.fact import clean_line
from followup.prose.names import full_name
from followup.prose.text import same

_ROOM = re.compile(
    r"\b(?:room|raum|conference|boardroom|huddle|meeting ?room|projector|resource|floor|seats?)\b|^conf[\s-]",
    re.IGNORECASE,
)
_ROOM_MAIL = re.compile(
    r"resource\.calendar\.google\.com|^(?:room|conf|raum|mr|meetingroom)[\w.-]*@", re.IGNORECASE
)
_MAX_TEXT, _MAX_PEOPLE = 20_000, 100


def _address(value: object) -> str | None:
    text = clean_line(str(value)).strip()
    text = re.sub(r"^mailto:", "", text, flags=re.IGNORECASE).strip()
    return text.lower() if "@" in text and not text.startswith("invalid") else None


def _person(value: icalendar.vCalAddress) -> Person:
    email = _address(value)
    name = clean_line(str(value.params.get("CN", ""))).strip().strip("\"'").strip()
    if not name or "@" in name:
        return Person(None, email or (_address(name) if "@" in name else None))
    return Person(full_name(name), email)


def _each(event: icalendar.Event, name: str) -> list[icalendar.vCalAddress]:
    values = event.get(name, [])
    values = values if isinstance(values, list) else [values]
    return [each for each in values[:_MAX_PEOPLE] if isinstance(each, icalendar.vCalAddress)]


def _is_room(value: icalendar.vCalAddress, person: Person) -> bool:
    kind = str(value.params.get("CUTYPE", "")).upper()
    shared = str(value.params.get("ROLE", "")).upper() == "NON-PARTICIPANT"
    return (
        kind in ("ROOM", "RESOURCE")
        or shared
        or bool(_ROOM.search(person.name or "") or _ROOM_MAIL.search(person.email or ""))
    )


def organizer_of(event: icalendar.Event) -> Person | None:
    """Who invites; a SENT-BY is only whose hand sent it."""
    found = [_person(each) for each in _each(event, "ORGANIZER")]
    return found[0] if found and not is_machine(found[0].email) else None


def _domain(person: Person) -> str:
    return (person.email or "").rpartition("@")[2]


def _guests(event: icalendar.Event, organizer: Person | None, mine: frozenset[str]) -> list[Person]:
    """Who is asked to come. Where the user's address is unknown, they are the only guest from elsewhere."""
    pairs = [(each, _person(each)) for each in _each(event, "ATTENDEE")]
    people = [
        person
        for value, person in pairs
        if not _is_room(value, person)
        and not is_machine(person.email)
        and (person.name or person.email)
    ]
    people = [
        one for one in people if not organizer or one.email is None or one.email != organizer.email
    ]
    if mine:
        return [one for one in people if one.email not in mine]
    if organizer:
        elsewhere = [one for one in people if _domain(one) != _domain(organizer)]
        if len(elsewhere) == 1:
            return [one for one in people if one is not elsewhere[0]]
        if len(people) == 1:
            return []
    return people


def people_of(
    event: icalendar.Event, text: str, mine: frozenset[str], my_name: str
) -> tuple[Person, ...]:
    """Everybody to meet, each once: the organiser, the guests, whom the text names. `mine`: the user's addresses."""
    organizer = organizer_of(event)
    first = [organizer] if organizer and organizer.email not in mine else []
    met = whom_one_meets(sentences_in(text[:_MAX_TEXT]), my_name)
    return tuple(_once([*first, *_guests(event, organizer, mine), *met], my_name))


def _once(people: Iterable[Person], my_name: str) -> Iterable[Person]:
    seen: list[Person] = []
    for one in people:
        if one.name and my_name and same(one.name, my_name):
            continue
        if any(
            (one.name and other.name and same(one.name, other.name))
            or (one.email and one.email == other.email)
            for other in seen
        ):
            continue
        seen.append(one)
        yield one
