"""The value of every field for one action: the facts as words that fit into a message."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from followup.messages.field_list import BY_NAME
from followup.messages.notes import Listener, material, note, qualification
from followup.messages.scene import (
    CHECKS,
    Scene,
    day_of,
    deadline,
    ends_at,
    held,
    promises,
)
from followup.messages.wording import clipped, form_of, is_moment, is_topic, listed
from followup.model.facts import Person, Specific
from followup.model.times import in_utc

_GENDERS = re.compile(r"\s*\((?:[a-z*]/){1,3}[a-z*]\)|\s*\(all genders\)", re.IGNORECASE)
_TITLE = re.compile(
    r"(?i)^((?:(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|herr|frau)\b\.?\s+)+)(?=\S)"
)
_NAME, _NOTE, _SIGNATURE = 300, 600, 2_000  # characters of one field that go into a message
_NUMBERS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight")


def first_name(name: str) -> str:
    """The first name of a full one; “Adler, Dana” is Dana too, and a title does not count."""
    last, comma, first = name.partition(",")
    bare = _TITLE.sub("", (first.strip() if comma and first.strip() else last).strip())
    return bare.split()[0] if bare.split() else name.strip()


def greeting_name(name: str) -> str:
    """What to write after “Dear”: the first name, or title and last name of somebody who is entered with a title."""
    title = _TITLE.match(name.strip())
    if title is None:
        return first_name(name)
    last = name.strip().partition(",")[0].split()[-1]
    return f"{' '.join(title[1].split())} {last}"


def role_title(role: str) -> str:
    """The role as one says it: “Data Engineer (m/w/d)” is Data Engineer."""
    return " ".join(_GENDERS.sub("", " ".join(clipped(role, _NAME).split())).split())


def day_text(day: date | None, today: date) -> str:
    """A day as written in a message; the year only where it is another one."""
    if day is None:
        return ""
    return f"{day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def on_day(day: date, today: date) -> str:
    """“on Tuesday” within a week, else “on 17 November”; never “today”, as a draft may be sent tomorrow."""
    near = 0 <= (today - day).days <= 6  # noqa: PLR2004 (the days of a week before their names repeat)
    return f"on {day:%A}" if near else f"on {day_text(day, today)}"


def weeks(days: int) -> str:
    """A number of days as one says it: “a few days”, “a week”, “two weeks”."""
    whole = (days + 3) // 7
    if days < 7:  # noqa: PLR2004 (a week)
        return "a few days"
    return (
        f"{_NUMBERS[whole]} week{'s' if whole > 1 else ''}"
        if whole < len(_NUMBERS)
        else "some time"
    )


def closing(sign_off: str, name: str, signature: str) -> str:
    """Sign-off, own name and signature, the name once."""
    lines = [f"{sign_off.strip().rstrip(',')},"] if sign_off.strip() else []
    signed = clipped(signature.strip(), _SIGNATURE)
    if name.strip() and name.strip().casefold() not in signed.casefold():
        lines.append(name.strip())
    return "\n".join([*lines, signed] if signed else lines)


def listener(around: Scene, specific: Specific) -> Listener:
    """Who reads that specific: whether it was the speaker, and whether a “they” means the reader's company."""
    reader = around.recipient
    if reader is None or reader.role == "agency":
        inside = reader is None
        spoke = False
    else:
        inside = True
        alone = [p.id for p in around.team] == [reader.id]
        spoke = reader.id == specific.said_by or (specific.said_by is None and alone)
    by = next((p for p in around.application.people if p.id == specific.said_by), None)
    return Listener(
        inside=inside, spoke=spoke, speaker=first_name(by.name) if by and not spoke else ""
    )


def _person(person: Person | None) -> dict[str, str]:
    name = clipped(person.name.strip(), _NAME) if person else ""
    return {
        "name": name,
        "first_name": first_name(name),
        "greeting": greeting_name(name) if name else "",
    }


def _specific(around: Scene, specific: Specific) -> dict[str, str]:
    return {
        "text": note(clipped(specific.text, _NOTE), listener(around, specific)),
        "tie": qualification(clipped(specific.ties_to, _NOTE)),
        "topic": specific.topic,
    }


def _moments(around: Scene, notes: Sequence[Mapping[str, str]]) -> list[str]:
    """What was said as moments: things talked about are put together as one conversation."""
    reader = around.recipient
    owner = "our" if reader is None or reader in around.team else "the"
    texts = [n["text"] for n in notes]
    things = [t for t in texts if (form_of(t) == "phrase" and not is_moment(t)) or is_topic(t)]
    if not things:
        return texts
    one = f"{owner} conversation about {listed(things)}"
    return [one if t == things[0] else t for t in texts if t == things[0] or t not in things]


