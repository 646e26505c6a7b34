"""From an action to a message: the specifics that fit its person, a template, and the text with what it still lacks."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from followup.messages.field_list import BY_NAME, NO_DETAIL
from followup.messages.fields import absent, values
from followup.messages.gate import passed, render
from followup.messages.scene import Scene, last_touchpoint, scene, specifics_in_reach
from followup.messages.templates import MessageTemplate, Tone, offered
from followup.messages.thread import answering, quoted, tidy
from followup.messages.wording import word_set
from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.facts import Facts, Person, Specific, Touchpoint
from followup.model.text import clean_line
from followup.model.times import in_utc
from followup.model.vocabulary import Channel

MOST_SPECIFICS = 3
LINKEDIN_LIMIT = 200
VOICEMAIL_WORDS = 80
_WORDS = {"thank_you": 200, "status_check": 120, "second_check": 120}
_OTHER_WORDS = 150


class NothingToWrite(FollowupError):
    """The action is not one that a message answers, or its application is gone."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What a draft lacks: the field, and a sentence for the user."""

    field: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A message ready to be edited. `to` is an address, a number or a profile by the channel, "" where none is known.

    `specifics` are those that went in, in their order (fewer than asked for where the text would have become too long).
    """

    subject: str
    body: str
    channel: Channel
    to: str
    person: Person | None
    missing: tuple[Missing, ...]
    template: MessageTemplate
    specifics: tuple[Specific, ...]


# --- which specifics ---


_EMPTY_WORDS = word_set(
    "they their them that this with from about asked said would have what when your"
)


def _words(text: str) -> set[str]:
    long = {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}  # noqa: PLR2004 (content words)
    return long - _EMPTY_WORDS


def _told(specific: Specific, texts: Sequence[set[str]]) -> bool:
    """Whether one of the texts speaks of the specific: most of its longer words stand there."""
    wanted = _words(specific.text)
    return any(wanted and len(wanted & text) * 10 >= len(wanted) * 7 for text in texts)


def told_to_others(action: Action, facts: Facts, now: datetime) -> tuple[Touchpoint, ...]:
    """What other people of the same round were sent, newest first: shown when writing to the next."""
    around = _scene(action, facts, now)
    sent = (
        t
        for t in around.application.touchpoints
        if t.direction == "sent"
        and t.at <= now
        and t.purpose == "thank_you"
        and action.interview in (t.interview, None)
        and (action.person is None or action.person not in t.people)
    )
    return tuple(sorted(sent, key=lambda t: (in_utc(t.at), t.id), reverse=True))


def suggest_specifics(
    action: Action, facts: Facts, now: datetime, *, taken: Collection[str] = ()
) -> tuple[Specific, ...]:
    """All specifics that the message may refer to, the best first; the first three are the default.

    First what this person said, then what no other interviewer of the round was told (or, by id in `taken`, is about
    to be), then what nobody else said, newest first.
    """
    around = _scene(action, facts, now)
    texts = [_words(t.text) for t in told_to_others(action, facts, now)]
    people = {p.id for p in (around.person, around.recipient) if p}

    def rank(specific: Specific) -> tuple[bool, bool, bool]:
        return (
            specific.said_by not in people,
            specific.id in taken or _told(specific, texts),
            around.kind == "thank_you" and specific.said_by is not None,
        )

    return tuple(sorted((s for _, s in specifics_in_reach(around)), key=rank))


# --- the draft ---


def _scene(action: Action, facts: Facts, now: datetime) -> Scene:
    try:
        return scene(action, facts, now)
    except KeyError:
        raise NothingToWrite("The application of this action is no longer there.") from None


def templates_for(
    action: Action,
    facts: Facts,
    now: datetime,
    *,
    channel: Channel | None = None,
    tone: Tone = "plain",
) -> tuple[MessageTemplate, ...]:
    """The templates to choose from, the default first. A channel without any falls back to e-mail, then to others."""
    around = _scene(action, facts, now)
    for tried in (channel or action.channel or "email", "email", "linkedin", "phone"):
        if found := offered(facts, around, tried, tone):
            return found
    return ()


def address(person: Person | None, channel: Channel) -> str:
    """Where the person is reached by that channel; "" where it is not known."""
    if person is None:
        return ""
    if channel in {"phone", "voicemail"}:
        return person.phone.strip()
    return (person.linkedin if channel == "linkedin" else person.email).strip()


def answered(action: Action, facts: Facts, now: datetime) -> Touchpoint | None:
    """The message that a draft of the action can quote: the one that it answers, else the last that came."""
    received = _scene(action, facts, now).application.touchpoints
    asked = (t for t in received if t.id == action.message and t.direction == "received")
    return next(asked, None) or last_touchpoint(
        _scene(action, facts, now).application, now, "received"
    )


def _fits(body: str, template: MessageTemplate, limit: int) -> bool:
    if template.channel == "linkedin":
        return len(body) <= limit
    if template.channel == "voicemail":
        return len(body.split()) <= VOICEMAIL_WORDS
    return len(body.split()) <= _WORDS.get(template.kind, _OTHER_WORDS)


_NO_ADDRESS = {
    "email": "an e-mail address",
    "phone": "a phone number",
    "voicemail": "a phone number",
    "linkedin": "a LinkedIn profile",
}


def _missing(
    around: Scene, template: MessageTemplate, chosen: Sequence[Specific], *, too_long: bool
) -> tuple[Missing, ...]:
    used = passed(template.subject).fields | passed(template.body).fields
    gone = sorted(absent(around, values(around, chosen)) & used)
    found = {BY_NAME[name].missing: Missing(name, BY_NAME[name].missing) for name in gone}
    found.pop("", None)
    if too_long and NO_DETAIL in found:
        found[NO_DETAIL] = Missing(
            found[NO_DETAIL].field, "What you chose is too long for this message: shorten it."
        )
    if template.kind == "reply":
        found["reply"] = Missing(
            "reply", "Say what they asked for: the text only agrees in general words."
        )
    what = _NO_ADDRESS.get(template.channel)
    if what and not address(around.recipient, template.channel) and template.kind != "find_contact":
        whom = around.recipient.name if around.recipient else "this message"
        found["to"] = Missing("to", f"There is no address for {whom}: {what} is needed.")
    return tuple(found.values())


def draft(  # noqa: PLR0913 (each is one choice of the composer, by name)
    action: Action,
    facts: Facts,
    now: datetime,
    *,
    template: MessageTemplate | None = None,
    specifics: Sequence[Specific] | None = None,
    channel: Channel | None = None,
    tone: Tone = "plain",
    quote: bool = False,
    limit: int = LINKEDIN_LIMIT,
) -> Draft:
    """The message for an action. Without `template` the best for the channel, without `specifics` those suggested.

    `quote` makes it an answer to the last message received: “Re:” and that message below. `limit` is LinkedIn's. Raises
    NothingToWrite, and TemplateRefused for a template that does not pass the gate.
    """
    around = _scene(action, facts, now)
    if template is None:
        fitting = templates_for(action, facts, now, channel=channel, tone=tone)
        if not fitting:
            raise NothingToWrite("There is no message to write for this action.")
        template = fitting[0]
    if specifics is None:
        specifics = suggest_specifics(action, facts, now)[:MOST_SPECIFICS]
    asked = tuple(s for s in specifics if s.text.strip())
    chosen = _most_that_fits(around, template, asked, limit)
    body = _body(around, template, chosen)
    subject = clean_line(
        tidy(" ".join(render(template.subject, values(around, chosen)).split()))
    ).strip(" :,-")
    if quote and (last := answered(action, facts, now)):
        subject, body = answering(last, subject), f"{body}\n\n{quoted(last, around)}"
    return Draft(
        subject=subject,
        body=body,
        channel=template.channel,
        to=address(around.recipient, template.channel),
        person=around.recipient,
        missing=_missing(around, template, chosen, too_long=bool(asked) and not chosen),
        template=template,
        specifics=chosen,
    )


def _most_that_fits(
    around: Scene, template: MessageTemplate, asked: Sequence[Specific], limit: int
) -> tuple[Specific, ...]:
    """As many of the specifics, from the first, as keep the text within its limit; else one that does.

    A mail carries one even so, and a template that is too long by itself carries them all.
    """
    everything = tuple(asked)
    fewer = [everything[:count] for count in range(len(everything), 0, -1)]
    for some in (*fewer, *((one,) for one in everything[1:]), ()):
        if _fits(_body(around, template, some), template, limit):
            short = template.channel in {"linkedin", "voicemail"}
            return some if some or short else everything[:1]
    return everything


def _body(around: Scene, template: MessageTemplate, chosen: Sequence[Specific]) -> str:
    return tidy(render(template.body, values(around, chosen)))
