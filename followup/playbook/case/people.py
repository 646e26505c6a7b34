"""Who is there to be written to: at which employer, who left or is away long, whom a role stands for (PLAYBOOK 3)."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import category

from followup.model.fact import once
from followup.model.facts import Application, Person, Touchpoint
from followup.model.times import Clock
from followup.prose.names import without_form

_UNKNOWN: Final = frozenset({"", "unknown", "confidential", "na", "tbd"})


_NAMES: Final = (
    1 << 16
)  # of companies that are kept as they are compared and called: all of a large search


@lru_cache(maxsize=_NAMES)
def _folded(company: str) -> str:
    """The name, case, spacing, punctuation, “and” and legal forms at its end aside; “” where it names nobody.

    One without letters is its pictures (“🦄 🚀”): what is punctuation or signs alone (“^”, “+”) is no name.
    """
    bare = re.sub(
        r"(?<=\w)(?:\W+(?:and|und))?\W+co(?:mpany)?\W*$", "", without_form(company).casefold()
    )
    bare = re.sub(r"(?<=\w)\s+(?:and|und|et|y|e)\s+(?=\w)", " ", bare)  # as “&” is no part of it
    name = "".join(re.findall(r"[^\W_]+", re.sub(r"[.'\u2019]", "", bare)))
    name = name or "".join(sign for sign in company if category(sign) == "So")
    return "" if name in _UNKNOWN else name


# What stands in the field of an agency that does not say for whom: it is no name.
_UNNAMED: Final = re.compile(
    r"^[\W_]*$|^(?:[Aa]n?|[Ee]ine?|[Uu]ne?|[Uu]na)\s+(?:[a-zäöü]|Bank\b|Kunde\b|Firma\b|Mittelst)"
    r"|(?i:^(?:unnamed|undisclosed|unknown|confidential|anonymous|secret|stealth|not\s+(?:named|disclosed)|n/?a|tb[ad]"
    r"|ungenannt\w*|unbekannt\w*|vertraulich\w*|anonym\w*|geheim\w*|confidenti?el\w*|confidencial)\b)"
    r"|(?i:^(?:end\s)?(?:client|customer|kunde|mandant|company|firma|employer|unternehmen|startup|start-up)"
    r"(?:\s+(?:in|from|via|near|bei|aus|von|nahe|des|der)\b.*)?$)"
)
_SMALL_WORDS: Final = frozenset({"and", "of", "the", "und", "von", "der", "et", "de", "y"})
_SHORT_NAME: Final = (
    4  # letters of a name that is said letter by letter, or is written large: IBM, IKEA
)


@lru_cache(maxsize=_NAMES)
def called(company: str) -> str:
    """The name as one says it: no legal form at its end, capitals taken back; "" where the field names nobody.

    “KOCH & SÖHNE GMBH” is Koch & Söhne, IKEA stays IKEA, “Unnamed client in Hamburg” is nobody.
    """
    said = " ".join(company.split())
    if _UNNAMED.search(said):
        return ""
    words = without_form(said).split(" ")
    if said.isupper() and (len(words) > 1 or len(words[0]) > _SHORT_NAME):
        words = [_taken_back(word, first=n == 0) for n, word in enumerate(words)]
    return " ".join(words)


def _taken_back(word: str, *, first: bool) -> str:
    if word.casefold() in _SMALL_WORDS and not first:
        return word.lower()
    if not re.search(r"[AEIOUYÄÖÜ]", word) or not word.isalpha():
        return word.title() if "-" in word else word
    return word.capitalize()


def company_name(application: Application) -> str:
    """The employer as a page names it; one that is not known by its agency: “Client of Gus Hill”, or unnamed."""
    said = " ".join(application.company.split())
    if _folded(said):
        return said
    agency = next((p.name for p in application.people if p.role == "agency"), "")
    return f"Client of {agency}" if agency.strip() else "Unnamed employer"


def company_in_prose(application: Application) -> str:
    """The same inside a sentence: “Globex”, “a client of Gus Hill”, “an unnamed employer”."""
    name = company_name(application)
    if _folded(application.company):
        return name
    return f"{'an' if name.startswith('U') else 'a'} {name[:1].lower()}{name[1:]}"


def employer(application: Application) -> str:
    """What is the same for all applications at one employer; one whose company is not known has one of its own."""
    name = _folded(application.company)
    return name if name not in _UNKNOWN else f"?{application.id}"


@once
def by_employer(applications: tuple[Application, ...]) -> dict[str, list[Application]]:
    """The applications of a search by their employers."""
    found: dict[str, list[Application]] = {}
    for each in applications:
        found.setdefault(employer(each), []).append(each)
    return found


def address_key(person: Person) -> str:
    """The e-mail address as it is compared; “” where it is not known."""
    return person.email.strip().casefold()


def with_addresses(application: Application, there: Iterable[Application]) -> Application:
    """The application, its people with what is known of them `there`: where the same name is at the same employer.

    An address, number or profile is lent where none is on file here and all others agree; a first name alone is no one
    person's.
    """
    others = [each for each in there if each.id != application.id]
    if not others or all(p.email and p.phone and p.linkedin for p in application.people):
        return application
    known: dict[str, list[Person]] = {}
    for person in (p for each in others for p in each.people if p.left is None):
        known.setdefault(_same_name(person), []).append(person)
    people = tuple(_lent(p, known.get(_same_name(p), ())) for p in application.people)
    return application if people == application.people else application.replace(people=people)


def _same_name(person: Person) -> str:
    return " ".join(person.name.casefold().split())


def _lent(person: Person, known: Sequence[Person]) -> Person:
    if not known or " " not in person.name.strip():
        return person
    lent = {}
    for name in ("email", "phone", "linkedin"):
        found = {value.casefold(): value for p in known if (value := getattr(p, name).strip())}
        if len(found) == 1 and not getattr(person, name).strip():
            (lent[name],) = found.values()
    return person.replace(**lent) if lent else person


@once
def by_address(applications: tuple[Application, ...]) -> dict[str, list[Application]]:
    """The applications of a search by the e-mail addresses of their people."""
    found: dict[str, list[Application]] = {}
    for each in applications:
        for address in {address_key(person) for person in each.people}:
            found.setdefault(address, []).append(each)
    return found


# Who is written to first; of those who decide, the one who wrote last.
HUMANS = ("recruiter", "hr", "hiring_manager")
ADDRESSEES = (*HUMANS, "interviewer", "agency")
LONG = 28  # days off, beyond which an out-of-office holds nothing (4.4)


def is_long(away: Touchpoint, clock: Clock) -> bool:
    """Whether an out-of-office names a return that is too far off to wait for (4.4)."""
    return away.back_on is not None and (away.back_on - clock.day(away.at)).days > LONG


def long_away(
    automatic: Iterable[Touchpoint], messages: Sequence[Touchpoint], clock: Clock
) -> frozenset[str]:
    """The ids of those who are away for long: until they are back, or their own next message."""
    return frozenset(
        person
        for away in automatic
        if away.purpose == "out_of_office" and is_long(away, clock)
        for person in away.people
        if away.back_on
        and clock.now < clock.start(away.back_on)
        and not any(person in m.people and m.at > away.at for m in messages)
    )


def in_role(people: Iterable[Person], roles: Sequence[str]) -> list[Person]:
    """The people in these roles, by the roles' order, then by name and id."""
    found = [p for p in people if p.role in roles]
    return sorted(found, key=lambda p: (roles.index(p.role), p.name, p.id))


def wrote_last(people: Iterable[Person], messages: Sequence[Touchpoint]) -> Iterator[Person]:
    """Of those who decide, who wrote, the last one first."""
    last = {key: m.at for m in messages for key in m.people}  # oldest first, so that the last stays
    found = [p for p in in_role(people, HUMANS) if p.id in last]
    yield from sorted(found, key=lambda p: last[p.id], reverse=True)


def still_there(
    people: Sequence[Person], gone: Callable[[Person], bool], away: Collection[str] = ()
) -> Person | None:
    """The first who is there; where nobody is, the first who has not left, else the first at all."""
    present = [p for p in people if not gone(p)]
    reachable = [p for p in present if p.id not in away]
    return next(iter((*reachable, *present, *people)), None)
