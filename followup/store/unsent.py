"""What was typed and is neither sent nor saved yet: a small file beside the data file, or a row of a database.

It is no fact: the plan does not follow from it, undo does not know it, and an export leaves it out. A file
that cannot be read never stands in the way: nothing is read from it, and before the next save it is copied aside.
The secret of the calendar feed stands here too, since no export may take it along.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from followup.model.errors import CannotRead, Problem
from followup.model.fact import Id, Line, Prose
from followup.model.lossless.codec import problems_of
from followup.model.lossless.strict_json import parse
from followup.model.times import Moment, in_utc
from followup.model.vocabulary import Channel
from followup.store.errors import CannotSave

FORMAT, SCHEMA = "followup-drafts", 1
MOST = 200


_T = TypeVar("_T", "UnsentText", "UnsavedForm")

Way = Literal["copied", "mail", "file", "gmail", "outlook"]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Handed(_Kept):
    """The text as it left for another program: by which way, when, and what it was."""

    way: Way
    at: Moment
    subject: Line = ""
    body: Prose = ""


class UnsentText(_Kept):
    """One action's message. What is None was not chosen or typed: it follows from the facts, as in a new draft."""

    at: Moment
    subject: Line | None = None
    body: Prose | None = None
    channel: Channel | None = None
    template: Id | None = None
    specifics: tuple[Id, ...] | None = None
    quote: bool | None = None
    through: Id | None = None
    agreed: Line | None = None
    reply: Prose | None = None
    handed: Handed | None = None


class UnsavedForm(_Kept):
    """An unsaved form: its fields as typed and as they began, and the number of the record that it was opened on.

    `shape` says for which fields it was written: a form that has others since cannot be filled from it.
    """

    at: Moment
    shape: int = 0
    typed: dict[str, JsonValue]
    seed: dict[str, JsonValue]
    rev: int = 0


class Habits(_Kept):
    """What the user likes in every draft."""

    tone: Literal["plain", "warm"] = "plain"
    linkedin_limit: Literal[200, 300] = 200
    mail_way: Literal["mail", "file", "gmail", "outlook"] = "mail"
    declined: tuple[Line, ...] | None = (
        None  # offers that they did not want, by what tells them apart
    )


class _File(_Kept):
    format: Literal["followup-drafts"]
    schema_: Literal[1] = Field(alias="schema")
    habits: Habits = Habits()
    feed: Line = ""
    drafts: dict[Line, UnsentText] = Field(default_factory=dict)
    forms: dict[Line, UnsavedForm] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unsent:
    """All that is kept. `problem` says why nothing of it could be read, "" where all is well.

    `feed` is the secret in the address of the calendar feed, "" while that is off.
    """

    by_key: Mapping[str, UnsentText] = field(default_factory=dict)
    forms: Mapping[str, UnsavedForm] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    feed: str = ""
    problem: str = ""


class KeptUnsent(ABC):
    """What is unsent of one data, wherever its bytes are kept. One instance serves all threads."""

    @abstractmethod
    def load(self) -> Unsent:
        """What is kept. It never changes anything and never raises."""

    def keep(self, key: str, text: UnsentText | None, *, now: datetime) -> None:
        """Keep an action's text, or with None forget it; raises CannotSave, Busy or CannotOpen."""
        self._write(lambda unsent: replace(unsent, by_key=_put(unsent.by_key, key, text)), now)

    def keep_form(self, name: str, form: UnsavedForm | None, *, now: datetime) -> None:
        """Keep an unsaved form, or with None forget it; raises as `keep`."""
        self._write(lambda unsent: replace(unsent, forms=_put(unsent.forms, name, form)), now)

    def remember(self, habits: Habits, *, now: datetime) -> None:
        """Keep the habits; raises as `keep`."""
        self._write(lambda unsent: replace(unsent, habits=habits), now)

    def keep_feed(self, secret: str, *, now: datetime) -> None:
        """Keep the secret of the calendar feed, or with "" switch it off; raises as `keep`."""
        self._write(lambda unsent: replace(unsent, feed=secret), now)

    @abstractmethod
    def _write(self, change: Callable[[Unsent], Unsent], now: datetime) -> None:
        """Puts what a pure function makes of what is kept in its place."""


def decoded(data: bytes) -> Unsent:
    """What these bytes hold; raises CannotRead with all that is wrong."""
    value = parse(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise CannotRead([Problem("", "it is not a file of drafts")])
    if value.get("schema") != SCHEMA:
        raise CannotRead([Problem("schema", "another version of this program wrote it")])
    try:
        file = _File.model_validate(value)
    except ValidationError as error:
        raise CannotRead(problems_of(error)) from None
    return Unsent(dict(file.drafts), dict(file.forms), file.habits, file.feed)


def _put(kept: Mapping[str, _T], key: str, one: _T | None) -> Mapping[str, _T]:
    others = {name: other for name, other in kept.items() if name != key}
    return others if one is None else {**others, key: one}


def changed(before: Unsent, change: Callable[[Unsent], Unsent], now: datetime) -> Unsent:
    """What `change` makes of it; the newest where there are too many. No age is too high: a wrong clock may say so."""
    unsent = change(before)
    return replace(
        unsent,
        by_key=_newest(unsent.by_key, before.by_key, now),
        forms=_newest(unsent.forms, before.forms, now),
        problem="",
    )


def _newest(kept: Mapping[str, _T], before: Mapping[str, _T], now: datetime) -> Mapping[str, _T]:
    """The newest: what is kept just now, then by the stamps, of which those from the future count as the oldest."""
    moment = in_utc(now)

    def age(item: tuple[str, _T]) -> tuple[bool, bool, datetime]:
        key, one = item
        at = in_utc(one.at)
        return before.get(key) != one, at <= moment, at

    return dict(sorted(kept.items(), key=age)[-MOST:])


def encoded(unsent: Unsent) -> bytes:
    """The bytes that hold it; raises CannotSave for what they would not give back."""
    made = _File.model_validate(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "habits": unsent.habits,
            "feed": unsent.feed,
            "drafts": dict(unsent.by_key),
            "forms": dict(unsent.forms),
        }
    )
    shown = made.model_dump(mode="json", by_alias=True, exclude={"forms"}, exclude_none=True)
    if not unsent.feed:  # an older version refuses what it does not know
        del shown["feed"]
    if unsent.forms:  # a None in there is an emptied field
        shown["forms"] = made.model_dump(mode="json", include={"forms"})["forms"]
    data = orjson.dumps(shown, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    after = decoded(data)
    if (after.by_key, after.forms, after.feed) != (
        dict(unsent.by_key),
        dict(unsent.forms),
        unsent.feed,
    ):
        raise CannotSave(
            "The draft is not kept: it would come back from the file as something else."
        )
    return data
