"""The things and days that a letter names of what has happened: what was sent, promised or asked, by when and when."""

import re
from datetime import date, datetime

from followup.messages.answers import noted_answer
from followup.messages.circumstances import called_off, on_hold, task
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import address_in, clipped, raised, stopped
from followup.messages.languages.their_words import is_ill
from followup.messages.occasion import Occasion
from followup.messages.thought import terms_of
from followup.model.facts import Application, Interview, Promise, Touchpoint
from followup.model.kinds import CHECKS
from followup.playbook.case import address_key, by_address, by_employer, called, employer, end_of
from followup.playbook.workdays import working_day_before
from followup.prose.address import gender_of
from followup.prose.names import family_name, first_name
from followup.prose.rounds import plain_name, said_of_rounds

_GENDERS = re.compile(
    r"\s*\((?:[a-z*]/){1,3}[a-z*]\)|\s*\(all genders\)|,? in (?:Teil|Voll)zeit\b", re.IGNORECASE
)
_AS_PROMISED = re.compile(r"(?i)^(?:re|fwd?|aw|wg)\s*:\s*|\bas promised\b|^(?:my|the|your)\b")
_A_THING = re.compile(
    r"(?i)\b(?:stud(?:y|ies)|task|test|exercise|sample|portfolio|deck|slides|presentation|plan|essay|draft|references|video)\b"
)
_COMES = re.compile(
    r"(?i)(?<=\w) (?:kommt|kommen|folgt|folgen|comes?|follows?|(?:will|is to|to) (?:come|follow|be sent|arrive))\b.*"
)  # “der Dienstvertrag kommt bis Mittwoch” promises the Dienstvertrag
_AHEAD = frozenset({"thank_you", "expedite"})  # what tells the day of a decision that is to come
_LONGEST = 300  # characters of one field that go into a message


def things(occasion: Occasion, grammar: Grammar) -> dict[str, str]:
    """The fields that name what happened: days as the language says them, and what was sent, promised or asked."""
    case, today = occasion.case, occasion.today
    checks, held = case.sent(*CHECKS), on_hold(occasion)
    off, sent, ahead = called_off(occasion), task(occasion), next(iter(case.ahead), None)
    until = held.back_on if held else None
    decided = case.decision.promise.on if case.decision else None
    ahead_still = decided if decided and decided > today and occasion.kind in _AHEAD else None
    owed = _owed(occasion)
    round_ = occasion.interview
    named = off if off and occasion.kind in CHECKS else round_
    elsewhere = occasion.offer_elsewhere
    before = _day_before(elsewhere, occasion)
    asked = occasion.promise if occasion.kind == "reply" else None
    return {
        "decision_day": grammar.until(decided, today) if decided else "",
        "decision_ahead": grammar.by_day(ahead_still, today) if ahead_still else "",
        "owed": _to_send(owed, grammar) if owed else "",
        "owed_day": grammar.by_day(owed.on, today) if owed and owed.on and owed.on > today else "",
        "talk": _talk(named, occasion, grammar) if named else "",
        "trial": grammar.trial(plain_name(round_.round)) if round_ else "",
        "length": _length(round_, grammar),
        "ai_round": grammar.by_machine(plain_name(round_.round)) if round_ else "",
        "talked_in": grammar.in_month(round_.day) if round_ else "",
        "last_note_day": _of(checks[-1].at if checks else None, occasion, grammar),
        "offer_day": grammar.by_day(elsewhere, today) if elsewhere else "",
        "answer_day": grammar.by_day(before, today) if before else "",
        "deadline_day": grammar.by_day(case.offer_day, today) if case.offer_day else "",
        "since": grammar.since((today - case.held[-1].day).days) if case.held else "",
        "task": _task(occasion, sent, grammar),
        "task_object": grammar.as_object(_task(occasion, sent, grammar)),
        "task_day": _of(sent.at if sent else None, occasion, grammar),
        "called_off_day": grammar.on_day(off.day, today) if off else "",
        "ill": _ill(occasion, grammar),
        **_linked(occasion.promise, grammar),
        "agreed_on": _agreed_on(occasion.agreed, today, grammar) if occasion.agreed else "",
        "reply": stopped(raised(occasion.reply.strip())) or noted_answer(occasion, grammar),
        "ahead_day": grammar.on_day(ahead.day, today) if ahead else "",
        "ahead": grammar.ahead(" ".join(plain_name(ahead.round).split())) if ahead else "",
        "hold_said": grammar.in_month(case.clock.day(held.at)) if held else "",
        "hold_until": grammar.roughly(until, today) if until else "",
        "asked": grammar.asked(clipped(asked.text, _LONGEST)) if asked else "",
        "awaited": _awaited(occasion, grammar),
        "their_day": _of(_asked_at(occasion), occasion, grammar),
        "other_role": other_role(occasion, grammar),
    }


