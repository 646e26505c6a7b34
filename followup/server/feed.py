"""The calendar feed: what a calendar program on this computer asks for each hour, by a secret address and no cookie.

It is off until the user switches it on, on the page Data, and shows what is in a file: where many sign in, there is
none.
"""

import hmac
from datetime import datetime
from typing import TYPE_CHECKING

import tzlocal
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from followup.exchange.out import CALENDAR
from followup.home import data_path, database_url
from followup.model.errors import FollowupError
from followup.model.facts import seen_from
from followup.playbook.kept_plan import Index
from followup.server.reminding import present
from followup.store.file_store import FileStore

if TYPE_CHECKING:
    from followup.exchange.out.ics import Feed


class _Opened:
    """The data file with its plan, which is kept from one time to the next."""

    def __init__(self) -> None:
        self._store = FileStore(data_path())
        self._index = Index()

    def read(self, secret: str, moment: datetime) -> "Feed | None":
        """What the feed shows; None for whoever does not have its secret, and while it is off."""
        wanted = self._store.unsent.load().feed
        if not (wanted and hmac.compare_digest(secret.encode(), wanted.encode())):
            return None
        from followup.exchange.out.ics import feed  # late: few servers are ever asked for it

        facts = seen_from(self._store.load().facts, tzlocal.get_localzone_name())
        return feed(facts, self._index.at(facts, moment).actions, moment)


def route() -> Route:
    """`/calendar/<secret>.ics`, of which the guard knows that anybody may ask (`pages.is_open`)."""
    opened: dict[str, _Opened] = {}

    def read(secret: str, moment: datetime) -> "Feed | None":
        if database_url():
            return None
        key = str(data_path())
        if key not in opened:
            opened[key] = _Opened()
        return opened[key].read(secret, moment)

    async def answer(request: Request) -> Response:
        moment = present()
        try:
            found = await run_in_threadpool(read, request.path_params["secret"], moment)
        except FollowupError:  # the page itself says what is wrong with the file
            return Response(status_code=503)
        if found is None:
            text = "There is no such calendar.\n"
            return Response(text, 404, {"cache-control": "no-store"}, "text/plain")
        headers = {"etag": f'"{found.tag}"', "cache-control": "private, no-cache"}
        if _has(request.headers.get("if-none-match", ""), found.tag):
            return Response(status_code=304, headers=headers)
        data = await run_in_threadpool(found.file, moment)
        return Response(data, headers=headers, media_type=f"{CALENDAR}; charset=utf-8")

    return Route("/calendar/{secret}.ics", answer)


def _has(asked: str, tag: str) -> bool:
    """Whether a program has this state already, by the tags that it names."""
    names = (each.strip().removeprefix("W/").strip('"') for each in asked.split(","))
    return asked.strip() == "*" or tag in names
