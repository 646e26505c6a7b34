"""What was typed and is neither sent nor saved yet: a small file of its own beside the data file.

Drafts are no facts: the plan does not follow from them, undo does not know them, and an export leaves them out. A file
that cannot be read never stands in the way: nothing is read from it, and before the next save it is copied aside.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal, TypeVar

import orjson
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from followup.model.codec import problems_of
from followup.model.errors import CannotRead, Problem
from followup.model.strict_json import parse
from followup.model.text import Id, Line, Prose
from followup.model.times import Moment, in_utc
from followup.model.vocabulary import Channel
from followup.store.calls import SYSTEM, Calls
from followup.store.disk import Disk, digest_of
from followup.store.errors import Busy, CannotOpen, CannotSave, Changed
from followup.store.lock import Lock

FORMAT, SCHEMA = "followup-drafts", 1
MOST = 200
KEPT_FOR = timedelta(days=180)
_ATTEMPTS = 3

_T = TypeVar("_T", "Draft", "Form")

Way = Literal["copied", "mail", "file", "gmail", "outlook"]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Handed(_Kept):
    """The text as it left for another program: by which way, when, and what it was."""

    way: Way
    at: Moment
    subject: Line = ""
    body: Prose = ""


class Draft(_Kept):
    """One action's draft. What is None was not chosen or typed: it follows from the facts, as in a new one."""

    at: Moment
    subject: Line | None = None
    body: Prose | None = None
    channel: Channel | None = None
    template: Id | None = None
    specifics: tuple[Id, ...] | None = None
    quote: bool | None = None
    handed: Handed | None = None


class Form(_Kept):
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


class _File(_Kept):
    format: Literal["followup-drafts"]
    schema_: Literal[1] = Field(alias="schema")
    habits: Habits = Habits()
    drafts: dict[Line, Draft] = Field(default_factory=dict)
    forms: dict[Line, Form] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that the file holds. `trouble` says why nothing could be read from it, "" where all is well."""

    by_key: Mapping[str, Draft] = field(default_factory=dict)
    forms: Mapping[str, Form] = field(default_factory=dict)
    habits: Habits = field(default_factory=Habits)
    trouble: str = ""


class DraftsFile:
    """The drafts of one data file, in `<its stem>.drafts.json`. One instance serves all threads."""

    def __init__(self, data: Path, *, patience: float = 3.0, calls: Calls = SYSTEM) -> None:
        self._disk = Disk(data.with_name(f"{data.stem}.drafts.json"), calls)
        self._lock = Lock(self._disk, patience, calls)
        self.path = self._disk.path

    def load(self) -> Drafts:
        """What is kept. It never changes a file and never raises."""
        try:
            data = self._disk.read()
            return Drafts() if data is None else _understood(data)
        except CannotOpen as error:
            return Drafts(trouble=str(error))
        except CannotRead as error:
            return Drafts(trouble=self._sentence(error))

    def keep(self, key: str, draft: Draft | None, *, now: datetime) -> None:
        """Keep an action's draft, or with None forget it; raises CannotSave, Busy or CannotOpen."""
        self._write(lambda drafts: replace(drafts, by_key=_put(drafts.by_key, key, draft)), now)

    def keep_form(self, name: str, form: Form | None, *, now: datetime) -> None:
        """Keep an unsaved form, or with None forget it; raises as `keep`."""
        self._write(lambda drafts: replace(drafts, forms=_put(drafts.forms, name, form)), now)

    def remember(self, habits: Habits, *, now: datetime) -> None:
        """Keep the habits; raises as `keep`."""
        self._write(lambda drafts: replace(drafts, habits=habits), now)

    def _write(self, change: Callable[[Drafts], Drafts], now: datetime) -> None:
        self._disk.make_folder()
        with self._lock.held(now):
            self._sweep()
            for _ in range(_ATTEMPTS):
                data = self._disk.read()
                before = self._read_or_set_aside(data, now)
                after = _pruned(change(before), now)
                if after == before and data is not None and not before.trouble:
                    return
                if data is None and after == Drafts():
                    return
                with contextlib.suppress(Changed):
                    self._disk.put(_bytes(after), None if data is None else digest_of(data), now)
                    return
        raise Busy(f"The draft is not kept: another program keeps changing {self.path}.")

    def _sweep(self) -> None:
        """What a killed writer left: the file itself is whole, and a half-written temp is worth nothing."""
        for path, _ in self._disk.leftovers():
            self._disk.remove(path)

    def _read_or_set_aside(self, data: bytes | None, now: datetime) -> Drafts:
        if data is None:
            return Drafts()
        try:
            return _understood(data)
        except CannotRead:
            self._disk.keep_bad(data, now)
            return Drafts(trouble="set aside")

    def _sentence(self, error: CannotRead) -> str:
        return (
            f"The drafts in {self.path} cannot be read ({error.problems[0]}). "
            "When you write one, that file is kept aside under another name."
        )


def _understood(data: bytes) -> Drafts:
    """Raises CannotRead with all that is wrong."""
    value = parse(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise CannotRead([Problem("", "it is not a file of drafts")])
    if value.get("schema") != SCHEMA:
        raise CannotRead([Problem("schema", "another version of this program wrote it")])
    try:
        file = _File.model_validate(value)
    except ValidationError as error:
        raise CannotRead(problems_of(error)) from None
    return Drafts(dict(file.drafts), dict(file.forms), file.habits)


def _put(kept: Mapping[str, _T], key: str, one: _T | None) -> Mapping[str, _T]:
    others = {name: other for name, other in kept.items() if name != key}
    return others if one is None else {**others, key: one}


def _pruned(drafts: Drafts, now: datetime) -> Drafts:
    """Without what nobody has touched for half a year; the newest where there are too many."""
    return replace(
        drafts, by_key=_newest(drafts.by_key, now), forms=_newest(drafts.forms, now), trouble=""
    )


def _newest(kept: Mapping[str, _T], now: datetime) -> Mapping[str, _T]:
    fresh = [(key, one) for key, one in kept.items() if in_utc(now) - in_utc(one.at) < KEPT_FOR]
    return dict(sorted(fresh, key=lambda item: in_utc(item[1].at))[-MOST:])


def _bytes(drafts: Drafts) -> bytes:
    made = _File.model_validate(
        {
            "format": FORMAT,
            "schema": SCHEMA,
            "habits": drafts.habits,
            "drafts": dict(drafts.by_key),
            "forms": dict(drafts.forms),
        }
    )
    shown = made.model_dump(mode="json", by_alias=True, exclude={"forms"}, exclude_none=True)
    if drafts.forms:  # a None in there is an emptied field
        shown["forms"] = made.model_dump(mode="json", include={"forms"})["forms"]
    data = orjson.dumps(shown, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    after = _understood(data)
    if (after.by_key, after.forms) != (dict(drafts.by_key), dict(drafts.forms)):
        raise CannotSave(
            "The draft is not kept: it would come back from the file as something else."
        )
    return data