_A_LINK = re.compile(r"(?i)(?:\w+ ){0,2}(?:links?|urls?)\b")


def _linked(promised: Promise | None, grammar: Grammar) -> dict[str, str]:
    """What was promised where it is a link or has one, which nobody attaches; and its address."""
    text = clipped(promised.text, _LONGEST) if promised else ""
    link, thing = address_in(text), grammar.thing(text)
    linked = (thing or grammar.thing("link")) if link or _A_LINK.match(thing) else ""
    return {"linked": linked, "link": link}


def _talk(round_: Interview, occasion: Occasion, grammar: Grammar) -> str:
    """That round as a thing to thank for, or that is to be made good."""
    before = [held.round for held in occasion.case.held if held.begins < round_.begins]
    again = said_of_rounds([*before, round_.round])["later"]
    return grammar.talk(plain_name(round_.round), round_.mode, again=again)


def _agreed_on(at: datetime, today: date, grammar: Grammar) -> str:
    day = grammar.day(at.date(), today)
    weekday = grammar.weekdays[at.weekday()]
    return grammar.a_time.format(weekday=weekday, day=day, time=f"{at:%H:%M}")


def _ill(occasion: Occasion, grammar: Grammar) -> str:
    """Who of the others was ill, that the round was called off, as one names them."""
    case, terms = occasion.case, terms_of(occasion, grammar)
    off = next((t for t in reversed(case.messages) if t.purpose == "cancellation"), None)
    others = (
        [p for p in occasion.application.people if p.name and p != occasion.recipient]
        if off
        else []
    )
    ill = (p for p in others if off and is_ill(off.text, (first_name(p.name), family_name(p.name))))
    return next((grammar.colleague(p.name, terms) for p in ill), "")


def _length(round_: Interview | None, grammar: Grammar) -> str:
    """How long the round was to be, where somebody said so: an hour is what stands there untouched."""
    untouched = Interview.model_fields["minutes"].default
    return grammar.length(round_.minutes) if round_ and round_.minutes != untouched else ""


def _to_send(owed: Promise, grammar: Grammar) -> str:
    thing = grammar.thing(clipped(owed.text, _LONGEST))
    return grammar.as_object(thing) or thing


def _day(day: date | None, today: date, grammar: Grammar) -> str:
    return grammar.day(day, today) if day else ""


def _of(at: datetime | None, occasion: Occasion, grammar: Grammar) -> str:
    return _day(occasion.case.clock.day(at) if at else None, occasion.today, grammar)


def _asked_at(occasion: Occasion) -> datetime | None:
    """When they wrote what this answers, or what a check can take up."""
    last = occasion.quotable if occasion.kind in {"reply", "offer_reply"} else _news(occasion)
    return last.at if last else None


def _day_before(day: date | None, occasion: Occasion) -> date | None:
    """The working day before a deadline, by which an answer would still help; None where that is over."""
    before = working_day_before(day, occasion.case.place) if day else None
    return before if before and before > occasion.today else None


