"""What the user put off or will not do: snoozes and skips, by the keys of their actions."""

from collections.abc import Iterable
from datetime import datetime

from followup.model.beside import Skip, Snooze
from followup.model.facts import Application, Facts
from followup.model.kinds import those

_NO_MESSAGE = ("out_of_office", "receipt", "bounce")  # a machine's, not theirs
_COUNTED = tuple(f"{name}:" for name in those(lambda kind: kind.counted))


def snooze(facts: Facts, key: str, until: datetime) -> Facts:
    """The action with this key shows again at `until` (aware); an earlier snooze of it is replaced."""
    others = (each for each in facts.snoozes if each.action != key)
    return facts.replace(snoozes=(*others, Snooze(action=key, until=until)))


def wake(facts: Facts, key: str) -> Facts:
    """The action with this key shows again now."""
    return facts.replace(snoozes=tuple(each for each in facts.snoozes if each.action != key))


def skip(facts: Facts, key: str, at: datetime, reason: str = "") -> Facts:
    """The action with this key will not be done, as decided at `at` (aware); an earlier skip of it is replaced."""
    others = (each for each in facts.skips if each.action != key)
    return facts.replace(skips=(*others, Skip(action=key, at=at, reason=reason)))


def restarts_checks(before: Application, after: Application) -> bool:
    """Whether a message of theirs, a round or a no-show came in: the count of checks starts again (PLAYBOOK 4.4)."""
    rounds = {(each.id, each.state) for each in before.interviews}
    messages = {each.id for each in before.touchpoints}
    return any((each.id, each.state) not in rounds for each in after.interviews) or any(
        each.id not in messages and each.direction == "received" and each.purpose not in _NO_MESSAGE
        for each in after.touchpoints
    )


def forget_checks(facts: Facts, application_id: str) -> Facts:
    """Without the snoozes and skips of its checks: they were of the old count, whose keys the new one takes over."""
    return forget(facts, application_id, _COUNTED)


def forget(facts: Facts, application_id: str, kinds: tuple[str, ...] = ("",)) -> Facts:
    """Without the snoozes and skips of an application, or of those kinds of its actions (with a colon each)."""
    ids = [each.id for each in facts.applications]

    def stays(key: str) -> bool:
        return not key.startswith(kinds) or application_of(key, ids) != application_id

    return facts.replace(
        snoozes=tuple(each for each in facts.snoozes if stays(each.action)),
        skips=tuple(each for each in facts.skips if stays(each.action)),
    )


def application_of(key: str, ids: Iterable[str]) -> str | None:
    """Which of these ids of applications an action's key `kind:application[:…]` names; None: none of them."""
    # An imported id may hold colons, so that several could be meant: the longest one is.
    rest = key.partition(":")[2]
    return max((each for each in ids if f"{rest}:".startswith(f"{each}:")), key=len, default=None)
