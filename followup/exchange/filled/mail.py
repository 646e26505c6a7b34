"""A mail as “What happened?” begins with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from followup.exchange.filled.apart import Apart
from followup.exchange.filled.kind import either_of, happening_of
from followup.exchange.filled.people import known, newcomers
from followup.exchange.filled.when import day_of, of_mail
from followup.exchange.found import Ask
from followup.exchange.mail import Mail
from followup.forms.happened.log import EARLIER, JUST_NOW
from followup.forms.happened.theirs import ANSWER, MATERIAL, NOTHING, went_out
from followup.forms.happened.then import served
from followup.model.action import Action
from followup.model.fact import LINE_LIMIT, PROSE_LIMIT, shown
from followup.model.facts import Application, Person
from followup.model.times import Clock, in_utc
from followup.prose.jotted import other_language
from followup.prose.when import When, days_in

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
# Of a round it is asked in a place of its own whether they want an answer.
_ROUNDS = ("next_round", "moved", "called_off")
_OF_ROUNDS: Final = {**_FIELDS, "wants_answer": "wants", "answer_by": "answer_by"}
_LIVE, _BEGINNING = ("open", "due", "overdue"), 600
_CUT = "\n[The rest of the mail was left out: it is too long.]"


@dataclass(frozen=True, slots=True)
class Filled:
    """Fields of a form by name, over those it begins with; the questions by field; who could be entered as well.

    `either` are the two kinds of happening that a mail may be.
    """

    fields: Mapping[str, Any]
    questions: Mapping[str, str] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    either: tuple[str, ...] = ()


def questions_of(asks: tuple[Ask, ...], fields: Mapping[str, str] = _FIELDS) -> dict[str, str]:
    """What is to be asked, by the field that answers it."""
    found: dict[str, str] = {}
    for ask in asks:
        name = fields.get(ask.field, ask.field)
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


def from_mail(
    mail: Mail, application: Application, here: Clock, apart: Apart | None = None
) -> Filled:
    """The dialog's fields, for one application (with whoever the mail brings), at this moment.

    `apart` says which application the mail turns down, where it speaks of two.
    """
    suggested = {ask.field: ask.suggestion for ask in mail.asks if ask.suggestion}
    kind = happening_of(mail, application, here)
    if apart:
        kind = "rejected" if apart.rejected.id == application.id else "date"
    fields: dict[str, Any] = {
        "kind": kind,
        "channel": mail.channel,
        "subject": shown(mail.subject, LINE_LIMIT),
        "message_id": shown(mail.message_id or "", LINE_LIMIT),
        "text": text_of(mail.text),
        # Who answers had a message of mine before, whatever moment it was logged with.
        "mine_first": bool(re.match(r"(?i)\s*(?:re|aw|antw|sv)\s*:", mail.subject)),
        **at_of(mail, here),
        **person_of(mail, application),
        **_days(mail, suggested, here),
        **_asks(mail, suggested, here),
        "received_as": next(
            (w for w in (mail.what, mail.rival) if w in ("reply", "update")), "other"
        ),
    }
    names = _OF_ROUNDS if kind in _ROUNDS else _FIELDS
    open_ = any(names.get(ask.field) in ("asks", "by") for ask in mail.asks)
    wants = fields.get("asks", NOTHING) != NOTHING
    if kind in _ROUNDS:
        wants = fields["asks"] == MATERIAL
        fields |= of_mail(mail, application, here)
    fields["besides"] = kind != "replied" and (wants or open_)
    if kind == "bounced":
        fields |= _bounced(mail, application, here)
    if kind == "left" and mail.successors:
        after = next((p for each in mail.successors if (p := known(each, application))), None)
        fields["successor"] = after.id if after else ""
    asks = tuple(ask for ask in mail.asks if ask.field != "what" or not apart)
    either = () if apart else either_of(mail, application, here)
    return Filled(fields, questions_of(asks, names), either=either)


def applied_by(mail: Mail, here: Clock) -> date | None:
    """The likely day of applying of a new application: a receipt comes on that day."""
    if mail.what != "receipt":
        return None
    return here.day(mail.at) if mail.at and in_utc(mail.at) <= in_utc(here.now) else here.today


def in_its_language(mail: Mail, application: Application, mine: str) -> Application:
    """The application, from the first mail of theirs on with letters in its language, unless the user chose one."""
    read = any(t.direction == "received" and t.text for t in application.touchpoints)
    if application.language or read or mail.direction == "sent":
        return application
    return application.replace(language=other_language(mail.text, mine))


def id_of(message_id: str | None) -> str:
    """A Message-ID without its brackets."""
    return (message_id or "").strip("<> ")


def served_by(mail: Mail, application: Application, actions: Sequence[Action], person: str) -> str:
    """The action that a mail of the user's was most likely for, by its key; "" where it was for none."""
    if mail.forwards:
        return ""
    every = served(application, actions)
    mine = [a for a in every if not person or a.person is None or person in (a.person, a.to)]
    thanks = "thank" in mail.text[:_BEGINNING].lower()
    mine.sort(key=lambda a: ((a.kind == "thank_you") != thanks, a.status not in _LIVE, a.opens))
    return next((a.key for a in mine if a.status in _LIVE or a.kind == "thank_you"), "")


