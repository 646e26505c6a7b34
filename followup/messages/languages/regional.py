"""Languages as a country writes them: American English, Austrian and Swiss German."""

import re
from collections.abc import Mapping
from datetime import date

from followup.messages.languages.de import German
from followup.messages.languages.en import English

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
