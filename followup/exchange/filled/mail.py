"""A mail as “What happened?” begins with it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from followup.exchange.filled.people import known, newcomers
from followup.exchange.filled.when import day_of, of_mail, round_of
from followup.exchange.found import Ask
from followup.exchange.mail import Mail
from followup.exchange.mail.seen import What
from followup.forms.happened.log import EARLIER, JUST_NOW
from followup.forms.happened.rounds import planned_rounds
from followup.forms.happened.theirs import ANSWER, MATERIAL, NOTHING, went_out
from followup.forms.happened.then import served
from followup.model.action import Action
from followup.model.fact import LINE_LIMIT, PROSE_LIMIT, shown
from followup.model.facts import Application, Person, Touchpoint
from followup.model.times import Clock, in_utc

_KINDS: Final[Mapping[What, str]] = {
    "reply": "replied",
    "update": "replied",
    "invitation": "next_round",
    "rejection": "rejected",
    "offer": "offer",
    "on_hold": "on_hold",
    "out_of_office": "away",
    "receipt": "receipt",
    "bounce": "bounced",
    "left": "left",
}
# Which field of the dialog answers what the mail leaves open.
_FIELDS: Final[Mapping[str, str]] = {
    "what": "kind",
    "promised": "until",
    "answer_by": "by",
    "wants_answer": "asks",
    "material": "by",
    "back_on": "back",
    "on_hold_until": "back",
    "interviews": "new",
    "cancelled": "which",
}
_TELLING = 5  # words: fewer are said in several mails
_LIVE, _BEGINNING = ("open", "due", "overdue"), 600
_CUT = "\n[The rest of the mail was left out: it is too long.]"


@dataclass(frozen=True, slots=True)
class Filled:
    """Fields of a form by name, over those it begins with; the questions by field; who could be entered as well."""

    fields: Mapping[str, Any]
    questions: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = ()


def questions_of(asks: tuple[Ask, ...]) -> dict[str, str]:
    """What is to be asked, by the field that answers it."""
    found: dict[str, str] = {}
    for ask in asks:
        name = _FIELDS.get(ask.field, ask.field)
        found[name] = f"{found[name]} {ask.sentence}" if name in found else ask.sentence
    return found


def people_of_mail(mail: Mail, application: Application) -> tuple[Person, ...]:
    """Who wrote it, stands in for them or comes after them, and who is invited or met, where they are not on file."""
    if mail.direction == "sent":
        return newcomers(((each, "recruiter") for each in mail.to), application.people)
    events = [event for event in mail.events if event.method != "REPLY"]
    return newcomers(
        [
            (mail.sender if mail.what != "bounce" else None, "recruiter"),
            (mail.stand_in, "recruiter"),
            *((each, "recruiter") for each in mail.successors),
            *((each, "interviewer") for event in events for each in event.people),
            *((each, "interviewer") for each in mail.hosts),
        ],
        application.people,
    )


def from_mail(mail: Mail, application: Application, here: Clock) -> Filled:
    """The dialog's fields, for one application (with whoever the mail brings), at this moment."""
    suggested = {ask.field: ask.suggestion for ask in mail.asks if ask.suggestion}
    kind = _kind(mail, application, here)
    fields: dict[str, Any] = {
        "kind": kind,
        "channel": mail.channel,
        "subject": shown(mail.subject, LINE_LIMIT),
        "message_id": shown(mail.message_id or "", LINE_LIMIT),
        "text": _text(mail.text),
        **_at(mail, here),
        **_person(mail, application),
        **_days(mail, suggested, here),
        **_asks(mail, suggested, here),
        "received_as": mail.what if mail.what in ("reply", "update") else "other",
    }
    open_ = any(_FIELDS.get(ask.field) in ("asks", "by") for ask in mail.asks)
    asks = fields.get("asks", NOTHING) != NOTHING
    fields["besides"] = kind != "replied" and (asks or open_)
    if kind in ("next_round", "moved", "called_off"):
        fields |= of_mail(mail, application, here)
    if kind == "bounced":
        fields |= _bounced(mail, application, here)
    if kind == "left" and mail.successors:
        after = next((p for each in mail.successors if (p := known(each, application))), None)
        fields["successor"] = after.id if after else ""
    return Filled(fields, questions_of(mail.asks))


def applied_by(mail: Mail, here: Clock) -> date | None:
    """The likely day of applying of a new application: a receipt comes on that day."""
    if mail.what != "receipt":
        return None
    return here.day(mail.at) if mail.at and in_utc(mail.at) <= in_utc(here.now) else here.today


class Logged(NamedTuple):
    """A message that a mail is, and the application in whose log it stands; `by_id`: its Message-ID says so."""

    application: Application
    message: Touchpoint
    by_id: bool


def logged_already(mail: Mail, applications: Iterable[Application], here: Clock) -> Logged | None:
    """The message that this mail is: of its Message-ID; without one on both sides of its minute and person, or words.

    Two mails with ids of their own are two.
    """
    own, every = _id(mail.message_id), [(a, t) for a in applications for t in a.touchpoints]
    same = (Logged(a, t, by_id=True) for a, t in every if own and _id(t.message_id) == own)
    rest = ((a, t) for a, t in every if not (own and t.message_id))
    like = (Logged(a, t, by_id=False) for a, t in rest if _is_like(mail, a, t, here))
    return next(same, None) or next(like, None)


