"""What an open page asks once a minute, where its user wants to be reminded: what came up since it asked last."""

import os
from datetime import UTC, datetime, timedelta
from typing import Final

import tzlocal
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from followup.home import data_path
from followup.model.errors import FollowupError
from followup.model.fact import is_zone
from followup.model.facts import seen_from
from followup.model.times import read_moment
from followup.store.file_store import FileStore
from followup.views.reminders import reminders

PATH: Final = "/reminders"
_LONGEST: Final = timedelta(hours=12)  # a computer that slept over nine; no more than a day's list


def route() -> Route:
    """`/reminders?since=ISO-DATE-TIME&zone=ZONE`, behind the same guard as the pages."""
    opened: dict[str, FileStore] = {}

    async def answer(request: Request) -> Response:
        since, zone = request.query_params.get("since", ""), request.query_params.get("zone", "")
        try:
            found = await run_in_threadpool(_since, opened, since, zone)
        except (FollowupError, ValueError):  # the page itself says what is wrong with the file
            return Response(status_code=204)
        return JSONResponse(found, headers={"cache-control": "no-store"})

    return Route(PATH, answer)


def present() -> datetime:
    """The present moment, in UTC; FOLLOWUP_NOW stops it, for tests."""
    fixed = os.environ.get("FOLLOWUP_NOW")
    return read_moment(fixed).astimezone(UTC) if fixed else datetime.now(UTC)


def _since(opened: dict[str, FileStore], asked: str, zone: str) -> dict[str, object]:
    """The present moment, from which to ask the next time, and what came up since the asked one."""
    now = present()
    since = max(read_moment(asked), now - _LONGEST) if asked else now
    path = data_path()
    store = opened.setdefault(str(path), FileStore(path))
    here = zone if is_zone(zone) else tzlocal.get_localzone_name()
    facts = seen_from(store.load().facts, here)
    return {
        "now": now.isoformat(),
        "reminders": [
            {"id": one.id, "title": one.title, "text": "\n".join(one.lines)}
            for one in reminders(facts, since, now)
        ],
    }
