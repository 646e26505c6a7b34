"""When an interview is, as the fields of the dialog have it: from a mail's words, or from an event."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from followup.exchange.filled.people import known
from followup.exchange.found import Person as Named
from followup.exchange.invite import Event
from followup.exchange.invite.words import without_hold
from followup.exchange.mail import Mail
from followup.exchange.mail.about.context import clock_of_employer
from followup.exchange.mail.result import Interview as MailTime
from followup.exchange.mail.result import Off
from followup.forms.checking import MOST_MINUTES
from followup.forms.happened.rounds import ON_A_DAY, PROPOSED, TO_FOLLOW, planned_rounds
from followup.model.fact import LINE_LIMIT, shown, zone_names
from followup.model.facts import Application, Interview
from followup.model.times import Clock, in_utc
from followup.prose.rounds import NOT_CONFIRMED, as_hold, round_named
from followup.prose.text import full_date
from followup.prose.when.places import other_zone, zone_of_address

_MODES = {
    "phone": ("phone", "telephone", "ring you", "call you", "anruf", "telefon"),
    "video": ("video", "zoom", "teams-", "microsoft teams", "google meet", "webex"),
    "in_person": ("in person", "vor ort", "on-site", "onsite", "at our office", "in unserem büro"),
}
_INVITING = ("recruiter", "hr", "agency")  # they take part, but hold it only where nobody else does
_NEAR = timedelta(hours=12)


class Timed(Protocol):
    """What has a time: an event, or a time that a mail names."""

    @property
    def starts_at(self) -> datetime | None: ...
    @property
    def on(self) -> date | None: ...
    @property
    def ends_at(self) -> datetime | None: ...
    @property
    def time_zone(self) -> str | None: ...
    @property
    def link(self) -> str | None: ...
    @property
    def place(self) -> str | None: ...


def day_of(value: object, here: Clock) -> date | None:
    """The day of a day or a moment; None for anything else."""
    if isinstance(value, datetime):
        return here.day(value)
    return value if isinstance(value, date) else None


def round_of(uid: str | None, application: Application) -> Interview | None:
    """The round that came from the invitation of this UID."""
    return next((i for i in application.interviews if uid and i.uid == uid), None)


def zone_of(timed: Timed, here: Clock) -> str:
    """The zone whose wall clock is shown: its own where that is one, else the user's."""
    return timed.time_zone if timed.time_zone in zone_names() else here.zone.key


def _on_their_clock(
    timed: MailTime, application: Application, here: Clock, sent: datetime | None
) -> MailTime:
    """A time of a mail that names no zone, on the clock on the wall where one meets, else on the employer's.

    One that the mail's own clock made a moment of stays that moment.
    """
    at, mine = timed.starts_at, here.zone.key
    if at is None or timed.zone_named or timed.time_zone not in (None, mine):
        return timed
    wall = None if timed.link else zone_of_address(timed.place or "")
    zone = other_zone(wall or clock_of_employer(application, sent, here.zone), mine, at)
    if zone is None:
        return timed
    if timed.time_zone is None:
        same = at.utcoffset() == at.astimezone(ZoneInfo(zone)).utcoffset()
        return replace(timed, time_zone=zone) if same else timed
    ends = timed.ends_at and timed.ends_at.replace(tzinfo=ZoneInfo(zone))
    there = at.replace(tzinfo=ZoneInfo(zone))
    return replace(timed, starts_at=there, ends_at=ends, time_zone=zone)


def of_time(timed: Timed, here: Clock) -> dict[str, Any]:
    """Day, time, zone, length, link and place."""
    zone = zone_of(timed, here)
    fields: dict[str, Any] = {
        "new": ON_A_DAY,
        "zone": zone,
        "link": shown(timed.link or "", LINE_LIMIT),
        "location": shown(timed.place or "", LINE_LIMIT),
        "day": timed.on,
        "time": None,
    }
    if timed.starts_at:
        wall = timed.starts_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        fields |= {"day": wall.date(), "time": wall.time().replace(second=0, microsecond=0)}
        if timed.ends_at:
            lasts = in_utc(timed.ends_at) - in_utc(timed.starts_at)
            minutes = round(lasts.total_seconds() / 60)
            fields |= {"minutes": minutes} if 1 <= minutes <= MOST_MINUTES else {}
    return fields


