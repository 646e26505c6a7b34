"""What is not settled yet, as a text says it: a time that is only held, and the times that a message proposes."""

import re

_HOLD = " (hold)"
# What stands in the notes of such a round.
NOT_CONFIRMED = "A hold: they have not confirmed this time yet."


def as_hold(name: str) -> str:
    """“Second round (hold)”."""
    return f"{plain_name(name) or 'Interview'}{_HOLD}"


def is_hold(name: str) -> bool:
    """Whether the name says that the time is only held."""
    return name.endswith(_HOLD)


def plain_name(name: str) -> str:
    """The name of the round alone."""
    return name.strip().removesuffix(_HOLD)


PROPOSED = re.compile(
    r"^Proposed \((?P<zone>[^\n]+) time\):\n(?P<times>.+)\Z", re.MULTILINE | re.DOTALL
)
"""The note below a message: which times it proposes, by the clock of which zone."""


def proposing(text: str, times: str, zone: str) -> str:
    """A message's text with that note below it."""
    return "\n\n".join(part for part in (text, f"Proposed ({zone} time):\n{times}") if part)


def as_written(text: str) -> str:
    """A message's text without that note, which they did not write."""
    return PROPOSED.sub("", text).rstrip()
