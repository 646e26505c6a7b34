"""Whom one is to meet, as a mail or an event names them: “You will meet Marcus Webb (CTO) and Dr Helen O'Shea”.

Who stands there is sure by a title or a known given name; beside somebody who is, or behind “Interviewer:”, so are two
words that are written like a name.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from followup.exchange.found import Person
from followup.exchange.senders import MAIL
from followup.prose.name_parts import ANY_GIVEN, TITLES
from followup.prose.text import same
from followup.prose.word_lists import word_list

_PART = r"[A-Z\u00c0-\u00de\u0130][\w'\u2019-]+"
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Frau|Herrn?)\b\.?"
_SMALL = r"(?:van|von|de|der|den|del|da|di|la|le|zu|al|el|bin)"
_NAME = re.compile(
    rf"(?P<titles>(?:{_TITLE} )*)(?P<name>{_PART}(?: [A-Z]\.)?(?: (?:{_SMALL} ){{0,2}}{_PART}){{0,3}})"
)
_ALSO = r"(?:(?:auch|außerdem|ebenfalls|noch|dort|dabei|dann|mit|zudem|also|both|von unserer seite) ){0,2}"
# Behind these stands whom one meets, and nobody else.
_LABEL = (
    r"(?:interviewers?|your interviewer|hosts?|hosted by|panel(?:l?ists)?|participants"
    r"|(?:gesprächs)?teilnehmer(?:in|innen)?|(?:(?:ihre?|deine?) )?gesprächspartner(?:in|innen)?)"
    r"(?: (?:will be|are|is|consists of|sind|ist|werden|wird)(?: sein)?|[:\t])"
)
_VERB = (
    r"(?:(?:you(?:'|\u2019)?ll|you will|you are|you(?:'|\u2019)re|will|to) (?:also )?(?:be )?"
    r"(?:meet(?:ing)?|see(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?|interviewed|joined)(?: by| to| with)?"
    r"|^\W*(?:meet(?:ing)?|speak(?:ing)?|talk(?:ing)?|chat(?:ting)?)(?: to| with)?|interviewed by"
    r"|(?:interviews?|call|chat|conversation|meeting|talk|session|round|panel)(?: will be| is)? with"
    r"|(?:gespräch|termin|interview|telefonat|vorstellungsgespräch)(?: \w+)? mit"
    rf"|(?:treffen|lernen|sprechen) (?:sie|wir|du) {_ALSO}"
    rf"|(?:sie|du) (?:treffen|triffst|lernen|lernst|sprechen|sprichst) {_ALSO}"
    rf"|(?:gespräch|interview|termin) (?:führen|führt|leiten|leitet) {_ALSO}"
    rf"|mit (?:ihnen|dir) (?:sprechen|spricht|führen|führt) {_ALSO}|teilnehmen (?:werden|wird) {_ALSO}"
    r"|(?:sie werden|du wirst) (?=.{0,120}\b(?:treffen|kennenlernen|sprechen)\b)(?:\w+ )?(?:mit )?"
    r"|(?:ich werde|wir werden) (?:\w+ )?mit (?=.{0,120}\bgespräch (?:führen|leiten)\b)"
    r"|(?:gespräch|interview|termin) (?:wird|werden) (?:\w+ )?von"
    rf"|(?:(?:sind|ist|werden|wird) {_ALSO})?dabei(?: (?:sein|sind|ist))?(?: (?:werden|wird))? ?{_ALSO}:?)"
)
_LEADS = re.compile(rf"\b(?P<label>{_LABEL})[ :\t]+|(?:\b|^){_VERB}[ :\t]*", re.IGNORECASE)
# “Maria Silva will join us”, “nehmen Frau Nowak und Herr Lang teil”.
_COME_TOO = re.compile(
    r"\b(?:will (?:also )?(?:be (?:there|interviewing|meeting|joining|talking|speaking)|join|interview|meet|lead)"
    r"|(?:is|are) (?:also )?(?:joining|there)|(?:ist|sind|wird|werden)\b.{0,80} (?:dabei|anwesend)"
    r"|(?:nimmt|nehmen)\b.* teil|teilnehmen|dabei sein)\b"
)
_WHO_COMES = re.compile(
    rf"^\W*|\b(?:nehmen|nimmt|werden|wird|sind|ist|seite) {_ALSO}", re.IGNORECASE
)
# What they are, before their name: “our CTO Marcus Webb”, “the Head of Data, Marcus Webb”.
_POST = re.compile(
    r"(?:our|the|your|my|unser\w{0,2}|der|die|dem|den) (?:[\w&/-]+,? ){1,5}", re.IGNORECASE
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
_SENTENCE = re.compile(
    r"\n+|(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bProf)[.!?]\s+(?=[^\W\d_a-zäöü])"
)
_NOBODY = word_list("job_words") | word_list("nobody", Path(__file__).with_name("words"))
_MOST, _LOOKED = 6, 600  # people; characters of a sentence


class _Named(NamedTuple):
    """Somebody in a list: `sure` by a title, or by given and family name; `alone` by a known given name."""

    person: Person
    sure: bool
    alone: bool


def whom_one_meets(sentences: Iterable[str], reader: str) -> tuple[Person, ...]:
    """Who is named as met, with their address where it stands beside the name; not the `reader`."""
    found: list[Person] = []
    for sentence in sentences:
        for person in _named_in(sentence[:_LOOKED]):
            known = any(same(person.name or "", each.name or "") for each in found)
            if not known and not _is_of(person.name or "", reader):
                found.append(person)
    return tuple(found[:_MOST])


def sentences_in(text: str) -> list[str]:
    """The sentences and lines of an event's text."""
    return [one for one in _SENTENCE.split(text) if one.strip()]


