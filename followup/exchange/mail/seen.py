"""What a mail can be, what is told of it, and what else is seen in it."""

from dataclasses import dataclass
from typing import Literal

from followup.model.vocabulary import ReceivedPurpose

What = Literal[ReceivedPurpose, "left", "noise"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What else it does: propose days, times too, call one off, say when they answer, name a day to come, answer.

    `dated` is whether they name the day itself on which they answer, `tells` whether they name any, however vaguely;
    `known` whether the role is named, or an application fits; `handed_round` whether they pass it on among themselves.
    """

    proposes: bool
    timed: bool
    calls_off: bool
    dated: bool
    tells: bool
    later: bool
    answers: bool
    known: bool
    handed_round: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """What a mail is; `rival` is another kind that it may as well be; `because` the sentences that say so.

    `strange` is whether a stranger writes and names nothing of a search: that wants no answer.
    """

    what: What
    rival: What | None
    because: tuple[str, ...]
    strange: bool = False
