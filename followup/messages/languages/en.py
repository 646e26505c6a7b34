"""English."""

import re
from collections.abc import Mapping
from datetime import date

from followup.messages.languages.english import brought, thoughts
from followup.messages.languages.english.brought import material
from followup.messages.languages.english.frames import (
    QUESTION_WORDS,
    called_round,
    first_word,
    indirect,
    lowered,
    says_something,
    small_title,
    with_article,
)
from followup.messages.languages.english.notes import (
    is_report,
    of_somebody,
    proposed,
    to_the_reader,
)
from followup.messages.languages.english.points import is_view, kinds_of
from followup.messages.languages.english.typed import typed_out
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import mentions, one_line, without_aside
from followup.messages.languages.listener import Listener, Telling
from followup.model.vocabulary import Frame, Mode, Terms
from followup.prose.name_parts import read_name
from followup.prose.names import family_name, full_name, greeting_name
from followup.prose.rounds import by_machine, on_trial, round_named, visit_of
from followup.prose.text import same_week, weeks
from followup.prose.word_lists import word_rows

_NUMBERS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight")
_EVENTS = re.compile(
    r"(?i)^(?:the|your|our)\s(?:\w+\s)?(?:tour|walk|visit|lunch|coffee|dinner|breakfast|demo|exercise|hello)"
    r"(?=$|,| (?:with (?:you|(?-i:[A-Z]))|(?:of|in|at|on|after|before|through|round|around|by|from|to|and|you|we)\b))"
)
_GOES_ON = "which|whose?|where|when|but|not|with|without|from|for|in|on|at|by|as|so|because|since|until|above all"
_OF_NOTHING_NAMED = re.compile(
    r"(?i)(?:it|this|that) (?:(?:only|just|all|also|never) )?(?:works?|worked|goes|went|depends|fails?|failed|helps?)\b"
)  # “it only works if the hunters join in”: what does?
_ASKS = re.compile(r"(?i)^(?:about|on)\b|^[“\"]")
_OF_MY_OWN = re.compile(r"\b(?:I|[Mm]y|me)\b")  # what they told me about that, I had told them
_ASKING = QUESTION_WORDS | {"about", "for", "to"}
_THANKS = re.compile(r"(?i)(?:(?:many|with|kind) )?thanks\b|thank you\b")
_LAST_THANKS = re.compile(r"\s+(?:Many thanks|Thanks|Thank you)\b[^.?!{}]*[.!](?=\s*\{\{ closing)")
_A_NAMED_THING = re.compile(r"(?:the|your|our|a|an)\b(?!.*(?:,|\b(?:that|which|who|whose)\b))")
_WEEK, _LONG_AGO = 7, 4
_LENGTHS: Mapping[int, str] = {
    10: "ten minutes", 15: "a quarter of an hour", 20: "twenty minutes", 25: "twenty-five minutes",
    30: "half an hour", 40: "forty minutes", 45: "three quarters of an hour", 50: "fifty minutes",
}  # fmt: skip