def of_event(
    event: Event, application: Application, here: Clock, hosts: Sequence[Named] = ()
) -> dict[str, Any]:
    """As `of_time`, with its title, who will be there, and by which UID and SEQUENCE it is known again.

    `hosts` are those whom the mail around it names as met.
    """
    there = [p for each in event.people if (p := known(each, application))]
    met = _met(hosts, application)
    holding = [p.id for p in there if p.role not in _INVITING] + met or [p.id for p in there]
    old = round_of(event.uid, application)
    return {
        **of_time(event, here),
        "mode": mode_of(event, f"{event.title} {event.place or ''}"),
        "round": "" if old else name_of(event),
        "hold": event.tentative,
        "notes": NOT_CONFIRMED if event.tentative else "",
        "who": list(dict.fromkeys(holding)),
        "uid": shown(event.uid or "", LINE_LIMIT),
        "sequence": event.sequence,
        **({"which": old.id} if old else {}),
        **(proposed([event], here) if event.method == "COUNTER" else {}),
    }


def name_of(event: Event) -> str:
    """The round's name, which says so where its time is only held."""
    return (
        as_hold(shown(without_hold(event.title), 110))
        if event.tentative
        else shown(event.title, 120)
    )


def mode_of(timed: Timed, words: str) -> str:
    """How one meets: by video where nothing tells."""
    return _mode_told(timed, words) or "video"


def _mode_told(timed: Timed, words: str) -> str | None:
    """By video where there is a link, in person where there is a place; else as the words say; None where none does."""
    if timed.link:
        return "video"
    said = words.lower()
    told = (mode for mode, signs in _MODES.items() if any(sign in said for sign in signs))
    return next(told, "in_person" if timed.place else None)


def _met(hosts: Sequence[Named], application: Application) -> list[str]:
    """Who of those that a mail names as met is on file, by id."""
    return [p.id for each in hosts if (p := known(each, application))]


def of_mail(mail: Mail, application: Application, here: Clock) -> dict[str, Any]:
    """What a mail says of an interview: by the calendar within, else by its words; and whom one meets."""
    met = _met(mail.hosts, application)
    return {**({"who": met} if met else {}), **_when(mail, application, here)}


def _when(mail: Mail, application: Application, here: Clock) -> dict[str, Any]:
    events = [event for event in mail.events if event.method != "REPLY"]
    if events:
        return of_event(events[0], application, here, mail.hosts)
    off = _off(mail.cancelled, application, here)
    times = [_on_their_clock(one, application, here, mail.at) for one in mail.interviews]
    if times:
        # An address is where one meets, though the text says when to phone.
        mode = _mode_told(times[0], "" if times[0].place else f"{mail.subject} {mail.text}")
        told = {"mode": mode} if mode else {}
        told["round"] = round_named([mail.subject, *mail.because])
        choice = proposed(times, here) if times[0].proposed or times[1:] else {}
        return {**of_time(times[0], here), **told, **choice, **off}
    guess = next(
        (a.suggestion for a in mail.asks if a.field == "interviews" and a.suggestion), None
    )
    if isinstance(guess, datetime):
        wall = here.wall(guess)
        start = {"day": wall.date(), "time": wall.time(), "zone": here.zone.key}
        return {"new": ON_A_DAY, **start, **off}
    if isinstance(guess, date):
        return {"new": ON_A_DAY, "day": guess, "time": None, **off}
    return {"new": TO_FOLLOW, **off}


def proposed(times: Sequence[Timed], here: Clock) -> dict[str, Any]:
    """Times to choose from, a line each, on one wall clock."""
    zone = zone_of(times[0], here)
    clock = Clock(here.now, ZoneInfo(zone))
    lines = []
    for one in times:
        if one.starts_at:
            end = f" to {clock.wall(one.ends_at):%H:%M}" if one.ends_at else ""
            day = full_date(clock.day(one.starts_at), clock.today)
            lines.append(f"{day}, {clock.wall(one.starts_at):%H:%M}{end}")
        elif one.on:
            lines.append(full_date(one.on, clock.today))
    # The first of them stands at “On a day”, too, for when it is that one.
    at = times[0].starts_at
    first = {
        "day": clock.day(at) if at else times[0].on,
        "time": clock.wall(at).time().replace(second=0, microsecond=0) if at else None,
    }
    return {"new": PROPOSED, "proposed": "\n".join(dict.fromkeys(lines)), "zone": zone, **first}


def _off(cancelled: Sequence[Off], application: Application, here: Clock) -> dict[str, Any]:
    """The planned round that is called off, where the time that is named is its own."""
    planned = planned_rounds(application, here.now)
    for off in cancelled:
        for one in planned:
            near = off.starts_at and abs(in_utc(off.starts_at) - one.begins) < _NEAR
            if near or (off.on and off.on == here.day(one.begins)):
                return {"which": one.id}
    return {}


def named(event: Event) -> tuple[Named, ...]:
    """The organiser and the people, each once."""
    people = [*([event.organizer] if event.organizer else []), *event.people]
    return tuple(dict.fromkeys(people))
