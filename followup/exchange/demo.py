"""The demo data: made-up applications that show every kind of action, whenever one looks at them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from followup.home import HOME
from followup.model.facts import Application, Facts, Interview
from followup.model.lossless.codec import from_document
from followup.model.lossless.strict_json import parse
from followup.model.settings import Me
from followup.playbook.workdays import Place, first_working_day, working_day_before

_FILE = HOME / "data" / "demo.json"
_MOMENTS = frozenset({"at", "starts_at", "made_at", "until"})
_REMEMBERED = timedelta(days=3)  # section 3: then a debrief is over
_ANYWHERE = Place(None, year_end_pause=False)
_DAYS = frozenset({"on", "back_on", "deadline"})


def demo_facts(now: datetime) -> Facts:
    """The demo data moved by whole days, so that its own day (`demo_day` in the file) is the day of `now` (aware)."""
    document = parse(_FILE.read_bytes())
    zone = ZoneInfo(document["me"]["time_zone"])
    days = now.astimezone(zone).date() - date.fromisoformat(document.pop("demo_day"))
    made = from_document(_moved(document, _mover(days, zone)))
    return made.replace(
        applications=[_on_working_days(each, made.me, now) for each in made.applications]
    )


def _on_working_days(application: Application, me: Me, now: datetime) -> Application:
    """Nobody holds interviews on a Sunday."""
    place = Place(application.country or me.country, application.region)
    rounds = [
        each.replace(starts_at=_worked(each, me.zone, place, now))
        for each in application.interviews
    ]
    return application.replace(interviews=rounds)


def _worked(interview: Interview, zone: ZoneInfo, place: Place, now: datetime) -> datetime:
    """When it is held: one that lies ahead on the next working day, a past one on the last before it.

    Yesterday's is moved to today where that is over by now, and around Easter stays on a holiday (but not on a Sunday):
    three days after it nobody notes what was said.
    """
    local = interview.begins.astimezone(zone).replace(tzinfo=None)
    length = timedelta(minutes=interview.minutes)
    after, before = (
        datetime.combine(day, local.time(), zone)
        for day in (
            first_working_day(local.date(), place),
            working_day_before(local.date() + timedelta(days=1), place),
        )
    )
    if interview.begins > now:
        return after
    if now.astimezone(zone).date() - local.date() > timedelta(days=1):
        return before
    if after + length <= now:
        return after
    if place == _ANYWHERE or now - before - length < _REMEMBERED:
        return before
    return _worked(interview, zone, _ANYWHERE, now)


def _mover(days: timedelta, zone: ZoneInfo) -> Callable[[str, str], str]:
    def move(key: str, value: str) -> str:
        if key in _DAYS:
            return (date.fromisoformat(value) + days).isoformat()
        local = datetime.fromisoformat(value).astimezone(zone).replace(tzinfo=None)
        return (local + days).replace(tzinfo=zone).isoformat()

    return move


def _moved(value: Any, move: Callable[[str, str], str]) -> Any:
    if isinstance(value, list):
        return [_moved(item, move) for item in value]
    if isinstance(value, dict):
        return {
            key: move(key, item)
            if key in _MOMENTS | _DAYS and isinstance(item, str)
            else _moved(item, move)
            for key, item in value.items()
        }
    return value
