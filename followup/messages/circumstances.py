"""What a letter has to know: what has happened, by the words of `field_list.WHEN`, and which letter is in turn."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from zlib import crc32

from followup.messages.answers import to_confirm
from followup.messages.field_list import WHEN
from followup.messages.languages import their_words
from followup.messages.languages.grammar import Grammar
from followup.messages.occasion import Occasion
from followup.messages.thought import listener, thought_of, told
from followup.model.fact import once
from followup.model.facts import Application, Interview, Person, Specific, Touchpoint
from followup.model.kinds import CHECKS
from followup.model.times import in_utc
from followup.playbook.case import end_of
from followup.prose.rounds import said_of_rounds

_IN_PERSON = frozenset({"phone", "voicemail", "in_person"})
_SHORT_NOTICE, _A_DAY = timedelta(days=2), timedelta(hours=20)  # entered by hand, seldom exact


def said_of(occasion: Occasion) -> frozenset[str]:
    """The words of `WHEN` that hold, but for tone and terms."""
    case, interview, reader = occasion.case, occasion.interview, occasion.recipient
    asked = occasion.quotable if occasion.kind == "reply" else None
    about = asks(occasion) if occasion.kind in CHECKS else ""
    invited = bool(asked and (asked.purpose == "invitation" or to_confirm(occasion)))
    there = reader is not None and met(occasion, reader)
    agency = reader is not None and reader.role == "agency"
    no = "\n".join(t.text for t in occasion.case.messages if t.purpose == "rejection")
    holds = {
        "not_interviewer": reader is not None and not there and not agency,
        "was_there": there,
        "through_agency": agency and reader != occasion.person,
        "passed_on": occasion.through is not None and occasion.through.role != "agency",
        "to_agency": agency,
        "called_off": about == "date" and called_off(occasion) is not None,
        "invited": invited,
        "timed": invited and asked is not None and their_words.speaks_of_a_time(asked.text),
        "task": task(occasion) is not None,
        "task_came": _task_came(occasion),
        "unseen": _unseen(occasion),
        "hr": reader is not None and reader.role in ("recruiter", "hr"),
        "news_wanted": bool(no) and their_words.wants_news(no),
        "door_open": bool(no) and their_words.opens_the_door(no),
        **said_of_rounds([i.round for i in occasion.case.held]),
        "on_hold": on_hold(occasion) is not None,
        "interviewed": bool(case.held),
        "accepted": case.kind == "accepted",
        "accepted_elsewhere": occasion.accepted_elsewhere,
        "over": case.kind in ("rejected", "withdrawn"),
        "rejected": case.kind == "rejected",
        "withdrawn": case.kind == "withdrawn",
        "offered": case.offered is not None or _declined(occasion),
        "extended": case.kind != "accepted" and _offered_anew(occasion),
        "promised": occasion.kind == "reply" and occasion.promise is not None and not invited,
        **_how_told(occasion),
        "postponed": _postponed(occasion),
        "they_were_ill": about == "date" and _called_off_as(occasion, their_words.writer_is_ill),
        "off_with_others": about == "date" and _off_with_others(occasion),
        "same_day": interview is not None and interview.day == occasion.today,
        "several": occasion.kind == "expedite" and occasion.others_decide,
        "short_notice": any(i.day <= occasion.today + _SHORT_NOTICE for i in occasion.case.ahead),
        "they_mourn": about == "date" and _called_off_as(occasion, their_words.tells_of_a_death),
        "date_promised": about == "date" and _to_follow(occasion),
        about: bool(about),
    }
    mode = {str(interview.mode)} if interview and occasion.kind == "thank_you" else set()
    return frozenset({word for word, true in holds.items() if true and word in WHEN} | mode)


def taken_up(occasion: Occasion, specific: Specific, grammar: Grammar) -> frozenset[str]:
    """The words of `WHEN` that hold of the detail that a letter takes up: its frame and kind, who was there."""
    if specific.frame is None:
        return frozenset()
    text, to = told(occasion, specific, grammar), listener(occasion, specific, grammar)
    holds = {
        "a_talk": specific.frame == "about",
        "you_said": to.spoke,
        "we_talked": to.met,
    }
    kinds = grammar.kinds_of(specific.frame, specific.topic, text)
    kinds |= grammar.nature_of(thought_of(occasion, specific, grammar))
    return kinds | {word for word, true in holds.items() if true}


def _offered_anew(occasion: Occasion) -> bool:
    """Whether an offer came after an earlier one: by message, or entered a day or more before."""
    came = [in_utc(t.at) for t in occasion.case.messages if t.purpose == "offer"]
    entered = occasion.application.outcome
    if entered and entered.kind == "offer" and came and in_utc(entered.at) < came[0] - _A_DAY:
        return True
    return len(came) > 1


def _declined(occasion: Occasion) -> bool:
    """Whether the user withdrew after this company had made an offer."""
    offered = any(t.purpose == "offer" for t in occasion.case.messages)
    return occasion.case.kind == "withdrawn" and offered


def _how_told(occasion: Occasion) -> dict[str, bool]:
    """How they told of the offer or the rejection that this answers: by phone or so, and whether they said why."""
    told = {"offer_reply": "offer", "rejection_reply": "rejection", "feedback_request": "rejection"}
    wanted = told.get(occasion.kind)
    last = next((t for t in reversed(occasion.case.messages) if t.purpose == wanted), None)
    if last is None or occasion.case.kind == "accepted":
        return {}
    note = occasion.application.outcome.note if occasion.application.outcome else ""
    why = their_words.praises if wanted == "offer" else their_words.gives_a_reason
    return {
        "by_call": last.channel in _IN_PERSON,
        "reason_given": why(f"{last.text}\n{note}"),
        **(their_words.of_a_no(last.text) if wanted == "rejection" else {}),
        "more_time": wanted == "offer" and their_words.gives_more_time(last.text),
    }


def _postponed(occasion: Occasion) -> bool:
    """Whether the day that counts was named in a message, after an earlier one."""
    last, dated = occasion.case.decision, occasion.case.dated
    return bool(last and last.touchpoint and any(p.at < last.at for p in dated))


def _to_follow(occasion: Occasion) -> bool:
    """Whether they wrote, as the round was called off or since, that a new date would follow."""
    said = [t for t in occasion.case.messages if t.purpose in {"cancellation", "update", "reply"}]
    return bool(said) and their_words.date_follows(said[-1].text)


def _off_with_others(occasion: Occasion) -> bool:
    """Whether the round that was called off was with others, as far as one knows."""
    off, to = called_off(occasion), occasion.recipient
    return bool(off and off.interviewers and to and to.id not in off.interviewers)


def _called_off_as(occasion: Occasion, says: Callable[[str], bool]) -> bool:
    """Whether they wrote so as they called the round off."""
    told = next((t for t in reversed(occasion.case.messages) if t.purpose == "cancellation"), None)
    return told is not None and says(told.text)


def met(occasion: Occasion, person: Person) -> bool:
    """Whether the person held a round with the user: a recruiter who did is an interviewer."""
    rounds = [occasion.interview] if occasion.kind == "thank_you" else [*occasion.case.held]
    return any(
        round_ and round_.mode != "ai" and person.id in round_.interviewers for round_ in rounds
    )


def asks(occasion: Occasion) -> str:
    """What a check asks about: news, date, no_show or letter."""
    interview = occasion.interview
    if occasion.action.about:
        return occasion.action.about
    if occasion.case.kind in {"offer", "accepted"}:
        return "letter"
    if interview and interview.state == "no_show" and not called_off(occasion):
        return "no_show"
    return "date" if called_off(occasion) or invitation(occasion) else "news"


def called_off(occasion: Occasion) -> Interview | None:
    """The last round that was cancelled or moved, where no later one stands or was held."""
    off = [i for i in occasion.application.interviews if i.state in ("cancelled", "moved")]
    last = max(off, key=lambda i: i.begins, default=None)
    rounds = (*occasion.case.ahead, *occasion.case.held)
    later = last and any(i.begins >= last.begins for i in rounds)
    return None if later or occasion.case.ahead else last


def invitation(occasion: Occasion) -> Touchpoint | None:
    """Their last invitation, where no round has come of it."""
    asked = next((t for t in reversed(occasion.case.messages) if t.purpose == "invitation"), None)
    rounds = (*occasion.case.ahead, *occasion.case.held, *occasion.case.no_shows)
    came = asked and any(i.begins >= in_utc(asked.at) or i.id == asked.interview for i in rounds)
    return None if came else asked


def task(occasion: Occasion) -> Touchpoint | None:
    """What they had asked for and was sent, where no round was held since."""
    sent = next(reversed(occasion.case.sent("send_material")), None)
    since = end_of(occasion.case.held[-1]) + timedelta(days=1) if occasion.case.held else None
    return sent if sent and (since is None or in_utc(sent.at) > since) else None


def _task_came(occasion: Occasion) -> bool:
    """Whether they have written since it was sent, so that it need not be asked whether it came."""
    sent, last = task(occasion), next(reversed(occasion.case.messages), None)
    return bool(sent and last and in_utc(last.at) > in_utc(sent.at))


def _unseen(occasion: Occasion) -> bool:
    """Whether the user has seen nothing of the place yet, nor is about to: each round was a call."""
    rounds = (*occasion.case.held, *occasion.case.ahead)
    return bool(occasion.case.held) and all(i.mode in ("phone", "video") for i in rounds)


def on_hold(occasion: Occasion) -> Touchpoint | None:
    """Their message that it is on hold, where it is the last of theirs."""
    last = next(reversed(occasion.case.messages), None)
    return last if last and last.purpose == "on_hold" else None


_Key = tuple[str, str | None, str | None]  # the application's id, the round's and the person's


def turn(occasion: Occasion) -> int:
    """The place of the letter among the search's of its kind, counted from one that differs by search.

    What is entered later comes later; one reader's next letter is another one, and so is the first of another search.
    """
    thanks = occasion.kind == "thank_you"
    places, first = _order(occasion.facts.applications)
    mine = (
        occasion.application.id,
        occasion.action.interview if thanks else None,
        occasion.action.person if thanks else None,
    )
    at = places[thanks].get(mine, len(places[thanks]))
    again = 0 if thanks else len(occasion.case.sent(occasion.kind))
    return crc32(f"{first.id} {first.company} {first.role}".encode()) + at + again


@once
def _order(
    applications: tuple[Application, ...],
) -> tuple[Mapping[bool, dict[_Key, int]], Application]:
    """Each letter's place among all of a search, by whether each round has its own; the application of the first."""
    every = sorted(applications, key=_begun)
    places = {}
    for each_round in (True, False):
        letters = (key for each in every for key in _letters(each, each_round=each_round))
        places[each_round] = {key: at for at, key in enumerate(dict.fromkeys(letters))}
    return places, every[0]


def _begun(application: Application) -> tuple[float, str]:
    """By when its first round began, then by id."""
    begins = [interview.begins.timestamp() for interview in application.interviews]
    return min(begins, default=float("inf")), application.id


def _letters(application: Application, *, each_round: bool) -> list[_Key]:
    if not each_round:
        return [(application.id, None, None)]
    rounds = sorted(application.interviews, key=lambda i: (i.begins, i.id))
    return [(application.id, i.id, who) for i in rounds for who in (i.interviewers or (None,))]
