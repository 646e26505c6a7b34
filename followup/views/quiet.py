"""The times in which nothing goes to an employer: from an outreach until the next may go, and while they are away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from followup.model.facts import Application, Facts
from followup.model.times import in_utc
from followup.playbook.case import Case
from followup.playbook.scene import Scene, scene_of
from followup.views.words import full_date


@dataclass(frozen=True, slots=True)
class Quiet:
    """A quiet time, in UTC, and why; `id` is the touchpoint that began it."""

    id: str
    begins: datetime
    ends: datetime
    words: str


def quiet_times(facts: Facts, now: datetime) -> Mapping[str, tuple[Quiet, ...]]:
    """For each application (by its id) that has any: its quiet times."""
    scene = scene_of(facts, now)
    sent = {t.id: t.at for case in scene.cases for t in case.touchpoints}
    found = {case.id: tuple(_quiet(case, scene, sent)) for case in scene.cases}
    return {name: times for name, times in found.items() if times}


def _quiet(case: Case, scene: Scene, sent: Mapping[str, datetime]) -> Iterator[Quiet]:
    hold = scene.hold(case)
    if hold and case.active:
        words = hold.reason.partition(": ")[2] or hold.reason
        yield Quiet(hold.by, in_utc(sent[hold.by]), hold.until, words)
    yield from _away(case.application, scene)


def _away(application: Application, scene: Scene) -> Iterator[Quiet]:
    today = scene.wall.day(scene.now)
    for touchpoint in application.touchpoints:
        if touchpoint.purpose == "out_of_office" and touchpoint.back_on:
            back = datetime.combine(touchpoint.back_on, time(), tzinfo=scene.wall.zone)
            if touchpoint.at <= scene.now and touchpoint.at < back:
                words = f"they are out of office until {full_date(touchpoint.back_on, today)}."
                yield Quiet(touchpoint.id, in_utc(touchpoint.at), in_utc(back), words)
