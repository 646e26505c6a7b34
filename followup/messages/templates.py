"""What a message begins from: our letters by language, the user's own templates, and which of them fit an occasion."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from followup.home import HOME
from followup.messages.field_list import BY_NAME, WITHOUT_WEIGHT
from followup.messages.gate import TemplateRefused, refusals
from followup.messages.languages import ENGLISH, grammar_of
from followup.messages.letters import Letter, read_letter
from followup.messages.occasion import Occasion
from followup.messages.template_syntax import Refusal
from followup.model.beside import Template
from followup.model.kinds import KINDS
from followup.model.vocabulary import ACTION_KINDS, ActionKind, Channel
from followup.prose.jotted import foreign

FOLDER = HOME / "data" / "templates"
Tone = Literal["plain", "warm"]
TONES: tuple[Tone, ...] = get_args(Tone)
TemplateKind = ActionKind | Literal["find_contact"]
"""`find_contact` is the line to a company's switchboard, for an action whose person has no address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate:
    """One template. A `choice` is offered and never the default.

    Ours is a `letter` in a `language` and a tone; its subject and body are one way of writing it, to show and to copy.
    """

    id: str
    kind: TemplateKind
    channel: Channel
    name: str
    subject: str
    body: str
    tone: Tone | None = None
    choice: bool = False
    own: bool = False
    language: str | None = None
    letter: Letter | None = None


def read_templates(id_: str, text: str, language: str = "en") -> tuple[MessageTemplate, ...]:
    """The templates of a file's text, one for each tone: `key: value` between two `---`, then the letter.

    Raises TemplateRefused.
    """
    opening, _, rest = text.partition("---\n")
    head, fence, body = rest.partition("\n---\n")
    if opening.strip() or not fence:
        raise TemplateRefused(
            [Refusal(1, f"{id_}: a template begins with lines between two lines ---")]
        )
    keys = dict(_front_matter(id_, head))
    found = {name: keys.pop(name, "") for name in ("kind", "channel", "name", "choice")}
    faults = [f"there is no key “{key}”" for key in keys]
    for key, allowed in _ALLOWED.items():
        if found[key] not in allowed:
            faults.append(f"the {key} “{found[key]}” is not one of {', '.join(allowed)}")
    if faults:
        raise TemplateRefused([Refusal(1, f"{id_}: {fault}") for fault in faults])
    letter = read_letter(id_, body, head.count("\n") + 4)
    return tuple(_in_tone(id_, found, letter, tone, language) for tone in TONES)


def _in_tone(
    id_: str, head: Mapping[str, str], letter: Letter, tone: Tone, language: str
) -> MessageTemplate:
    name, _, choice = id_.partition("+")
    usual = BY_NAME.keys() - (letter.words - WITHOUT_WEIGHT)
    subject, body = letter.written(
        {tone, "first"} if language == "en" else {tone, "formal"}, usual, 0
    )
    return MessageTemplate(
        id=".".join(part for part in (name, tone, choice) if part)
        + ("" if language == "en" else f".{language}"),
        kind=_KINDS[head["kind"]],
        channel=_CHANNELS[head["channel"]],
        tone=tone,
        name=f"{head['name']}, {tone}" + ("" if language == "en" else f" ({language})"),
        subject=subject,
        body=body,
        choice=head["choice"] == "yes",
        language=language,
        letter=letter,
    )


_KINDS: Mapping[str, TemplateKind] = {
    **{kind: kind for kind in ACTION_KINDS},
    "find_contact": "find_contact",
}
_CHANNELS: Mapping[str, Channel] = {channel: channel for channel in get_args(Channel)}
_ALLOWED: Mapping[str, Iterable[str]] = {
    "kind": _KINDS,
    "channel": _CHANNELS,
    "choice": ("", "yes"),
}


