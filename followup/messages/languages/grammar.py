"""What a language has to say for a letter: how it greets, takes up what was said, names days and joins words."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date

from followup.messages.languages.lines import ToBegin, bare_thing, mentions, short_title, unfinished
from followup.messages.languages.listener import Listener, Telling
from followup.model.vocabulary import Frame, Mode, Terms, Topic
from followup.prose.address import address
from followup.prose.names import first_name, full_name

_NEAR, _A_WEEK = 5, 7  # so near a day is called by the weekday alone, and means no other week's


class Grammar(ABC):
    """One language. Texts come and go without a capital at their head or a stop at their end, unless it is said."""

    code: str
    name: str
    months: Sequence[str]
    weekdays: Sequence[str]
    sign_offs: Mapping[Terms, str]
    stiff, curt = "", r"(?!)"  # sign-offs that fit no first name, and no formal letter (a pattern)
    at: str
    asked_for: str  # what was sent to them, where it has no name: as a thing inside a sentence
    client: Mapping[Terms, str]  # what to call a company without a name to an agency, behind `at`
    recalls: str  # how a template takes up what was neither said nor asked, with a field for it
    to_begin: ToBegin  # how a thought of the user's own may begin
    since_then: str  # the words, as a pattern, by which a thought tells what has come of it since
    i: str = ""  # the word for I, where a thought had best begin with it
    familiar: str = ""  # the words, as a pattern, that one says on first-name terms alone
    greets: str = ""  # how a line that greets begins, as a pattern, where one greets as before
    lately: Sequence[str] = ()  # today and yesterday, each as one word
    and_: str = "and"
    trades: Mapping[str, str] = {}  # what one does there, by the last word of a title
    a_time: str = "{weekday} {day} at {time}"
    they_wrote: str = "On {day} at {time}, {who} wrote:"
    usual_terms: Terms = "formal"  # how one writes to somebody of whom nobody has said

    @abstractmethod
    def greeting(self, name: str, terms: Terms, *, warm: bool) -> str:
        """The line that greets a person, with its comma or colon."""

    def spoken(self, name: str, terms: Terms) -> str:
        """How one greets a person on the phone, with no comma: “Guten Tag Frau Dr. Sorel”."""
        return self.greeting(name, terms, warm=False).rstrip(",: ")

    def named(self, name: str) -> str:
        """A person's name inside a sentence, behind “to” or “with”."""
        return full_name(name)

    def colleague(self, name: str, terms: Terms) -> str:  # noqa: ARG002 (a language may)
        """How a letter names whoever else was there, as the subject of a sentence."""
        return first_name(name)

    @abstractmethod
    def greeting_team(self, company: str) -> str:
        """The line for when nobody is known; `company` may be empty."""

    @abstractmethod
    def moment(self, frame: Frame, text: str, to: Listener) -> str:
        """What was said as a thing to remember: “your point that nobody works alone on a night shift”."""

    def reported(self, frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:  # noqa: ARG002 (a language says how)
        """The same as a clause that tells it: “you said that …”, “to hear that …”; "" where there is none."""
        return ""

    def liked(self, text: str) -> str:  # noqa: ARG002 (a language may)
        """A point as a clause by itself where it speaks for them; "" where the language cannot tell."""
        return ""

    def kinds_of(self, frame: Frame, topic: Topic, text: str) -> frozenset[str]:  # noqa: ARG002 (a language says how)
        """The words of `field_list.WHEN` for what kind of thing was said, so that it can be answered."""
        return frozenset()

    def short_role(self, role: str) -> str:
        """A title as one says it, without what only the advert needs: “QC analyst, HPLC” is QC analyst."""
        return short_title(role)

    def of_one(self, role: str, gender: str) -> str:  # noqa: ARG002 (a language may)
        """A title of both genders as that of one person, f or m; as it stands where "" says that nobody knows."""
        return role

    @abstractmethod
    def the_role(self, role: str) -> str:
        """The role inside a sentence; “the role” where its title is not known."""

    def closed(self, letter: str, values: Mapping[str, object]) -> str:  # noqa: ARG002 (a language may)
        """A letter with the commas that end a field's own clause, where more follows."""
        return letter

    def spelt(self, text: str) -> str:
        """A letter's own words as the country writes them."""
        return text

    @abstractmethod
    def since(self, days: int) -> str:
        """A number of days as one says it: “two weeks”."""

    @abstractmethod
    def day(self, day: date, today: date) -> str:
        """A day inside a sentence, with its year where it is another one."""

    @abstractmethod
    def on_day(self, day: date, today: date) -> str:
        """“today”, “yesterday”, “on Tuesday” within a week, else “on 17 November”; a draft is written anew each day."""

    @abstractmethod
    def team(self, company: str) -> str:
        """What to call a company without a name, with no agency between."""

    def at_company(self, company: str) -> str:
        """“at Northwind”."""
        return f"{self.at} {company}"

    def in_month(self, day: date) -> str:
        """“in November”."""
        return f"in {self.months[day.month - 1]}"

    def just(self, day: date, today: date) -> str:
        """The word for today or yesterday; "" for any other day."""
        return dict(enumerate(self.lately)).get((today - day).days, "")

    def weekday(self, day: date, today: date) -> str:
        """“yesterday”, the weekday where it is near enough to be one, else the day: “Friday”, “17 November”."""
        near = 0 <= (today - day).days <= _NEAR
        named = self.weekdays[day.weekday()] if near else self.day(day, today)
        return self.just(day, today) or named

    def until(self, day: date, today: date) -> str:
        """A day as it follows “by”: “Friday”, “17 November”."""
        return self.weekday(day, today)

    def roughly(self, day: date, today: date) -> str:
        """A day until about which something waits."""
        return self.day(day, today)

    def by_day(self, day: date, today: date) -> str:
        """A day that is a limit, with its weekday while it is near: “Friday 4 December”."""
        said, near = self.day(day, today), 0 <= (day - today).days <= 2 * _A_WEEK
        return f"{self.weekdays[day.weekday()]} {said}" if near else said

    def asked(self, text: str) -> str:  # noqa: ARG002 (a language says how)
        """What they asked, as it follows “you asked”; "" where the language has no way to say it."""
        return ""

    def talk(self, round_name: str, mode: Mode | None = None, *, again: bool = False) -> str:  # noqa: ARG002 (a language says how)
        """A round as a thing to thank for: “den Schnuppertag”, “the phone call”; "" for none. `again`: a later one."""
        return ""

    def ahead(self, round_name: str) -> str:
        """A round that is to come, as an object; "" where the language cannot tell its form."""
        return self.as_object(round_name)

    def trial(self, round_name: str) -> str:  # noqa: ARG002 (a language says how)
        """A round that was work on trial, as a thing: “the trial shift”; "" for any other, or where it has no word."""
        return ""

    def length(self, minutes: int) -> str:  # noqa: ARG002 (a language says how)
        """How long a round was, as the subject of a sentence: “half an hour”; "" where there is no round number."""
        return ""

    def by_machine(self, round_name: str) -> str:  # noqa: ARG002 (a language says how)
        """What a round with an AI system is called, as a thing: “the recorded interview”."""
        return ""

    def thing(self, text: str) -> str:
        """What was promised as a thing inside a sentence."""
        return bare_thing(text)

    def as_subject(self, thing: str) -> str:
        """Such a thing as the subject of a sentence."""
        return thing

    def as_object(self, thing: str) -> str:
        """Such a thing as the object of a sentence; "" where the language cannot tell its form."""
        return thing

    def beginnings(self, frame: Frame | None) -> Sequence[str]:
        """Some ways to begin a thought of what was said in this frame; None: of what has come of it since."""
        return self.to_begin.get(frame) or self.to_begin["about"]

    def unfinished(self, thought: str) -> bool:
        """Whether a thought is nothing, or no more than one of the ways to begin."""
        return unfinished(thought, self.to_begin)

    def because(self, thought: str) -> str:  # noqa: ARG002 (a language says how)
        """A thought as it follows “because”; "" where it is no reason, or the language has no such sentence."""
        return ""

    def added(self, thought: str) -> str:  # noqa: ARG002 (a language says how)
        """A thought as it follows a colon; "" where it cannot."""
        return ""

    def joined(self, thought: str) -> str:  # noqa: ARG002 (a language says how)
        """A thought as it follows “and”; "" where it cannot."""
        return ""

    def nature_of(self, thought: str) -> frozenset[str]:  # noqa: ARG002 (a language says how)
        """The same for what kind of thought it is; none where nothing is sure."""
        return frozenset()

    def typed_out(self, text: str) -> str:
        """A note with what one leaves out or shortens in a hurry; as it stands where the language reads it itself."""
        return text

    def proposed(self, text: str) -> tuple[Frame, str] | None:  # noqa: ARG002 (a language says how)
        """The frame that a jotting surely fits, and the end of its sentence; None where none is sure."""
        return None

    def of_somebody(self, thought: str, said: str) -> str:  # noqa: ARG002 (a language says how)
        """The word, “she”, by which a thought on what was said may mean its own reader; "" where none does."""
        return ""

    def topic(self, thing: str) -> str:
        """What was talked about as a subject line says it; "" where it reads as none."""
        return thing

    def listed(self, items: Sequence[str]) -> str:
        """“A”, “A and B”, “A, B and C”; semicolons where an item holds a comma."""
        if len(items) <= 1:
            return "".join(items)
        apart, last = ("; ", "; ") if any("," in item for item in items) else (", ", " ")
        return f"{apart.join(items[:-1])}{last}{self.and_} {items[-1]}"

    def said(self, text: str, frame: Frame, to: Listener) -> str | None:  # noqa: ARG002 (a language may)
        """A framed text as said to this reader; None where it would speak of them as of somebody else."""
        return None if mentions(text, to.name) else text

    def own(self, text: str, frame: Frame | None) -> str:  # noqa: ARG002 (a language may)
        """A framed point of the user's own, as it follows a colon."""
        return text

    def clause(self, tie: str, frame: Frame | None = None) -> str:  # noqa: ARG002 (a language may)
        """What the user brings to a point of that frame as a sentence of their own, "" where it is none."""
        return tie

    def unclear(self, tie: str) -> str:  # noqa: ARG002 (a language says what it stumbles over)
        """Why a thought is no `clause` and what to do, as it follows the thought."""
        how = f"begin it with “{self.i}”" if self.i else "say who does what"
        return f"is no whole sentence yet: {how}."

    def brought(self, tie: str) -> str:  # noqa: ARG002 (a language says how)
        """The same as a thing of the user's that one knows something from; "" where it is none."""
        return ""

    def address(self, name: str, words: Mapping[str, str]) -> str:
        """Form of address, titles and family name: “Frau Dr. Sorel”; `words` are the forms by gender, f and m."""
        return address(name, words)
