"""Times that were proposed for an interview: as a message has them, read again, and one of them taken. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from followup.forms.checking import wall_moment
from followup.forms.happened.log import Happening
from followup.forms.happened.rounds import like, usual
from followup.model import changes
from followup.model.fact import zone_names
from followup.model.facts import Application, Interview, Touchpoint, new_id
from followup.model.settings import Me
from followup.model.times import Clock, in_utc
from followup.playbook.case import case_of, date_owed
from followup.prose.rounds import PROPOSED
from followup.prose.text import moment_words
from followup.prose.when import When, days_in
from followup.prose.when.clock import times_in


@dataclass(frozen=True, slots=True)
class Proposed:
    """The message that proposes times and is not settled yet; its words for them, and those that lie ahead."""

    message: Touchpoint
    words: str
    zone: ZoneInfo
    times: tuple[datetime, ...]

    def says_more(self, here: Clock) -> bool:
        """Whether their words say more than the times: a line that is none of them, or another clock than `here`."""
        return len(self.words.splitlines()) != len(self.times) or self.zone != here.zone


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
            times = sorted({at for at in read(block["times"], message.at, zone) if at > now})
            return Proposed(message, block["times"].strip(), zone, tuple(times))
    return None


def read(text: str, written: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The moments that a text names, from when it was written (aware) on; a time goes with the day before it."""
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
                yield said.zone.moment(at.replace(tzinfo=None)) if said.zone else at


def taken(application: Application, offer: Proposed, at: datetime, here: Clock) -> Happening:
    """One of the times, as a round: like the one that it takes the place of, else like the last.

    The first one is held by those who were entered as interviewers, as its invitation names them.
    """
    message = offer.message
    old = next((i for i in application.interviews if i.id == message.interview), None)
    fields = like(old) if old else usual(application)
    if not application.interviews:
        met = [p.id for p in application.people if p.role == "interviewer" and not p.left]
        fields["interviewers"] = tuple(met) or fields["interviewers"]
    new = Interview(id=new_id(), starts_at=at, time_zone=offer.zone.key, **fields)

    def change(fresh: Application) -> Application:
        longer = fresh.replace(interviews=(*fresh.interviews, new))
        if old or message.purpose != "invitation":
            return longer
        return changes.on_touchpoint(longer, message.id, lambda it: it.replace(interview=new.id))

    return Happening(change, f"the interview is on {moment_words(at, here)}")