def _awaited(occasion: Occasion, grammar: Grammar) -> str:
    """What they promised together with the offer."""
    case = occasion.case
    since = case.offered.at if case.offered else case.outcome.at if case.outcome else None
    later = [
        p for p in case.promises if p.theirs and since and p.at >= since and p.promise.text.strip()
    ]
    text = _COMES.sub("", clipped(later[-1].promise.text, _LONGEST)) if later else ""
    return grammar.as_subject(grammar.thing(text)) if text else ""


def _owed(occasion: Occasion) -> Promise | None:
    """What was promised in the round that a thank-you is for, while it is not sent."""
    if (
        occasion.kind != "thank_you"
        or occasion.promise is None
        or not occasion.promise.text.strip()
    ):
        return None
    promised = occasion.case.promised(occasion.promise.id)
    return occasion.promise if promised and promised.answered is None else None


def _task(occasion: Occasion, sent: Touchpoint | None, grammar: Grammar) -> str:
    """What was sent, as its promise calls it; the only material that was promised where it names none."""
    if sent is None:
        return ""
    mine = [p for p in occasion.case.all_promises if p.promise.kind == "material"]
    named = occasion.case.promised(sent.promise) or (mine[0] if len(mine) == 1 else None)
    text = named.promise.text.strip() if named else _subject(sent.subject, grammar)
    return grammar.thing(clipped(text, _LONGEST)) if text else grammar.asked_for


def _subject(subject: str, grammar: Grammar) -> str:
    """What a message carried, where its subject is the name of a thing: “Case study, as promised”."""
    bare = _AS_PROMISED.sub("", subject).strip(" ,:;-.")
    short = 0 < len(bare.split()) <= 3  # noqa: PLR2004 (a name, and no sentence)
    return bare if short and grammar.code == "en" and _A_THING.search(bare) else ""


def other_role(occasion: Occasion, grammar: Grammar) -> str:
    """The user's other role at the same employer, or with the same person at an agency, that is still open."""
    reader, mine = occasion.recipient, occasion.application
    if reader is None:
        return ""
    every = occasion.facts.applications
    there = by_employer(every).get(employer(mine), [])
    known = by_address(every).get(address_key(reader), []) if address_key(reader) else []
    others = [
        other
        for other in (*there, *known)
        if other.id != mine.id
        and other.outcome is None
        and other.interviews
        and other.role.strip()
        and other.role.strip() != mine.role.strip()
        and called(other.company)
        and not any(t.purpose in ("rejection", "offer") for t in other.touchpoints)
    ]
    first = min(others, key=lambda other: other.id, default=None)
    if first is None:
        return ""
    role = grammar.the_role(role_said(occasion, first, grammar))
    return (
        role
        if employer(first) == employer(mine)
        else f"{role} {grammar.at_company(called(first.company))}"
    )


def role_title(role: str) -> str:
    """The role as one says it: “Data Engineer (m/w/d)” is Data Engineer."""
    return " ".join(_GENDERS.sub("", " ".join(clipped(role, _LONGEST).split())).split())


def role_said(occasion: Occasion, application: Application, grammar: Grammar) -> str:
    """The title inside a sentence: shortened, unless another role at that employer would be called the same."""
    gender = gender_of(occasion.me.name)

    def mine(role: str) -> str:
        return grammar.of_one(role_title(role), gender)

    short = grammar.short_role(mine(application.role))
    there = by_employer(occasion.facts.applications).get(employer(application), ())
    alike = any(
        grammar.short_role(mine(other.role)) == short
        for other in there
        if other.id != application.id
    )
    return mine(application.role) if alike else short


def _news(occasion: Occasion) -> Touchpoint | None:
    """The last message of theirs that a check can refer to: said since the last round, and no machine's."""
    last = next(
        (t for t in reversed(occasion.case.messages) if t.purpose in ("update", "reply")), None
    )
    held = occasion.case.held
    return last if last and (not held or last.at > end_of(held[-1])) else None