def _since(around: Scene) -> str:
    done = held(around.application, around.now)
    return weeks((in_utc(around.now) - ends_at(done[-1])).days) if done else ""


def _days(around: Scene) -> dict[str, str]:
    application, today = around.application, around.today
    decisions = [p.on for p in promises(application) if p.kind == "decision_by" and p.on]
    checks = [
        t.at for t in application.touchpoints if t.direction == "sent" and t.purpose in CHECKS
    ]
    zone = around.me.time_zone
    return {
        "decision_day": day_text(max(decisions, default=None), today),
        "last_note_day": day_text(day_of(max(checks, default=None), zone), today),
        "offer_day": day_text(around.offer_day, today),
        "deadline_day": day_text(deadline(application, zone), today),
        "since": _since(around),
    }


def _interview(around: Scene) -> dict[str, str]:
    interview = around.interview
    if interview is None:
        return {"day": "", "round": "", "mode": ""}
    day = interview.starts_at.astimezone(ZoneInfo(interview.time_zone)).date()
    return {
        "day": on_day(day, around.today),
        "round": interview.round.strip(),
        "mode": interview.mode,
    }


def _colleagues(around: Scene) -> str:
    reader = around.recipient.id if around.recipient else None
    return listed([greeting_name(p.name) for p in around.team if p.id != reader and p.name.strip()])


def _the_role(role: str) -> str:
    """The role inside a sentence; the word “role” once."""
    if not role:
        return "the role"
    return (
        f"the {role}"
        if role.casefold().endswith((" role", " position", " job"))
        else f"the {role} role"
    )


def _notes(around: Scene, chosen: Sequence[Specific]) -> dict[str, Any]:
    """The fields that say what was chosen of the interview."""
    chosen = [s for s in chosen if s.text.strip()]
    notes = [_specific(around, s) for s in chosen]
    asked = next((n for n in notes if n["topic"] == "question"), {"text": "", "tie": ""})
    return {
        "specifics": notes,
        "specifics_count": len(notes),
        "specific": next(iter(notes), {"text": "", "tie": "", "topic": ""}),
        "moments": _moments(around, notes),
        "moment": next(iter(_moments(around, notes[:1])), ""),
        "tie": next((n["tie"] for n in notes if n["tie"]), ""),
        "question": asked["text"],
        "answer": asked["tie"],
    }


def _interviewer(around: Scene) -> str:
    through_somebody = around.person and around.person != around.recipient
    return around.person.name.strip() if around.person and through_somebody else ""


def values(around: Scene, chosen: Sequence[Specific]) -> dict[str, Any]:
    """Every field's value, nested as its name is dotted. Absent ones are empty, never missing."""
    me, application, wanted = around.me, around.application, around.promise
    role = role_title(application.role)
    company = clipped(application.company.strip(), _NAME)
    person = _person(around.recipient)
    to_agency = around.recipient is not None and around.recipient.role == "agency"
    return {
        "company": company or ("the company" if to_agency else "your company"),
        "role": role,
        "the_role": _the_role(role),
        "person": {**person, "greeting": person["greeting"] or f"{company} hiring team".strip()},
        "interviewer": {"name": _interviewer(around)},
        "interviewers": listed([p.name.strip() for p in around.team if p.name.strip()]),
        "colleagues": _colleagues(around),
        "interview": _interview(around),
        "promise": {
            "text": material(clipped(wanted.text, _NOTE)) if wanted and wanted.text.strip() else "",
            "day": day_text(wanted.on if wanted else None, around.today),
        },
        "via_agency": application.route == "agency",
        "to_agency": to_agency,
        "me": {
            "name": me.name.strip(),
            "first_name": first_name(me.name),
            "email": me.email.strip(),
            "phone": me.phone.strip(),
        },
        "closing": closing(me.sign_off, me.name, me.signature),
        **_notes(around, chosen),
        **_days(around),
    }


def absent(around: Scene, found: Mapping[str, Any]) -> frozenset[str]:
    """The names of the fields that stand empty, or with a stand-in."""
    gone = set()
    for name in BY_NAME:
        value: Any = found
        for part in name.split("."):
            value = value[part]
        if value in ("", [], 0):
            gone.add(name)
    if not around.application.company.strip():
        gone.add("company")
    if not found["role"]:
        gone.add("the_role")
    if not found["person"]["name"]:
        gone.add("person.greeting")
    if not found["me"]["name"]:
        gone.add("closing")
    return frozenset(gone)
