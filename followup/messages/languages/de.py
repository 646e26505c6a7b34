"""German: “Sehr geehrte Frau Dr. Sorel” and Sie, or “Liebe Lena” and du, by the terms with that person."""

import re
from datetime import date

from followup.messages.languages.german_things import with_article
from followup.messages.languages.grammar import Grammar, Listener, Telling, mentions
from followup.messages.languages.thoughts import is_german_sentence, tidied
from followup.model.vocabulary import Frame, Terms
from followup.prose.name_parts import gender_of, read_name
from followup.prose.names import first_name, full_name, greeting_name
from followup.prose.text import same_week, weeks

_NUMBERS = ("", "einer", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht")
_WEEK = 7
_OF_ONES_OWN = re.compile(r"(?i)\b(?:ich|wir|mir|mich|mein\w*)\b")
_I_DID = re.compile(
    r"(?i)^(?:habe|hatte|bin|war|kenne|arbeite\w*|leite\w*|führ(?:e|te)|baute?|betreue\w*|kam|lernte)\b"
)
# “… umgehe wenn ein Amt nicht antwortet”
_COMMA = re.compile(
    r"(?<=\w)(?<!\bund)(?<!\boder)(?<!\bals)(?<!\bauch)(?<!\bnur)(?<!\bselbst)(?<!\berst)(?<!\bso)(?<!\bwie)"
    r" (?=(?:wenn|weil|dass|ob|obwohl)\s)"
)
_A_MAIN_CLAUSE = re.compile(
    r"(?i)^(?:dass\b|\w+ (?:habe|bin|kann|war|hatte|würde|möchte|arbeite|mache|kenne|spreche|ist|sind|hat)\b(?=.* ))"
)
_A_THING_OF_MINE = re.compile(
    r"(?i)^(?:meine|unsere|die|das|diese|dieses)\s"
)  # which is called the same behind “an”
_A_TIME = re.compile(r"(?i)^(?:\d+|\w+) (?:jahre?|monate?)\b")
_A_VIEW = re.compile(r"(?i)\b(?:soll(?:te)?n?|muss|müssen|darf|dürfen|zählt)\b")
_WE = {"wir": ("Sie", "ihr"), "unser": ("Ihr", "euer"), "uns": ("", "euch")}
_THEIRS = {"wir": "sie", "unser": "ihr", "uns": ""}
_SUBORDINATE = re.compile(
    r", (?:wer|wie|was|wo|ob|dass|warum|wann|welche\w*|in|mit|auf|die|der|das|den|dem)\b"
)
_CLAUSE = re.compile(
    r"(?i)(?:wie|was|wer|wo\w*|warum|wann|ob|dass|daß|weshalb)\s"
)  # follows no “über”
_OURS = re.compile(r"(?i)\b(wir|uns|unser)(e[nmrs]?|s)?\b")
_ENDS = {"sind": "seid", "haben": "habt", "werden": "werdet", "müssen": "müsst", "wissen": "wisst"}


def _neutral(name: str) -> str:
    """The name in a greeting without Frau or Herr: “Dr. Sorel”, else the whole name."""
    return greeting_name(name) if read_name(name).spoken_titles else full_name(name)


class German(Grammar):
    """Behind the greeting's comma a letter goes on with a small letter; its first lines are written so."""

    code, name, and_ = "de", "German", "und"
    at = "bei"
    lately = ("heute", "gestern")
    asked_for = "die Unterlagen"
    recalls = "Ich denke gern an unser Gespräch über {{ thing }}."
    familiar = r"du|dir|dich|dein\w*|euch|eure?\w*"
    client = {"first": "deinem Kunden", "formal": "Ihrem Kunden"}  # noqa: RUF012 (a constant of the class)
    months = (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    )
    weekdays = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    sign_offs = {"first": "Viele Grüße", "formal": "Mit freundlichen Grüßen"}  # noqa: RUF012 (a constant of the class)
    stiff = "Mit freundlichen Grüßen"

    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:  # noqa: ARG002 (the terms say it)
        if terms == "first":
            word = {"f": "Liebe", "m": "Lieber"}.get(gender_of(name), "Hallo")
            return f"{word} {first_name(name)},"
        called = self.address(name, {"f": "Frau", "m": "Herr"})
        if not called:
            return f"Guten Tag {_neutral(name)},"
        return f"Sehr geehrte{'r' if called.startswith('Herr') else ''} {called},"

    def spoken(self, name: str, terms: Terms) -> str:
        if terms == "first":
            return f"Hallo {first_name(name)}"
        return f"Guten Tag {self.address(name, {'f': 'Frau', 'm': 'Herr'}) or _neutral(name)}"

    def colleague(self, name: str, terms: Terms) -> str:
        known = terms == "formal" and self.address(name, {"f": "Frau", "m": "Herr"})
        return known or super().colleague(name, terms)

    def named(self, name: str) -> str:
        return self.address(name, {"f": "Frau", "m": "Herrn"}) or full_name(name)

    def greeting_team(self, company: str) -> str:
        return (
            f"Guten Tag, liebes Team von {company},"
            if company
            else "Sehr geehrte Damen und Herren,"
        )

    def team(self, company: str) -> str:
        return company or "Ihrem Unternehmen"

    def the_role(self, role: str) -> str:
        return f"die Stelle als {role}" if role else "die Stelle"

    def since(self, days: int) -> str:
        whole, about = weeks(days)
        if not whole:
            return "einigen Tagen"
        noun = "Woche" if whole == 1 else "Wochen"
        word = {-1: "knapp ", 0: "", 1: "gut "}[about]
        return f"{word}{_NUMBERS[whole]} {noun}" if whole < len(_NUMBERS) else "einiger Zeit"

    def day(self, day: date, today: date) -> str:
        year = f" {day.year}" if day.year != today.year else ""
        return f"{day.day}. {self.months[day.month - 1]}{year}"

    def on_day(self, day: date, today: date) -> str:
        if word := self.just(day, today):
            return word
        near = 0 <= (today - day).days < _WEEK
        return f"am {self.weekdays[day.weekday()] if near else self.day(day, today)}"

    def weekday(self, day: date, today: date) -> str:
        near = super().weekday(day, today)
        return near if near in (*self.weekdays, *self.lately) else f"den {near}"

    def until(self, day: date, today: date) -> str:
        near = super().weekday(day, today)
        if near in self.weekdays:
            return f"{near} dieser Woche" if same_week(day, today) else f"letzten {near}"
        return near if near in self.lately else f"zum {near}"

    def by_day(self, day: date, today: date) -> str:
        near = 0 <= (day - today).days <= 2 * _WEEK
        return (
            f"{self.weekdays[day.weekday()]}, den {self.day(day, today)},"
            if near
            else self.day(day, today)
        )

    def in_month(self, day: date) -> str:
        return f"im {self.months[day.month - 1]}"

    def said(self, text: str, frame: Frame, to: Listener) -> str | None:
        text = re.sub(r"(?i)^(?:dass|daß)\s+", "", text) if frame == "that" else text
        if frame == "about":
            if _CLAUSE.match(text):
                return None
            text = re.sub(r"^[Dd]er\s", "den ", re.sub(r"(?i)^über\s+", "", text))
            text = f"{text}," if _SUBORDINATE.search(text) else text
        if text.endswith("?"):
            return f"„{text[0].upper()}{text[1:]}“" if frame == "question" else None
        found = _their_we(_COMMA.sub(", ", text), to)
        return None if found is None or mentions(found, to.name) else found

    def as_subject(self, thing: str) -> str:
        return re.sub(r"^den\b", "der", with_article(thing)) or thing

    def as_object(self, thing: str) -> str:
        return with_article(thing)

    def own(self, text: str, frame: Frame | None) -> str:
        return f"dass {text}" if frame == "that" and not _A_MAIN_CLAUSE.match(text) else text

    def clause(self, tie: str) -> str:
        tie = tidied(tie)
        if _I_DID.match(tie):
            return f"Ich {tie[0].lower()}{tie[1:]}"
        if _A_TIME.match(tie) and not _OF_ONES_OWN.search(tie):
            return f"Ich bringe {tie[0].lower()}{tie[1:]} mit"
        if is_german_sentence(tie):
            return tie
        if not _A_THING_OF_MINE.match(tie):
            return ""
        thing, comma, of_it = tie.partition(",")
        return f"Ich dachte dabei an {thing[0].lower()}{thing[1:]}{comma}{of_it}"

    def moment(self, frame: Frame, text: str, to: Listener) -> str:
        your = "deine" if to.terms == "first" else "Ihre"
        if frame == "about":
            with_ = f" mit {_by(to.speaker)}" if to.speaker else ""
            return f"{'unser' if to.met else 'das'} Gespräch{'' if to.met else with_} über {text}"
        thing = "Bemerkung, dass" if frame == "that" else "Frage,"
        if text.startswith("„"):
            by = f" von {_by(to.speaker)}" if to.speaker and not to.spoke else ""
            return f"{your if to.spoke else 'die'} Frage{by} {text}"
        if to.spoke:
            return f"{your} {thing} {text},"
        if not to.speaker:
            return f"die {thing} {text},"
        if to.speaker[-1:] in "sxzß" or to.speaker.startswith(("Frau ", "Herr ")):
            noun, _, link = thing.partition(",")
            return f"die {noun} von {_by(to.speaker)},{link} {text},"
        return f"{to.speaker}s {thing} {text},"

    def reported(self, frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:
        you, by_them = ("du", "du hast") if to.terms == "first" else ("Sie", "Sie haben")
        who = by_them if to.spoke else f"{to.speaker} hat" if to.speaker else ""
        if frame == "that" and as_ == "heard":
            return f"{f'von {_by(to.speaker)} ' if to.speaker else ''}zu hören, dass {text}"
        if frame == "that" and as_ == "agreed":
            like = f"wie {you if to.spoke else to.speaker}" if who else "auch"
            return f"{like}, dass {text}" if _A_VIEW.search(text) else ""
        if frame == "that":
            return f"{who} gesagt, dass {text}" if who else f"mir wurde gesagt, dass {text}"
        if frame != "question":
            return ""
        asked = f": {text}" if text.startswith("„") else f", {text}"
        return f"{who} mich gefragt{asked}" if who else f"ich wurde gefragt{asked}"


def _by(speaker: str) -> str:
    """Somebody's name behind “von” or “mit”."""
    return re.sub(r"^Herr\b", "Herrn", speaker)


def _their_we(text: str, to: Listener) -> str | None:
    """“Wir” of a note of what they said as “Sie” or “ihr”; None where its forms are not sure."""
    if not _OURS.search(text):
        return text
    if re.search(r"(?i)\b(?:gemeinsam|zusammen|beide)\b", text):
        return text
    first = to.terms == "first" and to.inside
    table = {word: both[first] for word, both in _WE.items()} if to.inside else _THEIRS
    if any(not table[match[1].casefold()] for match in _OURS.finditer(text)):
        return None

    def say(match: re.Match[str]) -> str:
        word = table[match[1].casefold()]
        return f"{'eur' if word == 'euer' and match[2] else word}{match[2] or ''}"

    said = _OURS.sub(say, text)
    if not (first and re.search(r"(?i)\bwir\b", text)):
        return said
    head, _, verb = said.rpartition(" ")
    ending = _ENDS.get(verb, "")
    if not ending and verb.endswith(("ern", "eln")):
        ending = f"{verb[:-1]}t"
    elif not ending and verb.endswith("en"):
        ending = f"{verb[:-2]}{'et' if verb[-3:-2] in 'td' else 't'}"
    return f"{head} {ending}" if ending and "," not in said else None