class English(Grammar):
    """British spelling; “Dear Ann”, “Dear Dr. Sorel”."""

    code, name, usual_terms = "en", "English", "first"
    at, asked_for, lately = "at", "the material", ("today", "yesterday")
    trades: Mapping[str, str] = dict(row.split(": ") for row in word_rows("english_trades"))
    recalls, to_begin, i = "I enjoyed {{ moment }}.", thoughts.TO_BEGIN, "I"
    since_then = r"since|by now|I now|these days|I(?: ha|['\u2019])ve (?:started|begun|joined|become)|meanwhile"
    forms: Mapping[str, str] = {"f": "Ms", "m": "Mr"}
    client = {"first": "your client", "formal": "your client"}  # noqa: RUF012 (a constant of the class)
    months = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    weekdays = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    sign_offs = {"first": "Best regards", "formal": "Kind regards"}  # noqa: RUF012 (a constant of the class)

    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:
        formal = terms == "formal" and not read_name(name).titles
        addressed = self.address(name, self.forms) or full_name(name, titled=False)
        called = addressed if formal else greeting_name(name)
        return f"{'Hi' if warm and not formal and not read_name(name).titles else 'Dear'} {called},"

    def spoken(self, name: str, terms: Terms) -> str:
        return f"Hello {self.greeting(name, terms, warm=False).removeprefix('Dear ').rstrip(',')}"

    def named(self, name: str) -> str:
        found = read_name(name)
        titled = [*found.spoken_titles, family_name(name)]
        return " ".join(titled) if found.spoken_titles and found.family else full_name(name)

    def colleague(self, name: str, terms: Terms) -> str:
        formal = terms == "formal" and not read_name(name).titles
        return (self.address(name, self.forms) if formal else "") or greeting_name(name)

    def greeting_team(self, company: str) -> str:
        return f"Dear {company} hiring team," if company else "Dear hiring team,"

    def team(self, company: str) -> str:
        return company or "your company"

    def short_role(self, role: str) -> str:
        short = super().short_role(role)
        turned = re.fullmatch(r"(\w+), ([^\W\d]+(?: [^\W\d]+)?)", short)
        if turned and turned[2].islower():  # “Brewer, barrel programme”
            return turned[1]
        return f"{turned[2]} {turned[1]}" if turned else short

    def the_role(self, role: str) -> str:
        if not role:
            return "the role"
        role = small_title(role)
        named = role.casefold().endswith((" role", " position", " job"))
        return f"the {role}" if named else f"the {role} role"

    def since(self, days: int) -> str:
        whole, about = weeks(days)
        if not whole:
            return "a few days"
        many = "s" if whole > 1 else ""
        word = {-1: "almost ", 0: "", 1: "over "}[about]
        return f"{word}{_NUMBERS[whole]} week{many}" if whole < len(_NUMBERS) else "some time"

    def day(self, day: date, today: date) -> str:
        year = f" {day.year}" if day.year != today.year else ""
        return f"{day.day} {self.months[day.month - 1]}{year}"

    def on_day(self, day: date, today: date) -> str:
        if word := self.just(day, today):
            return word
        if (ago := (today - day).days) == -1:
            return "tomorrow"
        if not 0 <= ago < _WEEK:
            return f"on {self.day(day, today)}"
        another = ago > _LONG_AGO and not same_week(day, today)
        return f"{'last' if another else 'on'} {self.weekdays[day.weekday()]}"

    def by_day(self, day: date, today: date) -> str:
        ahead = (day - today).days > 0 and same_week(day, today)
        return self.weekdays[day.weekday()] if ahead else super().by_day(day, today)

    def until(self, day: date, today: date) -> str:
        near = self.weekday(day, today)
        if near not in self.weekdays:
            return near
        return near if same_week(day, today) else f"last {near}"

    def moment(self, frame: Frame, text: str, to: Listener) -> str:
        whose = "your" if to.spoke else f"{to.speaker}'s" if to.speaker else "the"
        if frame == "that":
            return f"{whose} point that {text}"
        if frame == "question":
            text = re.sub(r"(?i)^if\b", "whether", text)
            return f"{whose} question {'' if _ASKS.match(text) else 'about '}{text}"
        if _EVENTS.match(text) and " and " not in text:
            return text
        if to.met:
            return f"our conversation about {text}"
        return f"the conversation{f' with {to.speaker}' if to.speaker else ''} about {text}"

    def reported(self, frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:
        who = "you" if to.spoke else to.speaker
        if frame == "that" and as_ == "heard":
            return f"to hear {f'from {who} ' if to.speaker else ''}that {text}"
        if frame == "that" and as_ == "agreed":
            return f"{f'with {who} ' if who else ''}that {text}" if is_view(text) else ""
        if frame == "that":
            return f"{who} said that {text}" if who else f"I was told that {text}"
        if frame == "about":
            told = f"{who} told me" if who else "I heard"
            return "" if _OF_MY_OWN.search(text) else f"what {told} about {text}"
        text = re.sub(r"(?i)^if\b", "whether", text)
        asks = _ASKS.match(text) or first_word(text).casefold() in _ASKING
        asked = f"{'' if asks else 'about '}{text}"
        return f"{who} asked me {asked}" if who else f"I was asked {asked}"

    kinds_of = staticmethod(kinds_of)

    def said(self, text: str, frame: Frame, to: Listener) -> str | None:
        text = typed_out(text)
        text = re.sub(r"(?i)^that\s+(?!would|will|only)", "", text) if frame == "that" else text
        if frame == "that" and _OF_NOTHING_NAMED.match(text):
            return None
        if frame == "about":
            text = without_aside(re.sub(r"(?i)^about\s+", "", text), _GOES_ON)
            if re.search(r"\w: \w", text) or says_something(text) or is_report(text):
                return None
            text = with_article(text)
        if frame == "question":
            asked = re.sub(
                rf"(?i)^(?:(?:{re.escape(to.name.split(' ')[0])}|she|he|they|you)\s+)?asked\s+(?:me\s+)?",
                "",
                text,
            )
            text = indirect(asked.strip())
        elif text.endswith("?"):
            return None
        found = to_the_reader(text if text.startswith("“") else lowered(text), to)
        return None if found is None or mentions(found, to.name) else found

    typed_out = staticmethod(typed_out)
    clause = staticmethod(brought.clause)
    brought = staticmethod(brought.thing_of_mine)

    def asked(self, text: str) -> str:
        bare = lowered(one_line(re.sub(r"(?i)^they asked\s+", "", text.strip())))
        bare = re.sub(r"(?i)^if\b", "whether", bare)
        return bare if not bare or first_word(bare).casefold() in _ASKING else f"about {bare}"

    because = staticmethod(thoughts.because)
    added = staticmethod(thoughts.added)
    joined = staticmethod(thoughts.joined)
    nature_of = staticmethod(thoughts.nature_of)
    proposed = staticmethod(proposed)
    of_somebody = staticmethod(of_somebody)

    def topic(self, thing: str) -> str:
        return thing if _A_NAMED_THING.match(thing) else ""

    def closed(self, letter: str, values: Mapping[str, object]) -> str:
        for name in ("thing", "talked_of", "told_of", "brought"):
            before, comma, last = str(values[name]).rpartition(", ")
            if comma and not re.match(r"(?:and|or)\b", last) and " and " not in before + last:
                letter = re.sub(rf"(\{{\{{ {name} \}}\}}) (?=[a-z])", r"\1, ", letter)
        return _LAST_THANKS.sub("", letter) if _THANKS.match(str(values["closing"])) else letter

    def trial(self, round_name: str) -> str:
        name = on_trial(one_line(round_name), self.code).casefold()
        return f"the {typed_out(name)}" if name else ""

    def talk(self, round_name: str, mode: Mode | None = None, *, again: bool = False) -> str:
        if (trial := self.trial(round_name)) or mode == "ai":
            return trial
        called = visit_of(round_name)
        if again and not called:
            back = "having me back" if mode == "in_person" else ""
            return back or f"the {round_named([round_name]).casefold() or 'second conversation'}"
        return f"the {called}" if called else "the phone call" if mode == "phone" else ""

    def ahead(self, round_name: str) -> str:
        return self.trial(round_name) or called_round(round_name)

    def length(self, minutes: int) -> str:
        return _LENGTHS.get(minutes, "")

    def by_machine(self, round_name: str) -> str:
        return f"the {by_machine(round_name)}"

    thing = staticmethod(material)

    def own(self, text: str, frame: Frame | None) -> str:  # noqa: ARG002 (German alone asks)
        return "" if text.startswith(brought.THOUGHT_OF) else brought.forgotten(lowered(text))