def _front_matter(id_: str, head: str) -> Iterable[tuple[str, str]]:
    for number, line in enumerate(head.splitlines(), start=2):
        key, colon, value = line.partition(":")
        if not colon:
            raise TemplateRefused(
                [Refusal(number, f"{id_}: the line is not of the form key: value")]
            )
        yield key.strip(), value.strip()


@cache
def built_in(language: str = "en") -> tuple[MessageTemplate, ...]:
    """Ours in a language, in the order of their ids, read once; raises TemplateRefused if a file is damaged."""
    files = sorted((FOLDER / language).glob("*.md"))
    return tuple(t for file in files for t in read_templates(file.stem, _text(file), language))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def template_of(kept: Template) -> MessageTemplate:
    """One of the user's own, as it is kept, as a template like ours."""
    return MessageTemplate(
        id=kept.id,
        kind=kept.kind,
        channel=kept.channel,
        name=kept.name,
        subject=kept.subject,
        body=kept.body,
        own=True,
    )


def check_template(subject: str, body: str) -> tuple[Refusal, ...]:
    """All that keeps a template from passing the gate; in a subject the message says so. Empty: it passes."""
    in_subject = [Refusal(r.line, f"in the subject, {r.message}") for r in refusals(subject)]
    if "\n" in subject.strip():
        in_subject.append(Refusal(1, "in the subject, there is a line break"))
    return (*in_subject, *refusals(body))


_CALLS: tuple[Channel, ...] = ("phone", "voicemail")


def channels_for(occasion: Occasion) -> tuple[Channel, ...]:
    """The channels that fit, the action's own first.

    A call where it is offered, or usual and the number known; LinkedIn where the profile is known; the phone also to
    find out an address that nobody entered. Whom one writes to instead of somebody else is written to by e-mail.
    """
    if occasion.through:
        return ("email",)
    action = occasion.action
    first: Channel = action.channel or "email"
    every = (*map(template_of, occasion.facts.templates), *built_in())
    known = {t.channel for t in every if t.kind == action.kind}
    found: list[Channel] = [first]
    if (
        action.phone_offered
        or first in _CALLS
        or (KINDS[action.kind].callable and occasion.address("phone"))
    ):
        found += _CALLS
    elif occasion.needs_contact and first == "email":
        found.append("phone")
    if not KINDS[action.kind].check and occasion.address("linkedin"):
        found.append("linkedin")
    fitting = [c for c in found if c in known or c == first or occasion.needs_contact]
    return tuple(dict.fromkeys(fitting))


def templates_for(
    occasion: Occasion,
    *,
    channel: Channel | None = None,
    tone: Tone = "plain",
    language: str | None = None,
) -> tuple[MessageTemplate, ...]:
    """The templates to choose from, the default first. A channel without any falls back to e-mail, then to others."""
    for tried in (channel or occasion.action.channel or "email", "email", "linkedin", "phone"):
        if found := _by_channel(occasion, tried, tone, language or occasion.language):
            return found
    return ()


def _by_channel(
    occasion: Occasion, channel: Channel, tone: Tone, language: str
) -> tuple[MessageTemplate, ...]:
    """All of the action's kind for that channel: the user's own in that language, then ours (English where none is)."""
    code = grammar_of(language).code
    find_contact = channel == "phone" and occasion.needs_contact
    wanted = {occasion.kind, "find_contact"} if find_contact else {occasion.kind}

    def fit(some: Sequence[MessageTemplate]) -> list[MessageTemplate]:
        return [t for t in some if t.kind in wanted and t.channel == channel]

    def rank(template: MessageTemplate) -> tuple[bool, bool, bool, bool, str]:
        return (
            template.kind != "find_contact" and find_contact,
            template.choice,
            not template.own or foreign(template.body, code),
            template.tone != tone,
            template.id,
        )

    own = fit([template_of(t) for t in occasion.facts.templates])
    ours = fit(built_in(code)) or fit(built_in(ENGLISH.code))
    return tuple(sorted((*own, *ours), key=rank))