def at_of(mail: Mail, here: Clock) -> dict[str, Any]:
    """The fields of when it was sent."""
    if mail.at is None or in_utc(mail.at) > in_utc(here.now):
        return {"when": JUST_NOW}
    wall = here.wall(mail.at).replace(tzinfo=None, second=0, microsecond=0)
    return {"when": EARLIER, "at": wall}


def person_of(mail: Mail, application: Application) -> dict[str, Any]:
    """The field of whom it came from, went to, or is about."""
    if mail.direction == "sent":
        who = next((p for each in mail.to if (p := known(each, application))), None)
    elif mail.what == "bounce":
        who = next((p for p in application.people if p.email.lower() == mail.bounced), None)
    else:
        who = known(mail.sender, application)
    return {"person": who.id if who else ""}


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
    """What it wants of the user: material, an answer, or nothing; what they only pass on answers nothing."""
    if mail.direction == "sent":
        return {"sent_for": "other"} if mail.forwards else {}
    wanted = day_of(mail.answer_by or suggested.get("answer_by"), here)
    wants = {
        "wants": mail.wants_answer,
        "answer_by": wanted if mail.wants_answer else None,
        "asked": _asking(mail, wanted) if wanted else "",
    }
    if mail.material:
        by = mail.material.on or suggested.get("material")
        what = shown(mail.material.text, 200)
        return {"asks": MATERIAL, "by": day_of(by, here), "what": what, **wants}
    if mail.wants_answer and mail.what != "offer":
        return {"asks": ANSWER, "by": wanted, "what": "", **wants}
    return {"asks": NOTHING, **wants}


def _asking(mail: Mail, by: date) -> str:
    """The sentence of the mail in which they want an answer by that day."""
    from_day = When(mail.at.date() if mail.at else by)
    named = (s for s in mail.because if by in {day.last for day in days_in(s, from_day)})
    return next(named, "")


def _bounced(mail: Mail, application: Application, here: Clock) -> dict[str, Any]:
    """The message that came back: the one of its id, else the last one to the address."""
    out = went_out(application, here.now)
    own = id_of(mail.bounced_id)
    by_id = (t for t in out if own and id_of(t.message_id) == own)
    gone = [p.id for p in application.people if p.email and p.email.lower() == mail.bounced]
    by_address = (t for t in out if set(t.people) & set(gone))
    found = next(by_id, None) or next(by_address, None)
    return {"sent": found.id} if found else {}


def text_of(text: str) -> str:
    """The words of a mail, as a touchpoint can hold them."""
    return text if len(text) <= PROSE_LIMIT else text[: PROSE_LIMIT - len(_CUT)] + _CUT
