"""Whom one is to meet, as an invitation names them: “You will meet Marcus Webb (Head of Data) and Dr Helen O'Shea”."""

import re
from collections.abc import Iterator, Sequence

from followup.exchange.found import Person
from followup.exchange.mail.about.contacts import MAIL
from followup.exchange.mail.about.role_words import has_job_word
from followup.exchange.mail.reading import Read
from followup.prose.name_parts import GIVEN, TITLES
from followup.prose.text import same

_PART = r"[A-Z\u00c0-\u00de\u0130][\w'\u2019-]+"
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Frau|Herrn?)\b\.?"
_SMALL = r"(?:van|von|de|der|den|da|di|la|zu)"
_NAME = re.compile(
    rf"(?P<titles>(?:{_TITLE} )*)(?P<name>{_PART}(?: [A-Z]\.)?(?: (?:{_SMALL} ){{0,2}}{_PART}){{0,3}})"
)
_MEETS = re.compile(
    r"\b(?:(?:you(?:'|\u2019)?ll|you will|you are|you(?:'|\u2019)re|will|to) (?:also )?(?:be )?"
    r"(?:meet(?:ing)?|see(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interviewed|joined)(?: by| to| with)?"
    r"|(?:interviews?|call|chat|conversation|meeting|talk|session|round|panel)(?: will be| is)? with"
    r"|(?:the )?(?:panel|interviewers?)(?: will be| are| is| consists of|:)"
    r"|(?i:ihre?|deine?) Gesprächspartner(?:in|innen)?(?: (?:sind|ist|werden|wird)(?: sein)?|:)"
    r"|(?:Gespräch|Termin|Interview|Telefonat|Vorstellungsgespräch)(?: \w+)? mit"
    r"|(?:treffen|lernen|sprechen) (?:Sie|wir|du) (?:dort |dabei |dann |mit )?|(?:dabei|teil)(?: sein)?(?: werden)?:?"
    r"|(?:sind|ist) (?:auch |außerdem )?dabei:?)[ :]+",
    re.IGNORECASE,
)
_COME_TOO = re.compile(
    r"\b(?:will (?:also )?(?:be there|join|interview|meet|lead)|(?:is|are) (?:also )?(?:joining|there)"
    r"|(?:ist|sind|wird|werden) (?:auch |ebenfalls |mit )?(?:dabei|anwesend)"
    r"|(?:nimmt|nehmen) (?:auch )?teil)\b"
)
# What they are, before the next name: “, our Head of Data,” and “(marcus@…)”.
_ASIDE = re.compile(
    r"\s*\([^()]*\)|,? <[^<>]*>"
    r"|, (?!(?:and|und|sowie)\b)[^,.;()]{3,45}(?=,| and | und | sowie |[.;]|$)"
)
_NEXT = re.compile(
    r"\s*(?:, (?:and|und|sowie)|,|;|&|and|und|sowie) "
    r"(?:(?:with|mit|our|the|unsere[rn]?|der|die) (?:\w+ ){0,3})?"
)
_MOST, _LOOKED = 6, 600  # people; characters of a sentence


def named(reads: Sequence[Read], reader: str) -> tuple[Person, ...]:
    """Who is named as met, with their address where it stands beside the name; not the `reader`."""
    found: list[Person] = []
    for read in reads:
        for person in _named_in(read.text[:_LOOKED]):
            known = any(same(person.name or "", each.name or "") for each in found)
            if not known and not _is_of(person.name or "", reader):
                found.append(person)
    return tuple(found[:_MOST])


def _named_in(text: str) -> Iterator[Person]:
    for lead in _MEETS.finditer(text):
        yield from _listed(text, lead.end())
    if _somebody(text, 0) and _COME_TOO.search(text):
        yield from _listed(text, 0)


def _listed(text: str, at: int) -> Iterator[Person]:
    """The people from a place on, one behind the other."""
    while found := _somebody(text, at):
        end, at = found.end(), len(text)
        while True:
            link = _NEXT.match(text, end)
            if link and _somebody(text, link.end()):
                at = link.end()
                break
            aside = _ASIDE.match(text, end)
            if aside is None:
                break
            end = aside.end()
        address = MAIL.search(text, found.end(), end)
        yield Person(f"{found['titles']}{found['name']}".strip(), address[0] if address else None)


def _somebody(text: str, at: int) -> re.Match[str] | None:
    """A name that stands there: by a title before it, or a given name at its head and another behind it."""
    found = _NAME.match(text, at)
    if found is None or has_job_word(found["name"]):
        return None
    first, *more = found["name"].split()
    given = first.casefold() in GIVEN["f"] | GIVEN["m"]
    titled = bool(found["titles"]) or first.rstrip(".").casefold() in TITLES
    return found if titled or (given and more) else None


def _is_of(name: str, reader: str) -> bool:
    """Whether it is the reader's own name, or a part of it."""
    return bool(reader) and {*name.casefold().split()} <= {*reader.casefold().split()}
