"""What is stored beside the applications: snoozes, skips, calendar entries that were handed out, templates."""

from typing import Annotated

from pydantic import Field, StrictInt

from followup.model.fact import Fact, Id, Line, Prose
from followup.model.times import Deadline, Moment
from followup.model.vocabulary import ActionKind, Channel


class Snooze(Fact):
    """The user wants to see the action with this key again at `until`, not before."""

    action: Line
    until: Moment


class Skip(Fact):
    """The user will not do the action with this key."""

    action: Line
    at: Moment
    reason: Prose = ""


class HandedOut(Fact):
    """A calendar entry that was given out; `content` is a digest of what it said, "" once it was withdrawn."""

    uid: Id
    sequence: Annotated[StrictInt, Field(ge=0)] = 0
    title: Line = ""
    starts_at: Deadline | None = None
    content: Line = ""


class Template(Fact):
    """A message template of the user's own."""

    id: Id
    kind: ActionKind
    channel: Channel = "email"
    name: Line
    subject: Line = ""
    body: Prose = ""
