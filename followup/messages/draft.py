"""The draft of an occasion: a template filled in, with its address and what it still lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from followup.messages.answers import answering, quoted, still_to_write
from followup.messages.circumstances import said_of, taken_up, turn
from followup.messages.field_list import BY_NAME, DETAILS, NO_DETAIL, THOUGHTS
from followup.messages.fields import absent, empty, values
from followup.messages.gate import passed, render, tidy
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, to_finish
from followup.messages.lint.findings import LINKEDIN_CHARACTERS, most_words
from followup.messages.occasion import NothingToWrite, Occasion
from followup.messages.specifics import (
    is_delicate,
    jottings,
    suggest_specifics,
    usual_specifics,
)
from followup.messages.templates import MessageTemplate, Tone, built_in, templates_for
from followup.messages.thought import moment, refusal, terms_of
from followup.model.fact import clean_line
from followup.model.facts import Person, Specific
from followup.model.vocabulary import Channel
from followup.prose.jotted import foreign

_NO_LETTER = "There is no letter of this kind in {} yet: this one is in English."
_OTHER = "Letters to them are in {}, and there is one of this kind, too: this one is in another language."
_NO_ADDRESS = {
    "email": "an e-mail address",
    **dict.fromkeys(("phone", "voicemail"), "a phone number"),
    "linkedin": "a LinkedIn profile",
}


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that a draft lacks: the template's field (or `to`, `reply`), and a sentence for the user."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message ready to be edited. `to` is an address, a number or a profile by the channel, "" where none is known.

    `specifics` are those that went in, in their order: fewer than were asked for where it takes up one, or the text
    would have become too long, and none where the letter takes up no detail.
    """

    subject: str
    body: str
    channel: Channel
    to: str
    recipient: Person | None
    lacks: tuple[Lack, ...]
    template: MessageTemplate
    specifics: tuple[Specific, ...]
    asks: Specific | None = None


def draft(  # noqa: PLR0913 (each is one choice of the composer, by name)
    occasion: Occasion,
    *,
    template: MessageTemplate | None = None,
    specifics: Sequence[Specific] | None = None,
    channel: Channel | None = None,
    tone: Tone = "plain",
    quote: bool = False,
    limit: int = LINKEDIN_CHARACTERS,
    language: str | None = None,
) -> Draft:
    """The message for an occasion. Without `template` the best for the channel, without `specifics` the one suggested.

    `quote` makes it an answer to their message: “Re:” and that message below. `limit` is LinkedIn's, in characters.
    Raises NothingToWrite, and TemplateRefused for a template that does not pass the gate.
    """
    if template is None:
        fitting = templates_for(occasion, channel=channel, tone=tone, language=language)
        if not fitting:
            raise NothingToWrite("There is nothing to write for this.")
        template = fitting[0]
    written = occasion.grammar(template.language or language)
    specifics = usual_specifics(occasion, written) if specifics is None else specifics
    asked = tuple(s for s in specifics if moment(occasion, s, written))
    filling = _Filling(occasion, template)
    filled = _most_that_fits(filling, asked, limit)
    subject, body, wanted = filled.subject, filled.body, occasion.grammar(language)
    below = occasion.quotable if quote else None
    if below:
        body = f"{body}\n\n{quoted(below, occasion, written)}"
    too_long = bool(asked) and not filled.values["moment"]
    if message := below or (template.channel == "email" and occasion.thread):
        subject = answering(message, subject)
    return Draft(
        subject=subject,
        body=body,
        channel=template.channel,
        to=occasion.address(template.channel),
        recipient=occasion.recipient,
        lacks=_lacks(occasion, filled, wanted, too_long=too_long),
        template=template,
        specifics=filled.specifics,
        asks=_asks(filling, asked, filled),
    )


def _asks(filling: "_Filling", asked: tuple[Specific, ...], filled: "_Filled") -> Specific | None:
    """The first chosen one, where the letter says no thought of it and would, if there were one."""
    if not asked or filled.values["tie"]:
        return None
    also = frozenset({"tie", "they_asked"} if asked[0].frame == "question" else {"tie"})
    return asked[0] if _THOUGHT & filling.filled(asked[:1], also=also).used else None


@dataclass(frozen=True, slots=True)
class _Filled:
    """A template's text, the specifics that it takes up, all fields' values and the names of those that it uses."""

    template: MessageTemplate
    specifics: tuple[Specific, ...]
    values: Mapping[str, Any]
    source: tuple[str, str]
    used: frozenset[str]

    @property
    def subject(self) -> str:
        return clean_line(tidy(" ".join(render(self.source[0], self.values).split()))).strip(" :,-")

    @property
    def body(self) -> str:
        return tidy(render(self.source[1], self.values))


