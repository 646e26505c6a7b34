"""The plan of a whole search, kept: what a change or a new minute touches is derived anew, and all else stays."""

import heapq
import threading
from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from followup.model.action import Action
from followup.model.beside import Skip, Snooze
from followup.model.facts import Application, Facts
from followup.model.times import NEVER, Present
from followup.model.vocabulary import LIVE
from followup.playbook.case import has_offer
from followup.playbook.plan import Parts, Plan, actions_of, order_of
from followup.playbook.proposal import by_application
from followup.playbook.search import Elsewhere, case_in, search_of
from followup.playbook.together import joined, shared_names

_A_MINUTE = timedelta(minutes=1)
_STEP = 50  # clusters, after which the progress is told
Ids = tuple[str, ...]  # of the applications of a cluster, in the order of the facts


@dataclass(frozen=True, slots=True)
class _Cluster:
    """What its applications derive: the same `until` then, or until an offer `elsewhere` changes."""

    actions: tuple[Action, ...]
    until: datetime
    elsewhere: bool
    over: frozenset[str]


class Index:
    """The plan of one search as it goes on. What it gives is what `plan` gives for the same facts and moment.

    Applications that share an employer, an address or a profile are a cluster. A cluster is derived anew when one of
    them, or a snooze or skip of theirs, is another object; when the moment comes that a comparison noted (`Present`);
    and, while one of them runs, when an offer elsewhere changes.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = NEVER
        self._facts = Facts()
        self._plan = Plan()
        self._begin(self._facts, NEVER)

    def at(
        self, facts: Facts, now: datetime, progress: Callable[[float], None] = lambda _: None
    ) -> Plan:
        """The plan at `now` (aware); who asks for a moment just before the last one gets that of the last.

        `progress` is told how much of what is new has been derived (0 to 1).
        """
        with self._lock:
            here = self._facts
            if (here.me, here.cadence) != (facts.me, facts.cadence) or now < self._now - _A_MINUTE:
                self._begin(facts, now)
            self._now = max(self._now, now)
            anew = self._taken(facts) if facts is not self._facts else set()
            self._mend(anew | self._due(), progress)
            return self._plan

    def _begin(self, facts: Facts, now: datetime) -> None:
        self._now = now
        self._facts = facts.replace(applications=(), snoozes=(), skips=())
        self._applications: dict[str, Application] = {}
        self._said: Mapping[str, Sequence[Snooze | Skip]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._ids: dict[str, Ids] = {}  # of the cluster that an application is in
        self._clusters: dict[Ids, _Cluster] = {}
        self._elsewhere, self._elsewhere_at = Elsewhere(), Present(now)
        self._next: list[tuple[datetime, Ids]] = []
        self._parts: Parts = {}
        self._plan = Plan()

    # What is to be derived anew.

    def _taken(self, facts: Facts) -> set[Ids]:
        """Takes the facts for those that hold; gives the clusters that they touch."""
        before, said_before, self._facts = self._applications, self._said, facts
        here = self._applications = {each.id: each for each in facts.applications}
        said: tuple[Skip | Snooze, ...] = (*facts.snoozes, *facts.skips)
        self._said = by_application(said)
        touched = {
            name for name in before.keys() | here.keys() if before.get(name) is not here.get(name)
        }
        each_said = said_before.keys() | self._said.keys()
        names = {name: shared_names(here[name]) for name in touched if name in here}
        if any(
            has_offer(each)
            for name in touched
            for each in (before.get(name), here.get(name))
            if each
        ):
            self._elsewhere_at.until = self._now
        touched |= {n for n in each_said if not _are(said_before.get(n, ()), self._said.get(n, ()))}
        anew = {self._ids[name] for name in touched if name in self._ids}
        if len(before) != len(here) or any(
            self._names.get(name) != each for name, each in names.items()
        ):
            self._names = {name: names.get(name) or self._names[name] for name in here}
            anew |= self._clustered()
        return anew

    def _clustered(self) -> set[Ids]:
        """Joins the applications that share a name; gives the clusters that are new, and those that are no more."""
        root = joined(self._names)
        members: dict[str, list[str]] = {}
        for name in self._applications:
            members.setdefault(root[name], []).append(name)
        clusters = {tuple(each) for each in members.values()}
        self._ids = {name: ids for ids in clusters for name in ids}
        return clusters ^ self._clusters.keys()

    def _due(self) -> set[Ids]:
        """The clusters whose moment has come."""
        due: set[Ids] = set()
        if self._elsewhere_at.until <= self._now:
            self._elsewhere_at = Present(self._now)
            saying = filter(has_offer, self._applications.values())
            cases = (case_in(each, self._facts, self._elsewhere_at) for each in saying)
            self._elsewhere = Elsewhere.of(cases)
            due = {ids for ids, each in self._clusters.items() if each.elsewhere}
        while self._next and self._next[0][0] <= self._now:
            until, ids = heapq.heappop(self._next)
            known = self._clusters.get(ids)
            if known and known.until == until:
                due.add(ids)
        return due

    # What follows.

    def _mend(self, anew: set[Ids], progress: Callable[[float], None]) -> None:
        """Derives these clusters, and puts their actions in the place of those from before."""
        if not anew:
            return
        of = dict(self._plan.of)
        gone: list[Action] = []
        for ids in anew:
            known = self._clusters.pop(ids, None)
            gone += known.actions if known else ()
            for name in ids:
                of.pop(name, None)
        wanted = anew & set(self._ids.values())
        come: list[Action] = []
        for number, ids in enumerate(wanted):
            if number % _STEP == 0:
                progress(number / len(wanted))
            made = self._clusters[ids] = self._derived(ids)
            heapq.heappush(self._next, (made.until, ids))
            come += made.actions
            for name in ids:
                of[name] = tuple(a for a in made.actions if a.application == name)
        before = self._plan
        actions = _among(before.actions, gone, come)
        live = _among(
            before.live, *([a for a in some if a.status in LIVE] for some in (gone, come))
        )
        over = frozenset[str]().union(*(each.over for each in self._clusters.values()))
        of_ids = MappingProxyType(of), MappingProxyType(self._applications)
        self._plan = Plan(actions, live, *of_ids, over, self._parts)

    def _derived(self, ids: Ids) -> _Cluster:
        said = {id(each): each for name in ids for each in self._said.get(name, ())}.values()
        content = {
            "applications": tuple(self._applications[name] for name in ids),
            "snoozes": tuple(each for each in said if isinstance(each, Snooze)),
            "skips": tuple(each for each in said if isinstance(each, Skip)),
        }
        now = Present(self._now)
        search = search_of(self._facts.model_copy(update=content), now, self._elsewhere)
        actions = tuple(sorted(actions_of(search), key=order_of))
        asks = any(case.active or case.kind == "offer" for case in search.cases)
        over = frozenset(case.application.id for case in search.cases if not case.goes_on)
        return _Cluster(actions, now.until, asks, over)


def _among(
    before: Sequence[Action], gone: Collection[Action], come: Collection[Action]
) -> tuple[Action, ...]:
    """In the plan's order: without those that are `gone`, and with those that `come` among the others."""
    stay = list(before)
    for action in gone:
        del stay[bisect_left(stay, order_of(action), key=order_of)]
    if len(come) > len(stay):
        return tuple(sorted((*stay, *come), key=order_of))
    for action in come:
        insort(stay, action, key=order_of)
    return tuple(stay)


def _are(one: Sequence[object], other: Sequence[object]) -> bool:
    """Whether both hold the same objects."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
