"""One event of an invitation, as the entry form would be filled by it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar

from followup.exchange.found import Ask, Person
from followup.exchange.invite.doubts import InviteDoubts
from followup.exchange.invite.links import meeting_link, without_links
from followup.exchange.invite.people import organizer_of, people_of
from followup.exchange.invite.properties import held, text_of, texts_of, value_of
from followup.exchange.invite.recurring import is_recurring, next_times
from followup.exchange.invite.words import is_tentative, method_of
from followup.exchange.invite.zones import Start, moment_of
from followup.exchange.reader import Reader
from followup.model.fact import clean_line

_NO_PLACE = (
    "microsoft teams",
    "teams meeting",
    "teams-besprechung",
    "zoom",
    "google meet",
    "webex",
    "online",
    "virtual",
    "remote",
    "video call",
    "video conference",
    "videoconference",
    "to be confirmed",
    "to be announced",
    "tbc",
    "tbd",
    "tba",
    "phone",
    "telephone",
    "phone call",
    "skype",
    "call",
)
_LINK_FIELDS = (
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
    "LOCATION",
    "URL",
    "DESCRIPTION",
    "X-ALT-DESC",
    "SUMMARY",
)
_LONGEST = 10_000
_TEN_DAYS = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class Event:
    """One event: `starts_at` aware, or `on` a day whose time is not known. `people` are to be met, not the user.

    `next_times`: of one that recurs, those to choose from.
    """

    uid: str | None
    sequence: int
    method: str | None
    tentative: bool
    title: str
    starts_at: datetime | None
    on: date | None
    ends_at: datetime | None
    time_zone: str | None
    all_day: bool
    link: str | None
    place: str | None
    organizer: Person | None
    people: tuple[Person, ...]
    recurring: bool
    next_times: tuple[datetime, ...]
    instance: datetime | date | None
    asks: tuple[Ask, ...]


def _number(event: icalendar.Event) -> int:
    value = event.get("SEQUENCE", 0)
    return int(value) if isinstance(value, int) and 0 <= value < 10**6 else 0


def _end(
    event: icalendar.Event, start: Start, zones: dict[str, str], usual: str
) -> datetime | None:
    if not start.moment:
        return None
    stated = value_of(event, "DTEND")
    if stated:
        found = moment_of(*stated, zones, start.zone or usual).moment
    else:
        lasting = held(event.get("DURATION"))
        sane = isinstance(lasting, timedelta) and timedelta(0) < lasting < _TEN_DAYS
        found = start.moment + (
            lasting if isinstance(lasting, timedelta) and sane else timedelta(0)
        )
    return found if found and start.moment < found else None


def _place(event: icalendar.Event) -> str | None:
    place = without_links(clean_line(text_of(event, "LOCATION")))
    bare = place.lower().strip(" .()")
    if not bare or any(
        bare == word or bare in (f"{word} meeting", f"via {word}", f"{word} call")
        for word in _NO_PLACE
    ):
        return None
    return place


def read_event(
    event: icalendar.Event, stated: str, zones: dict[str, str], reader: Reader, *, expand: bool
) -> Event:
    """The event as read; `stated` is the file's METHOD; one that recurs tells its next times where `expand`."""
    value = value_of(event, "DTSTART")
    start = moment_of(*value, zones, reader.zone) if value else None
    doubts = InviteDoubts(event, start, reader)
    status = text_of(event, "STATUS").upper()
    recurring = is_recurring(event)
    moment = start.moment if start else None
    times = next_times(event, moment, reader.now) if recurring and moment and expand else ()
    instance = value_of(event, "RECURRENCE-ID")
    which = moment_of(*instance, zones, reader.zone) if instance else None
    method = method_of(stated, status, doubts.title, doubts.text)
    return Event(
        uid=clean_line(text_of(event, "UID")) or None,
        sequence=_number(event),
        method=method,
        tentative=is_tentative(status, doubts.title),
        title=clean_line(doubts.title),
        starts_at=moment,
        on=start.on if start else None,
        ends_at=_end(event, start, zones, reader.zone) if start else None,
        time_zone=start.zone if start else None,
        all_day=bool(start and start.on),
        link=meeting_link(text for name in _LINK_FIELDS for text in texts_of(event, name)),
        place=_place(event),
        organizer=organizer_of(event),
        people=people_of(event, doubts.text, reader.addresses, reader.name),
        recurring=recurring,
        next_times=times,
        instance=(which.moment or which.on) if which else None,
        asks=tuple(doubts.asks(method, times, recurring=recurring)),
    )
