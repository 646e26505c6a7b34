"""The debrief's fields: how they begin, and what was said and promised in the interview by them, or why not. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast, get_args
from zoneinfo import ZoneInfo

from followup.forms.checking import Typed, meant, odd_year
from followup.forms.fields import Fields
from followup.forms.likely import dated
from followup.model.facts import Interview, Promise, Specific, new_id
from followup.model.vocabulary import Frame, PromiseKind, Topic
from followup.playbook.case.course import end_of

PROMISES: dict[PromiseKind, str] = {
    "decision_by": "They decide by",
    "reply_by": "They want my answer by",
    "material": "I promised to send … by",
}
ANYONE = "anyone"  # said it: nobody of whom one remembers that it was they


@dataclass(frozen=True, slots=True)
class Debrief:
    """What is added to an interview; `slips` are the sentences for which nothing can be, until they are mended."""

    said: tuple[Specific, ...] = ()
    promises: tuple[Promise, ...] = ()
    met: tuple[str, ...] = ()  # who was there, where nobody had said
    slips: tuple[str, ...] = ()


def empty_debrief(interview: Interview) -> Fields:
    """The fields before anything is typed: a sentence for each interviewer and for anyone, and the promises."""
    people = _speakers(interview)
    said = {f"said_{who}": "" for who in people}
    frames = {f"frame_{who}": get_args(Frame)[0] for who in people}
    topics = {f"topic_{who}": get_args(Topic)[0] for who in people}
    return {
        **said,
        **frames,
        **topics,
        **{f"ties_{who}": "" for who in people},
        **dict.fromkeys(PROMISES),
        "material_text": "",
        "promised": [],
        "met": [],
    }


def debriefed(interview: Interview, typed: Typed) -> Debrief:
    """What was typed as records of the interview, or its slips; raises ValidationError for a text that is too long."""
    if odd := [
        f"“{PROMISES[kind]}”: {odd_year(day)}" for kind, day in _days(typed) if odd_year(day)
    ]:
        return Debrief(slips=tuple(odd))
    if alone := [
        who
        for who in _speakers(interview)
        if _of(typed, "ties", who) and not _of(typed, "said", who)
    ]:
        thought = _of(typed, "ties", alone[0])
        return Debrief(slips=(f"“{thought}”: what was said that made you think so?",))
    said, promises = tuple(_said(interview, typed)), tuple(_promised(interview, typed))
    met = () if interview.interviewers else tuple(typed.get("met") or ())
    if not said and not promises and not met:
        return Debrief(slips=("Nothing was entered yet: one detail is enough.",))
    held_on = _held_on(interview)
    early = (
        f"“{PROMISES[promise.kind]}” lies before the interview: check the date."
        for promise in promises
        if promise.on and promise.on < held_on
    )
    return Debrief(said, promises, met, tuple(early))


def _held_on(interview: Interview) -> date:
    return end_of(interview).astimezone(ZoneInfo(interview.time_zone)).date()


def _given(typed: Typed) -> list[PromiseKind]:
    """Their promise, and those of mine that are said to have been given."""
    return [kind for kind in PROMISES if kind in ("decision_by", *(typed.get("promised") or ()))]


def _days(typed: Typed) -> list[tuple[PromiseKind, date]]:
    return [(kind, meant(day)) for kind in _given(typed) if (day := typed.get(kind))]


def _speakers(interview: Interview) -> tuple[str, ...]:
    return (*interview.interviewers, ANYONE)


def _of(typed: Typed, name: str, who: str) -> str:
    """What was typed into one of the texts of a speaker."""
    text: str = typed.get(f"{name}_{who}") or ""
    return text.strip()


def _said(interview: Interview, typed: Typed) -> Iterator[Specific]:
    for who in _speakers(interview):
        text = _of(typed, "said", who)
        frame, topic = typed.get(f"frame_{who}"), typed.get(f"topic_{who}")
        if text:
            yield Specific(
                id=new_id(),
                text=text,
                frame=cast(Frame, frame) if frame in get_args(Frame) else None,
                topic=cast(Topic, topic if topic in get_args(Topic) else "project"),
                said_by=None if who == ANYONE else who,
                ties_to=_of(typed, "ties", who),
            )


def _promised(interview: Interview, typed: Typed) -> Iterator[Promise]:
    days, made_at, held_on = dict(_days(typed)), end_of(interview), _held_on(interview)
    for kind in _given(typed):
        typed_text: str = (typed.get(f"{kind}_text") or "").strip()
        text, on = dated(typed_text, days.get(kind), held_on)
        if text or on:
            yield Promise(id=new_id(), kind=kind, on=on, text=text, made_at=made_at)
