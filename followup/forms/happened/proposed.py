"""Times that were proposed for an interview: as a message has them, read again, and one of them taken. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

from followup.forms.checking import wall_moment
from followup.forms.happened.log import Happening
from followup.forms.likely import unsaid
from followup.model import changes
from followup.model.fact import zone_names
from followup.model.facts import Application, Interview, Person, Touchpoint, new_id
from followup.model.settings import Me
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import Mode
from followup.playbook.case import case_of, date_owed
from followup.prose.rounds import PROPOSED, said_in
from followup.prose.text import moment_words
from followup.prose.when import When, days_in
from followup.prose.when.clock import times_in


@dataclass(frozen=True, slots=True)
class Proposed:
    """The message that proposes times and is not settled yet; its words for them, and those that lie ahead.

    `minutes` is how long each of them lasts that has an end, `said` what the note says of the round.
    """

    message: Touchpoint
    words: str
    zone: ZoneInfo
    times: tuple[datetime, ...]
    minutes: Mapping[datetime, int]
    said: Mapping[str, str]

    def says_more(self, here: Clock) -> bool:
        """Whether their words say more than the times: a line that is none of them, or another clock than `here`."""
        return len(self.words.splitlines()) != len(self.times) or self.zone != here.zone


def like(old: Interview) -> dict[str, Any]:
    """What a round that takes the place of another has of it."""
    kept = {"mode", "minutes", "round", "interviewers", "location", "link", "uid", "sequence"}
    return old.model_dump(include=kept)


def noted(fields: Mapping[str, Any], people: Sequence[Person]) -> dict[str, str]:
    """A round's fields as the note of the times that they propose has them."""
    names = [p.name for p in people if p.id in fields.get("interviewers", ())]
    noted = {name: str(fields.get(name) or "") for name in ("round", "minutes", "location", "link")}
    mode = str(fields.get("mode") or "").replace("_", " ")
    return {**noted, "mode": mode, "with": "; ".join(names)}


def round_of_note(said: Mapping[str, str], people: Sequence[Person]) -> dict[str, Any]:
    """The fields of a round that such a note has."""
    kept: dict[str, Any] = {n: said[n] for n in ("round", "location", "link") if n in said}
    mode, minutes = said.get("mode", "").replace(" ", "_"), said.get("minutes", "")
    names = said.get("with", "").split("; ")
    met = tuple(p.id for p in people if p.name in names and not p.left)
    kept |= {"mode": mode} if mode in get_args(Mode) else {}
    kept |= {"minutes": int(minutes)} if minutes.isdecimal() and int(minutes) else {}
    return kept | ({"interviewers": met} if met else {})


def proposed(application: Application, me: Me, now: datetime) -> Proposed | None:
    """What stands to choose from for the round whose date is still owed; None where nothing does."""
    found = [
        (t, block)
        for t in application.touchpoints
        if t.at <= now and (block := PROPOSED.search(t.text))
    ]
    owed = date_owed(case_of(application, me, now)) if found else None
    about = owed[1].id if owed else None
    for message, block in sorted(found, key=lambda each: in_utc(each[0].at), reverse=True):
        if about in (message.id, message.interview) and block["zone"] in zone_names():
            zone = ZoneInfo(block["zone"])
            lasts = dict(read(block["times"], message.at, zone))
            minutes = {at: minutes for at, minutes in lasts.items() if minutes}
            times = tuple(sorted(at for at in lasts if at > now))
            return Proposed(message, block["times"].strip(), zone, times, minutes, said_in(block))
    return None


def read(text: str, written: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, int | None]]:
    """The moments that a text names, from when it was written (aware) on; a time goes with the day before it.

    With each how many minutes it lasts, where its end is said.
    """
    day = in_utc(written).astimezone(zone).date()
    known: date | None = None
    for line in text.splitlines():
        days = [said for said in days_in(line, When(day)) if said.is_day and said.last]
        for said in times_in(line):
            before = [one.last for one in days if one.span.start < said.span.start]
            known = before[-1] if before else days[0].last if days else known
            at = wall_moment(known, said.start, zone) if known else None
            if at and known == day and in_utc(at) <= in_utc(written):
                at += timedelta(days=7)  # “Tuesday, 10:00”, written on a Tuesday at noon
            if at and not said.window:
                moment = said.zone.moment(at.replace(tzinfo=None)) if said.zone else at
                yield moment, _minutes_between(said.start, said.end) if said.end else None


def taken(application: Application, offer: Proposed, at: datetime, here: Clock) -> Happening:
    """One of the times, as a round: as their message says, else like that which it takes the place of, or the last."""
    message = offer.message
    old = next((i for i in application.interviews if i.id == message.interview), None)
    fields = like(old) if old else unsaid(application)
    fields |= round_of_note(offer.said, application.people)
    fields |= {"minutes": offer.minutes[at]} if at in offer.minutes else {}
    new = Interview(id=new_id(), starts_at=at, time_zone=offer.zone.key, **fields)

    def change(fresh: Application) -> Application:
        longer = fresh.replace(interviews=(*fresh.interviews, new))
        if old or message.purpose != "invitation":
            return longer
        return changes.on_touchpoint(longer, message.id, lambda it: it.replace(interview=new.id))

    return Happening(change, f"the interview is on {moment_words(at, here)}")


def _minutes_between(start: time, end: time) -> int | None:
    """How long it is from one time of day to a later one; None where it is not."""
    minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
    return minutes if minutes > 0 else None
