"""German: “Sehr geehrte Frau Dr. Sorel” and Sie, or “Liebe Lena” and du, by the terms with that person."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from followup.messages.languages.german import details, points, thoughts
from followup.messages.languages.german.companies import (
    at_company,
    of_company,
    of_one,
    the_position,
    with_its_own_word,
)
from followup.messages.languages.german.compounds import is_dialect, unknown_words
from followup.messages.languages.german.details import CLAUSE, SUBORDINATE
from followup.messages.languages.german.halves.answers import answer_said, forgotten, is_to_do
from followup.messages.languages.german.halves.brought import (
    THOUGHT_OF,
    thing_of_mine,
    thought_said,
)
from followup.messages.languages.german.sure import is_sure, is_sure_of_me, stands_as_typed
from followup.messages.languages.german.things import of_mine, the_round, with_article
from followup.messages.languages.german.typed import nouns_large
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import one_line
from followup.messages.languages.listener import Listener
from followup.model.vocabulary import Frame, Mode, Terms
from followup.prose.address import gender_of
from followup.prose.names import first_name, full_name
from followup.prose.text import same_week, weeks

_NUMBERS = ("", "einer", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht")
_WEEK = 7
_A_MAIN_CLAUSE = re.compile(
    r"(?i)^(?:dass\b|\w+ (?:habe|bin|kann|war|hatte|würde|möchte|arbeite|mache|kenne|spreche|ist|sind|hat)\b(?=.* ))"
)
_OF_THE_TALK = re.compile(
    r"\b(?:geredet|gesprochen|gefragt)\b"
)  # and nothing that was left unsaid in it
_SENDING = re.compile(
    r"(?i)(?<=\w) (?:noch )?(?:(?:nach|zu|mit|rüber)?(?:schicken|senden|reichen|mailen|bringen|liefern)|vorlegen)$"
)
_OF_AN_ORDER = re.compile(r"(?i)(?:schwester|äbtissin|bruder|pater|abt) [^,]+$")
_BY_MACHINE = re.compile(r"zeitversetzt|aufgezeichnet|automatisiert|digital")


class German(Grammar):
    """Behind the greeting's comma a letter goes on with a small letter; its first lines are written so."""

    code, name, and_ = "de", "German", "und"
    at = "bei"
    lately = ("heute", "gestern")
    greets = r"(?:Sehr geehrte[rs]?|Liebe[rs]?|Guten Tag|Hallo|Moin|Servus|Hoi|Grü(?:[ßs]+ (?:Gott|dich)|ezi))\b"
    asked_for, they_wrote = "die Unterlagen", "Am {day} um {time} schrieb {who}:"
    a_time = "{weekday}, {day}, um {time} Uhr"
    recalls = "Ich denke gern an unser Gespräch über {{ thing }}."
    to_begin, i = thoughts.TO_BEGIN, "ich"
    since_then = r"seit\w*|inzwischen|mittlerweile"
    familiar = r"du|dir|dich|dein\w*|euch|eure?\w*"
    client = {"first": "deinem Kunden", "formal": "Ihrem Kunden"}  # noqa: RUF012 (a constant of the class)
    months = (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    )
    weekdays = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    sign_offs = {"first": "Viele Grüße", "formal": "Mit freundlichen Grüßen"}  # noqa: RUF012 (a constant of the class)
    stiff, curt = "Mit freundlichen Grüßen", r"(?:lg|vg|gru(?:ß|ss))"

    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:  # noqa: ARG002 (the terms say it)
        if terms == "first":
            word = {"f": "Liebe", "m": "Lieber"}.get(gender_of(name), "Hallo")
            return f"{word} {first_name(name)},"
        called = self.address(name, {"f": "Frau", "m": "Herr"})
        if not called:
            return f"Guten Tag {full_name(name)},"
        a_man = called.startswith(("Herr", "Bruder", "Pater", "Abt"))
        return f"Sehr geehrte{'r' if a_man else ''} {called},"

    def address(self, name: str, words: Mapping[str, str]) -> str:
        """As everywhere, but “Schwester Monika” is nobody's Frau Monika."""
        return name if _OF_AN_ORDER.match(name) else super().address(name, words)

    def spoken(self, name: str, terms: Terms) -> str:
        if terms == "first":
            return f"Hallo {first_name(name)}"
        return f"Guten Tag {self.address(name, {'f': 'Frau', 'm': 'Herr'}) or full_name(name)}"

    def colleague(self, name: str, terms: Terms) -> str:
        if terms == "first":
            return super().colleague(name, terms)
        return self.address(name, {"f": "Frau", "m": "Herr"}) or full_name(name)

    def named(self, name: str) -> str:
        return self.address(name, {"f": "Frau", "m": "Herrn"}) or full_name(name)

    def greeting_team(self, company: str) -> str:
        return (
            f"Guten Tag, liebes Team {of_company(company)},"
            if company
            else "Sehr geehrte Damen und Herren,"
        )

    def team(self, company: str) -> str:
        return company or "Ihrem Unternehmen"

    def the_role(self, role: str) -> str:
        return the_position(role) if role else "die Stelle"

    def of_one(self, role: str, gender: str) -> str:
        return of_one(role, gender)

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
        if (day - today).days == 1:
            return "morgen"
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
            else f"zum {self.day(day, today)}"
        )

    def roughly(self, day: date, today: date) -> str:
        year = f" {day.year}" if day.year != today.year else ""
        word = "Anfang" if day.day == 1 else "Ende" if (day + timedelta(days=1)).day == 1 else ""
        return (
            f"{word} {self.months[day.month - 1]}{year}" if word else f"zum {self.day(day, today)}"
        )

    def by_machine(self, round_name: str) -> str:
        how = _BY_MACHINE.search(round_name.casefold())
        return f"das {how[0]}e Interview" if how else "das KI-Interview"

    def talk(self, round_name: str, mode: Mode | None = None, *, again: bool = False) -> str:  # noqa: ARG002 (its name tells)
        talk = the_round(round_name)
        return "das Telefonat" if mode == "phone" and talk == "das Gespräch" else talk

    def in_month(self, day: date) -> str:
        return f"im {self.months[day.month - 1]}"

    def said(self, text: str, frame: Frame, to: Listener) -> str | None:
        return details.said(text, frame, to)

    def asked(self, text: str) -> str:
        bare = one_line(
            re.sub(
                r"(?i)^(?:sie|du|er) (?:wollten?|wolltest|hat|haben|hatten?) (?:wissen|gefragt),?\s+",
                "",
                text,
            )
        )
        return (
            f"{bare},"
            if CLAUSE.match(f"{bare} ") or re.match(r"(?i)(?:bis|ab) wann\b", bare)
            else ""
        )

    def thing(self, text: str) -> str:
        return nouns_large(_SENDING.sub("", super().thing(text)))

    def as_subject(self, thing: str) -> str:
        """What they owe, in German as an object, so that no verb needs its number."""
        return with_article(thing)

    def as_object(self, thing: str) -> str:
        return of_mine(thing)

    def at_company(self, company: str) -> str:
        return at_company(company)

    def own(self, text: str, frame: Frame | None) -> str:
        if _OF_THE_TALK.search(text) or text.startswith(THOUGHT_OF):
            return ""
        if frame != "that" or _A_MAIN_CLAUSE.match(text):
            return forgotten(text) or text
        return forgotten(text) or forgotten(f"dass {text}") or f"dass {text}"

    def clause(self, tie: str, frame: Frame | None = None) -> str:
        if frame == "question":
            said = "" if is_to_do(tie) else thought_said(tie)
            said = said or answer_said(tie)
        else:
            said = ("" if frame else forgotten(tie)) or thought_said(tie)
        if not said or is_dialect(said):
            return ""
        return said if stands_as_typed(one_line(tie), said) or is_sure_of_me(said) else ""

    def unclear(self, tie: str) -> str:
        if words := unknown_words(said := thought_said(tie)):
            return f"has a word that no list of words knows: say “{words[0]}” another way."
        in_two_ways = "could be read in two ways: say it in short, plain sentences."
        return in_two_ways if said else super().unclear(tie)

    def brought(self, tie: str) -> str:
        thing = thing_of_mine(tie)
        return thing if is_sure(f"{THOUGHT_OF}{thing}") else ""

    because = staticmethod(thoughts.because)
    added = staticmethod(thoughts.added)
    of_somebody = staticmethod(thoughts.of_somebody)
    nature_of = staticmethod(points.nature_of)

    def closed(self, letter: str, values: Mapping[str, object]) -> str:
        for name in ("thing", "moment", "second", "brought"):
            if SUBORDINATE.search(str(values[name])):
                letter = re.sub(
                    rf"(\{{\{{ {name}(?: \| capital)? \}}\}}) (?=[a-zäöü])", r"\1, ", letter
                )
        return with_its_own_word(letter, str(values["role"]))

    kinds_of = staticmethod(points.kinds_of)
    moment = staticmethod(details.moment)
    reported = staticmethod(details.reported)
    proposed = staticmethod(details.proposed)

    def liked(self, text: str) -> str:
        return f"dass {text}" if text[:1] != "„" and points.speaks_for_them(text) else ""
