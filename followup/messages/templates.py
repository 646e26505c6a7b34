"""The message templates: ours, which are files, and the user's own beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from followup.messages.gate import TemplateRefused, refusals
from followup.messages.grammar import Refusal
from followup.messages.scene import Scene, held
from followup.model.facts import Facts, Template
from followup.model.vocabulary import ACTION_KINDS, ActionKind, Channel

FOLDER = Path(__file__).parents[2] / "data" / "templates"

Tone = Literal["plain", "warm"]
TemplateKind = ActionKind | Literal["find_contact"]
"""`find_contact` is the line to a company's switchboard, for an action whose person has no address."""

WHEN: Mapping[str, str] = {
    "in_person": "the interview was in person",
    "video": "the interview was by video",
    "phone": "the interview was by phone",
    "ai": "the interview was with an AI system",
    "panel": "several people interviewed",
    "not_interviewer": "the message goes to somebody at the company who did not interview you",
    "through_agency": "the message goes to the agency instead of the interviewer",
    "to_agency": "the message goes to somebody at the agency",
    "no_show": "they did not show up",
    "interviewed": "at least one interview was held",
    "accepted": "you accepted this offer",
    "accepted_elsewhere": "you accepted another offer",
    "offered": "this company made an offer",
    "needs_contact": "no address of the person is known",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageTemplate:
    """One template. `when` are words of `WHEN` that must all hold; a `choice` is offered and never the default."""

    id: str
    kind: TemplateKind
    channel: Channel
    name: str
    subject: str
    body: str
    tone: Tone | None = None
    when: frozenset[str] = frozenset()
    choice: bool = False
    own: bool = False


def read_template(id_: str, text: str) -> MessageTemplate:
    """A template from a file's text: lines `key: value` between two `---`, then the body. Raises TemplateRefused."""
    opening, _, rest = text.partition("---\n")
    head, fence, body = rest.partition("\n---\n")
    if opening.strip() or not fence:
        raise TemplateRefused(
            [Refusal(1, f"{id_}: a template begins with lines between two lines ---")]
        )
    keys = dict(_front_matter(id_, head))
    when = frozenset(keys.pop("when", "").split())
    found = {
        name: keys.pop(name, "")
        for name in ("kind", "channel", "tone", "name", "subject", "choice")
    }
    faults = [f"there is no key “{key}”" for key in keys]
    faults += [f"“{word}” is not a word of “when”" for word in sorted(when - WHEN.keys())]
    for key, allowed in _ALLOWED.items():
        if found[key] not in allowed:
            faults.append(f"the {key} “{found[key]}” is not one of {', '.join(allowed)}")
    if faults:
        raise TemplateRefused([Refusal(1, f"{id_}: {fault}") for fault in faults])
    return MessageTemplate(
        id=id_,
        kind=_KINDS[found["kind"]],
        channel=_CHANNELS[found["channel"]],
        tone=_TONES[found["tone"]],
        name=found["name"],
        subject=found["subject"],
        body=body,
        when=when,
        choice=found["choice"] == "yes",
    )


_KINDS: Mapping[str, TemplateKind] = {
    **{kind: kind for kind in ACTION_KINDS},
    "find_contact": "find_contact",
}
_CHANNELS: Mapping[str, Channel] = {channel: channel for channel in get_args(Channel)}
_TONES: Mapping[str, Tone] = {tone: tone for tone in get_args(Tone)}
_ALLOWED: Mapping[str, Iterable[str]] = {
    "kind": _KINDS,
    "channel": _CHANNELS,
    "tone": _TONES,
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
def built_in() -> tuple[MessageTemplate, ...]:
    """Ours, in the order of their ids, read once; raises TemplateRefused if a file is damaged."""
    files = sorted(FOLDER.glob("*.md.j2"))
    return tuple(
        read_template(f.name.removesuffix(".md.j2"), f.read_text(encoding="utf-8")) for f in files
    )


def own(template: Template) -> MessageTemplate:
    """One of the user's own as a template like ours."""
    return MessageTemplate(
        id=template.id,
        kind=template.kind,
        channel=template.channel,
        name=template.name,
        subject=template.subject,
        body=template.body,
        own=True,
    )


def check_template(subject: str, body: str) -> tuple[Refusal, ...]:
    """All that keeps a template from passing the gate; in a subject the message says so. Empty: it passes."""
    in_subject = [Refusal(r.line, f"in the subject, {r.message}") for r in refusals(subject)]
    if "\n" in subject.strip():
        in_subject.append(Refusal(1, "in the subject, there is a line break"))
    return (*in_subject, *refusals(body))


# --- which one fits ---

_WEIGHT = {"in_person": 1, "video": 1, "phone": 1, "not_interviewer": 3, "ai": 4}


def situation(around: Scene, facts: Facts) -> frozenset[str]:
    """The words of `WHEN` that hold."""
    interview, outcome = around.interview, around.application.outcome
    recipient = around.recipient
    elsewhere = any(
        a.id != around.application.id and a.outcome and a.outcome.kind == "accepted"
        for a in facts.applications
    )
    received = {t.purpose for t in around.application.touchpoints if t.direction == "received"}
    holds = {
        "panel": len(around.team) > 1 and interview is not None and interview.mode != "ai",
        "not_interviewer": recipient is not None
        and recipient not in around.team
        and recipient.role != "agency",
        "through_agency": recipient is not None and recipient != around.person,
        "to_agency": recipient is not None and recipient.role == "agency",
        "no_show": interview is not None and interview.state == "no_show",
        "interviewed": bool(held(around.application, around.now)),
        "accepted": outcome is not None and outcome.kind == "accepted",
        "accepted_elsewhere": elsewhere,
        "offered": "offer" in received or (outcome is not None and outcome.kind == "offer"),
        "needs_contact": around.needs_contact,
    }
    mode = {str(interview.mode)} if interview and around.kind == "thank_you" else set()
    return frozenset({word for word, true in holds.items() if true} | mode)


def offered(
    facts: Facts, around: Scene, channel: Channel, tone: Tone = "plain"
) -> tuple[MessageTemplate, ...]:
    """All templates of the action's kind for that channel, the best first: the user's own, then the closest fit.

    Variants that do not fit the situation come last, so that the user can still take one.
    """
    holds = situation(around, facts)
    wanted = (
        {around.kind, "find_contact"}
        if channel == "phone" and around.needs_contact
        else {around.kind}
    )
    found = [*map(own, facts.templates), *built_in()]

    def rank(template: MessageTemplate) -> tuple[bool, bool, bool, bool, int, bool, str]:
        return (
            not template.when <= holds,
            template.kind != "find_contact" and "find_contact" in wanted,
            template.choice,
            not template.own,
            -sum(_WEIGHT.get(word, 2) for word in template.when),
            template.tone != tone,
            template.id,
        )

    return tuple(sorted((t for t in found if t.kind in wanted and t.channel == channel), key=rank))
