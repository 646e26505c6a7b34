"""The whole plan at a moment, and what is kept of what a page makes of it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from typing import TypeVar, cast

from followup.model.action import Action
from followup.model.facts import Application
from followup.model.times import Present
from followup.playbook.proposal import may_name

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class _Kept:
    made: object
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class _Part(_Kept):
    application: Application
    actions: Sequence[Action]


Parts = dict[Hashable, Mapping[str, _Part]]
"""What was made of each application by itself, by its name and the application's id."""


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """All actions at a moment: the same object while nothing changes, so that what is made of it can be kept by it.

    `actions` and, of them, what is `live` are in the plan's order; `of` has them by application, and `applications`
    those by their ids; `over` names those that have ended, and not with an offer that stands.
    """

    actions: tuple[Action, ...] = ()
    live: tuple[Action, ...] = ()
    of: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)
    applications: Mapping[str, Application] = field(default_factory=dict)
    over: frozenset[str] = frozenset()

    _parts: Parts = field(
        default_factory=dict
    )  # of all plans of an index: what a change leaves alone stays
    _kept: dict[Hashable, _Kept] = field(default_factory=dict)

    def kept(self, name: Hashable, now: datetime, make: Callable[[Present], T]) -> T:
        """What `make` makes at `now` of this plan and its facts, kept by a name that says what else it is made of.

        It is made anew at the moment when a comparison with `now` comes out differently.
        """
        known = self._kept.get(name)
        if known is None or not known.since <= now < known.until:
            present = Present(now)
            made = make(present)
            known = self._kept[name] = _Kept(made, now, present.until)
        return cast("T", known.made)

    def kept_by_parts(
        self,
        name: Hashable,
        now: datetime,
        make: Callable[[Application, Sequence[Action], datetime], Iterable[T]],
        whole: Callable[[Iterable[T], datetime], U],
    ) -> U:
        """As `kept`, what `whole` makes of what `make` makes of each application with its actions, one by one.

        After a change `make` is asked only for the applications that are other objects then, or whose actions are.
        """

        def made(present: Present) -> U:
            before, here = self._parts.get(name, {}), dict[str, _Part]()
            for of, application in self.applications.items():
                actions, part = self.of.get(of, ()), before.get(of)
                if (
                    part is None
                    or part.application is not application
                    or part.actions is not actions
                    or not part.since <= now < part.until
                ):
                    own = Present(now)
                    found = tuple(make(application, actions, own))
                    part = _Part(found, now, own.until, application, actions)
                here[of] = part
            self._parts[name] = here
            present.until = min((present.until, *(part.until for part in here.values())))
            parts = cast("Iterable[tuple[T]]", (part.made for part in here.values()))
            return whole(chain.from_iterable(parts), present)

        return self.kept(name, now, made)

    def action(self, key: str) -> Action | None:
        """The action with this key; None where the plan has none."""
        mine = (action for name in may_name(key) for action in self.of.get(name, ()))
        return next((action for action in mine if action.key == key), None)