def _named_in(text: str) -> Iterator[Person]:
    for lead in _LEADS.finditer(text):
        yield from _meant(
            [*_listed(text, _name_at(text, lead.end()))], labelled=bool(lead["label"])
        )
    if _COME_TOO.search(text):
        for lead in _WHO_COMES.finditer(text):
            yield from _meant([*_listed(text, lead.end())], labelled=False)


def _meant(named: list[_Named], *, labelled: bool) -> Iterator[Person]:
    """Of those in a list who are people: all, where one of them surely is, or where nobody else could stand there."""
    given = len(named) > 1 and all(each.alone for each in named)
    if labelled or given or any(each.sure for each in named):
        yield from (each.person for each in named)


def _listed(text: str, at: int) -> Iterator[_Named]:
    """Who may be people from a place on, one behind the other."""
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
        titles = found["titles"].replace("Herrn", "Herr")
        person = Person(f"{titles}{found['name']}".strip(), address[0] if address else None)
        known = found["name"].split()[0].casefold() in ANY_GIVEN
        yield _Named(person, _is_sure(found), known)


def _somebody(text: str, at: int) -> re.Match[str] | None:
    """What is written like a name there: behind a title, by a known given name, or two words that are no post's."""
    found = _NAME.match(text, at)
    if found is None:
        return None
    first, *more = (word.casefold() for word in found["name"].split())
    if found["titles"] or (first in ANY_GIVEN and not more):
        return found
    posts = [word for word in (first, *more) if word in _NOBODY]
    if first in _NOBODY or len(posts) > (1 if first in ANY_GIVEN else 0) or (posts and more[1:]):
        return (
            None  # “Sara Baker” is somebody, “Marcus Webb Manager” and “Customer Success” are not
        )
    return found if more else None


def _is_sure(found: re.Match[str]) -> bool:
    """Whether a name is one by a title, or by a known given name before another."""
    first, *more = found["name"].split()
    titled = bool(found["titles"]) or first.rstrip(".").casefold() in TITLES
    return titled or (first.casefold() in ANY_GIVEN and bool(more))


def _name_at(text: str, at: int) -> int:
    """Where the first name stands: at a place, or behind what they are (“our CTO Marcus Webb”)."""
    post = _POST.match(text, at)
    starts = [found.end() for found in re.finditer(" ", post[0])] if post else []
    names = ((at + start, _somebody(text, at + start)) for start in starts)
    return next((start for start, found in names if found and _is_sure(found)), at)


def _is_of(name: str, reader: str) -> bool:
    """Whether it is the reader's own name, or a part of it."""
    return bool(reader) and {*name.casefold().split()} <= {*reader.casefold().split()}
