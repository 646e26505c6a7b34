"""From a letter back to a template: names, company, role, days and what was said as the fields that say them."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from followup.messages.field_list import THOUGHTS
from followup.messages.fields import values
from followup.messages.languages import grammar_of, ways_to_write
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import raised
from followup.messages.languages.listener import Listener
from followup.messages.occasion import Occasion
from followup.messages.specifics import suggest_specifics
from followup.messages.templates import built_in
from followup.messages.things import role_title
from followup.model.facts import Facts
from followup.playbook.case import called
from followup.prose.names import parts
from followup.prose.text import flatten

ALWAYS = frozenset({
    "person.greeting", "person.name", "person.named", "person.first_name", "company", "role", "the_role",
    "interview.day", "interview.date",
})  # fmt: skip
"""What a letter has, or names as missing: a sentence with one of these needs no condition."""

_PUT_BACK = (
    *("they_asked", "they_said", "heard", "agreed", "liked", "told_of", "thing", "moment", *THOUGHTS),
    *("second", "missed", "my_question", "person.name", "person.greeting", "person.first_name"),
    *("talked_of", "their_question", "point", "length", "ai_round"),
    *("interviewer.name", "interviewers", "colleagues", "the_role", "role", "company", "other_role"),
    *("promise.text", "promise.object", "owed", "task", "task_object", "awaited", "promise.day"),
    *("interview.day", "interview.date", "talk"),
    *("decision_day", "decision_ahead", "owed_day", "offer_day", "answer_day", "deadline_day"),
    *("last_note_day", "task_day", "called_off_day", "ahead_day", "hold_until", "their_day"),
)  # fmt: skip
"""Where two say the same, the first is meant."""

_A_WEEK, _BY_THE_DAY = 7, (2, 10)  # days later: the second is told by its weekday, then by its date
_FIELD = re.compile(r"\{\{ ([\w.]+)(?: \| \w+)? \}\}")
_BEHIND = re.compile(
    r"(?i)\b(?:for|of|about|since|from|after|für|über|seit|von|nach|pour|de|depuis|por|desde) "
    r"\{\{ (interview)\.day \}\}"
)
_NO_END = r"(?<!\bDr\.)(?<!\bProf\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bNr\.)(?<!\b[A-Za-z]\.)(?<!\d\.)"
_BEGINS = r"(?=[\"„“¿¡(]?(?:[^\W\d_a-zà-ÿ]|\{\{))"
_SENTENCE_END = re.compile(rf"(?<=\{{\{{ tie \}}\}})\s+|(?<=[.!?…]){_NO_END}\s+{_BEGINS}")
_A_MOMENT = re.compile(r"\b\d{1,2}(?:[:.]\d{2}\b|[./]\d{1,2}\b| ?(?:am|pm|Uhr)\b)")


def fields_in(text: str) -> tuple[str, ...]:
    """The fields that a text prints, in their order."""
    return tuple(_FIELD.findall(text))


def sentences_of(text: str) -> Iterator[str]:
    """The sentences of a paragraph; a field may begin one, a title or an initial ends none."""
    yield from filter(None, (said.strip() for said in _SENTENCE_END.split(" ".join(text.split()))))


def skeleton(text: str) -> str:
    """A sentence as it is compared: which fields stand where is no difference, nor are case, quotes and its stop."""
    return wording(_FIELD.sub("{}", text))


def wording(text: str) -> str:
    """A sentence as it recurs: case, quotes, a capital field and its stop are no difference."""
    plain = flatten(re.sub(r" \| \w+ \}\}", " }}", text)).casefold()
    return re.sub(r" (?=[,;:.?!])", "", " ".join(plain.split())).rstrip(" .!,")


@cache
def ours(language: str) -> frozenset[str]:
    """The skeletons of all sentences and subjects of our letters, in that language and in English."""
    letters = [t.letter for code in {language, "en"} for t in built_in(code) if t.letter]
    lines = {
        sentence.text
        for letter in letters
        for place in (letter.subject, *letter.places)
        for way in place.ways
        for sentence in way.sentences
    }
    bare = {re.sub(r"\{%.*?%\}", "", line) for line in lines}
    grammar = grammar_of(language)
    bare |= {line.replace("{{ talk }}", grammar.talk("")) for line in bare if "{{ talk }}" in line}
    whole = bare | {_by_whole_fields(line, grammar) for line in bare}
    said = {way.spelt(line) for way in ways_to_write(language) for line in whole}
    return frozenset(map(skeleton, said.union(*map(sentences_of, said))))


def _by_whole_fields(line: str, grammar: Grammar) -> str:
    """A line of ours in which what another field says whole is that one: “our conversation about” a thing."""
    said = line.replace(grammar.the_role("{{ role }}"), "{{ the_role }}")
    said = said.replace(grammar.own("{{ point }}", "that"), "{{ liked }}")
    for met in (True, False):
        to = Listener("", "formal", met=met)
        whole = grammar.moment("about", "{{ thing }}", to)
        said = said.replace(whole, "{{ moment }}").replace(raised(whole), "{{ moment }}")
    return said


@dataclass(frozen=True, slots=True)
class PutBack:
    """What a sent letter said of its occasion, by the words: the field that says it."""

    fields: Mapping[str, str]
    wanted: re.Pattern[str]

    def in_text(self, text: str) -> str:
        """The text with its fields in the place of what they said."""
        found = self.wanted.sub(lambda match: f"{{{{ {self.fields[match[0]]} }}}}", text)
        return _BEHIND.sub(lambda m: m[0].replace("interview.day", "interview.date"), found)


def put_back(occasion: Occasion, grammar: Grammar) -> PutBack:
    """The words to put back for the occasion of a sent letter."""
    said = suggest_specifics(occasion, grammar=grammar)
    every = [values(occasion, chosen, grammar) for chosen in ((), *((one,) for one in said))]
    fields: dict[str, str] = {}
    for name in _PUT_BACK:
        for found in every:
            words = str(_value(found, name))
            _put(fields, "" if words == grammar.talk("") else words, name)  # any talk is called so
    for name, day in _days(occasion, grammar):
        _put(fields, day, name)
    _put(fields, occasion.application.company.strip(), "company")
    for name in ("role", "the_role"):
        small = fields_of(fields, name).lower()
        _put(fields, small if " " in small else "", name)  # “engineer” alone may be the user
    return PutBack(fields, _any_of(fields))


def fields_of(fields: Mapping[str, str], name: str) -> str:
    """The words that a field says; "" where it says nothing."""
    return next((words for words, field in fields.items() if field == name), "")


def _put(fields: dict[str, str], words: str, name: str) -> None:
    for said in (words, words.rstrip(",")):  # before a full stop a clause's comma is gone
        if len(said) > 1:
            fields.setdefault(said, name)
            fields.setdefault(raised(said), f"{name} | capital")


def _value(found: Mapping[str, Any], name: str) -> Any:
    value: Any = found
    for part in name.split("."):
        value = value[part]
    return value


def _days(occasion: Occasion, grammar: Grammar) -> Iterator[tuple[str, str]]:
    """How the interview's day is called on each day on which the letter may have been written."""
    if occasion.interview is None:
        return
    day = occasion.interview.day
    since = (occasion.today - day).days
    for days in (since, *range(min(since, _A_WEEK), -1, -1), *_BY_THE_DAY):
        yield "interview.day", grammar.on_day(day, day + timedelta(days))
        yield "interview.date", grammar.weekday(day, day + timedelta(days))