def _id(message_id: str | None) -> str:
    return (message_id or "").strip("<> ")


def _is_like(mail: Mail, application: Application, logged: Touchpoint, here: Clock) -> bool:
    words = _text(mail.text).split()
    at, sender = _at(mail, here).get("at"), _person(mail, application)["person"]
    same = at == here.wall(logged.at).replace(tzinfo=None, second=0, microsecond=0)
    by_them = same and (not logged.people or sender in logged.people)
    told = len(words) >= _TELLING and logged.text.split()[: len(words)] == words
    return logged.direction == mail.direction and (by_them or told)


def served_by(mail: Mail, application: Application, actions: Sequence[Action], person: str) -> str:
    """The action that a mail of the user's was most likely for, by its key; "" where it was for none."""
    mine = [a for a in served(application, actions) if not person or a.person in (person, None)]
    thanks = "thank" in mail.text[:_BEGINNING].lower()
    mine.sort(key=lambda a: ((a.kind == "thank_you") != thanks, a.status not in _LIVE, a.opens))
    return next((a.key for a in mine if a.status in _LIVE or a.kind == "thank_you"), "")


def _kind(mail: Mail, application: Application, here: Clock) -> str | None:
    """What happened: None where the user has to say it first."""
    if mail.direction == "sent":
        return "wrote"
    if mail.what in ("noise", "other"):
        return None
    planned = planned_rounds(application, here.now)
    if mail.what == "cancellation":
        if mail.interviews or any(ask.field == "interviews" for ask in mail.asks):
            return "moved" if planned else "next_round"
        return "called_off" if planned else "replied"
    if mail.what == "invitation" and planned and _moves(mail, application):
        return "moved"
    if mail.what == "bounce" and not went_out(application, here.now):
        return "replied"
    dated = mail.promised or any(ask.field == "promised" for ask in mail.asks)
    if mail.what in ("reply", "update") and dated:
        return "date"
    return _KINDS.get(mail.what, "replied")


def _moves(mail: Mail, application: Application) -> bool:
    """Whether its calendar part is a newer version of a round that is on file."""
    return any(round_of(event.uid, application) for event in mail.events)


def _at(mail: Mail, here: Clock) -> dict[str, Any]:
    if mail.at is None or in_utc(mail.at) > in_utc(here.now):
        return {"when": JUST_NOW}
    wall = here.wall(mail.at).replace(tzinfo=None, second=0, microsecond=0)
    return {"when": EARLIER, "at": wall}


def _person(mail: Mail, application: Application) -> dict[str, Any]:
    if mail.direction == "sent":
        to = next((p for each in mail.to if (p := known(each, application))), None)
        return {"person": to.id if to else ""}
    if mail.what == "bounce":
        gone = next((p for p in application.people if p.email.lower() == mail.bounced), None)
        return {"person": gone.id if gone else ""}
    sender = known(mail.sender, application)
    return {"person": sender.id if sender else ""}


def _days(mail: Mail, suggested: Mapping[str, Any], here: Clock) -> dict[str, Any]:
    def day(*names: str) -> date | None:
        said = next((value for name in names if (value := getattr(mail, name))), None)
        guess = next((suggested[name] for name in names if name in suggested), None)
        if isinstance(said, datetime):  # 5 pm in California is the next day here: too late
            said = min(said.date(), here.day(said))
        return day_of(said or guess, here)

    return {
        "until": day("promised"),
        "silence": mail.silence_means_no,
        "deadline": day("deadline"),
        "letter": day("promised") if mail.what == "offer" else None,
        "back": day("on_hold_until" if mail.what == "on_hold" else "back_on"),
    }


def _asks(mail: Mail, suggested: Mapping[str, Any], here: Clock) -> dict[str, Any]:
    """What it wants of the user: material, an answer, or nothing."""
    if mail.direction == "sent":
        return {}
    if mail.material:
        by = mail.material.on or suggested.get("material")
        return {"asks": MATERIAL, "by": day_of(by, here), "what": shown(mail.material.text, 200)}
    if mail.wants_answer and mail.what not in ("offer", "invitation"):
        by = mail.answer_by or suggested.get("answer_by")
        return {"asks": ANSWER, "by": day_of(by, here), "what": ""}
    return {"asks": NOTHING}


def _bounced(mail: Mail, application: Application, here: Clock) -> dict[str, Any]:
    """The message that came back: the one of its id, else the last one to the address."""
    out = went_out(application, here.now)
    own = _id(mail.bounced_id)
    by_id = (t for t in out if own and _id(t.message_id) == own)
    gone = [p.id for p in application.people if p.email and p.email.lower() == mail.bounced]
    by_address = (t for t in out if set(t.people) & set(gone))
    found = next(by_id, None) or next(by_address, None)
    return {"sent": found.id} if found else {}


def _text(text: str) -> str:
    return text if len(text) <= PROSE_LIMIT else text[: PROSE_LIMIT - len(_CUT)] + _CUT