class _Filling:
    """Fills a template in. What is said with the same specifics is found once, whatever sentences are in turn."""

    def __init__(self, occasion: Occasion, template: MessageTemplate) -> None:
        self.occasion, self.template, self._with = occasion, template, cache(self._found)
        self._grammar = occasion.grammar(template.language)

    def _found(self, some: tuple[Specific, ...]) -> tuple[dict[str, Any], frozenset[str], set[str]]:
        """The fields' values, the words that hold, and the fields that say something."""
        tone = self.template.tone or "plain"
        found = values(self.occasion, some, self._grammar, tone)
        words = said_of(self.occasion) | {tone, terms_of(self.occasion, self._grammar)}
        words = words.union(*(taken_up(self.occasion, s, self._grammar) for s in some[:1]))
        return found, words, (BY_NAME.keys() - empty(found)) | _STAND_IN

    def filled(
        self, some: tuple[Specific, ...], turns: int = 0, also: frozenset[str] = frozenset()
    ) -> _Filled:
        """It with these; ours by the sentences of so many turns later, as if the fields `also` said something."""
        template, grammar, (found, words, says) = self.template, self._grammar, self._with(some)
        source = template.subject, template.body
        if template.letter:
            written = template.letter.written(words, says | also, turn(self.occasion) + turns)
            subject, body = (grammar.spelt(grammar.closed(part, found)) for part in written)
            source = subject, body
        used = passed(source[0]).fields | passed(source[1]).fields
        went_in = some[:1] if template.letter and not _SECOND & used else some
        return _Filled(template, went_in if used & DETAILS else (), found, source, used)


_NOTHING = "Nothing of the interview is in it yet"
_OTHER_TURNS = 7
_THOUGHT = frozenset(THOUGHTS)
_SECOND = frozenset(name for name in DETAILS if name.startswith("second"))
_STAND_IN = {"me.name", "me.first_name", "closing"}  # a letter is written without, and says so


def _most_that_fits(filling: _Filling, asked: tuple[Specific, ...], limit: int) -> _Filled:
    """With as many of the specifics, from the first, as keep the text within its limit; else with one that does.

    A LinkedIn note would rather say another sentence than leave the specific, or what the user thinks of it, out. A
    mail carries one even so, and a template that is too long by itself carries them all.
    """
    template = filling.template
    turns = _OTHER_TURNS if template.letter and template.channel == "linkedin" else 1
    fewer = (asked[:count] for count in range(len(asked), 0, -1))
    for some in (*fewer, *((one,) for one in asked[1:]), ()):
        every = (filling.filled(some, later) for later in range(turns))
        fitting = [tried for tried in every if _fits(tried.body, template, limit)]
        if fitting:
            short = template.channel in {"linkedin", "voicemail"}
            own = max(
                fitting, key=lambda tried: (bool(_THOUGHT & tried.used), bool(tried.used & DETAILS))
            )
            return own if some or short else filling.filled(asked[:1])
    return filling.filled(asked)


def _fits(body: str, template: MessageTemplate, limit: int) -> bool:
    if template.channel == "linkedin":
        return len(body) <= limit
    return len(body.split()) <= most_words(template.kind, template.channel)


def _lacks(
    occasion: Occasion, filled: _Filled, wanted: Grammar, *, too_long: bool
) -> tuple[Lack, ...]:
    """What the user has to add; `too_long`: all specifics that were asked for had to be left out."""
    template, used = filled.template, filled.used
    written = occasion.grammar(template.language) if template.language else wanted
    if template.letter and "moment" in template.letter.fields and _has_room(occasion):
        used |= {"moment"}
    gone = sorted(absent(occasion, filled.values) & used)
    found = {BY_NAME[name].if_empty: Lack(name, BY_NAME[name].if_empty) for name in gone}
    found.pop("", None)
    if NO_DETAIL in found and (said := _detail(occasion, too_long=too_long)):
        found[NO_DETAIL] = Lack(found[NO_DETAIL].field, said)
    says = _THOUGHT & template.letter.fields if template.letter else _THOUGHT
    for say in (refusal(occasion, s, written) for s in filled.specifics if says):
        found |= {say: Lack("tie", say)} if say else {}
    if owed := still_to_write(occasion, filled.values, template):
        found["owed"] = Lack("reply", owed)
    if template.letter and template.language != wanted.code:
        ours = any(t.kind == template.kind for t in built_in(wanted.code))
        say = (_OTHER if ours else _NO_LETTER).format(wanted.name)
        found[say] = Lack("language", say)
    what = _NO_ADDRESS.get(template.channel)
    if what and not occasion.address(template.channel) and template.kind != "find_contact":
        whom = occasion.recipient.name if occasion.recipient else "this message"
        found["to"] = Lack("to", f"There is no address for {whom}: {what} is needed.")
    return tuple(found.values())


def _has_room(occasion: Occasion) -> bool:
    """Whether a detail belongs into the message: after an interview, and not after a round that nobody came to."""
    out = {"no_show", "called_off", "accepted_elsewhere", "letter", "date"}
    return said_of(occasion) & {"interviewed", *out} == {"interviewed"}


def _detail(occasion: Occasion, *, too_long: bool) -> str:
    """What to do about a detail that is missing, where something was noted."""
    if too_long:
        return "What you chose is too long for this message: shorten it."
    if (noted := next(iter(jottings(occasion)), None)) is None:
        if (left := next(iter(suggest_specifics(occasion)), None)) is None:
            return ""
        if is_delicate(left):
            return f"{_NOTHING}: “{clipped(left.text, 80)}” is better left unsaid; note something else."
        return f"{_NOTHING}: what you noted goes to the others of the round. Note one more thing."
    if foreign(noted.text, occasion.grammar().code):
        return f"{_NOTHING}: “{clipped(noted.text, 80)}” is in another language."
    return f"{_NOTHING}: {to_finish(noted.text)}."
