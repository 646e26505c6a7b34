"""The languages that letters are written in: for each a folder of letters under `data/templates` and a grammar here.

A country may write one in its own way: American English, Austrian and Swiss German.
"""

import re
from collections.abc import Mapping
from datetime import date

from followup.messages.languages.de import German
from followup.messages.languages.en import English
from followup.messages.languages.es import Spanish
from followup.messages.languages.fr import French
from followup.messages.languages.grammar import Grammar
from followup.prose.jotted import code_of

_AMERICAN: Mapping[str, str] = {
    "favour": "favor",
    "apologise": "apologize",
    "practise": "practice",
    "straight away": "right away",
    "ring me": "call me",
    "ring you": "call you",
    "rang me": "called me",
    "you rang": "you called",
    "Do get in touch": "Please get in touch",
    "my CV": "my résumé",
    "very keen to": "very eager to",
    "very keen": "very interested",
    "the keener I was on the job": "the more excited I was about the job",
    "keen on the job": "excited about the job",
    "as keen as": "as interested as",
    "delighted to join": "thrilled to join",
    "Many thanks": "Thank you so much",
    "a pity": "a shame",
    "in my diary": "on my calendar",
    "out of your diary": "off your calendar",
}
_BRITISH = re.compile("|".join(rf"\b{re.escape(said)}\b" for said in _AMERICAN))


class American(English):
    """“November 10”, “Ms. Lowe”, “right away”."""

    forms: Mapping[str, str] = {"f": "Ms.", "m": "Mr."}
    a_time = "{weekday}, {day} at {time}"

    def day(self, day: date, today: date) -> str:
        year = f", {day.year}" if day.year != today.year else ""
        return f"{self.months[day.month - 1]} {day.day}{year}"

    def by_day(self, day: date, today: date) -> str:
        return super().by_day(day, today).replace("day ", "day, ")

    def spelt(self, text: str) -> str:
        return _BRITISH.sub(lambda found: _AMERICAN[found[0]], text)


class AustrianGerman(German):
    """“Im Jänner”."""

    months = ("Jänner", *German.months[1:])


class SwissGerman(German):
    """No ß, and “Freundliche Grüsse”."""

    sign_offs = {"first": "Liebe Grüsse", "formal": "Freundliche Grüsse"}  # noqa: RUF012 (a constant of the class)
    stiff = "Freundliche Grüsse"

    def spelt(self, text: str) -> str:
        return text.replace("ß", "ss")


LANGUAGES: Mapping[str, Grammar] = {
    grammar.code: grammar for grammar in (English(), German(), French(), Spanish())
}
ENGLISH = LANGUAGES["en"]
_REGIONAL: Mapping[str, Grammar] = {
    "en-us": American(),
    "de-at": AustrianGerman(),
    **dict.fromkeys(("de-ch", "de-li"), SwissGerman()),
}


def ways_to_write(code: str) -> tuple[Grammar, ...]:
    """The grammars of a language, one for each way in which a country writes it."""
    return tuple(g for g in (*LANGUAGES.values(), *_REGIONAL.values()) if g.code == code)


def grammar_of(language: str | None, country: str | None = None) -> Grammar:
    """The grammar of a language tag (“de-AT” is German), as the tag's region or else the country writes it.

    English for what is not known here.
    """
    tag = (language or "").strip().casefold()
    known = LANGUAGES.get(code_of(tag), ENGLISH)
    return _REGIONAL.get(f"{known.code}-{tag[3:5] or (country or '').strip().casefold()}", known)