@dataclass(frozen=True, slots=True)
class Secrets:
    """What belongs to one reader or one time alone: names of people and companies, roles, days, times."""

    words: frozenset[str]
    names: re.Pattern[str]

    @classmethod
    def of(cls, facts: Facts, grammar: Grammar) -> "Secrets":
        """Those of all applications, each as it is written, and the days and months of a language."""
        people = (p.name for a in facts.applications for p in a.people if p.name.strip())
        mine = {*parts(facts.me.name)} if facts.me.name.strip() else set()
        names = {word for name in people for word in parts(name)} - mine
        whole = {
            name
            for a in facts.applications
            for name in (a.company.strip(), called(a.company), role_title(a.role))
        }
        words = {word for word in names if len(word) > 1} | {*grammar.weekdays, *grammar.months}
        return cls(frozenset(words), _any_of(whole - {""}))

    def stand_in(self, text: str) -> bool:
        """Whether one of them stands in a text whose fields were put back."""
        bare = _FIELD.sub(" ", text)
        said = {*re.findall(r"[^\W\d_]+", bare)}
        return bool(said & self.words or _A_MOMENT.search(bare) or self.names.search(bare))


def _any_of(texts: Collection[str]) -> re.Pattern[str]:
    """A pattern for any of these as whole words, the longest that fits; for none where there are none."""
    either = "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")
