"""What an action asks of a case: whom it goes to, who is thanked, what is still owed, and what was it, once sent."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from followup.model.action import Action
from followup.model.facts import Interview, Person, Touchpoint
from followup.model.kinds import KINDS
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Channel, Purpose
from followup.playbook.case.case import Case
from followup.playbook.case.course import end_of, start_of, takes_place
from followup.playbook.case.people import ADDRESSEES, HUMANS, in_role
from followup.playbook.case.promises import Promised, brings
from followup.playbook.case.questions import Question, led_to, replies


def promised_letter(case: Case) -> Promised | None:
    """Their last dated promise since the offers began that stand or were accepted; None where there is none."""
    since = case.course.letters_from
    if since is None:
        return None
    found = [p for p in case.dated if p.at >= since]
    return max(found, key=lambda p: p.order, default=None)


def awaited_letter(case: Case) -> Promised | None:
    """The same while they have not written since."""
    letter = promised_letter(case)
    if letter is None:
        return None
    own = letter.touchpoint.id if letter.touchpoint else None
    wrote = any(t.id != own and t.at > letter.at for t in case.messages)
    return None if wrote else letter


def cancellation_of(case: Case, interview: Interview) -> Touchpoint | None:
    """Their last message that calls the round off."""
    found = [
        t for t in case.messages if t.purpose == "cancellation" and t.interview == interview.id
    ]
    return found[-1] if found else None


def count_began(case: Case) -> datetime | None:
    """The last message of theirs or round: with it the count of checks starts again (4.4)."""
    moments = [end_of(i) for i in case.held] + [in_utc(t.at) for t in case.messages]
    for interview in case.application.interviews:
        missed = interview.state != "scheduled" and interview.begins <= case.now
        if missed and not cancellation_of(case, interview):
            moments.append(interview.begins)
    return max(moments, default=None)


def date_owed(case: Case) -> tuple[datetime, Touchpoint | Interview] | None:
    """The last invitation, or round that was called off, for which no round is in the record, and its moment.

    A round that was called off counts from the message that said so, else from its start, be it past or ahead.
    """
    rounds = case.application.interviews
    found: list[tuple[datetime, str, Touchpoint | Interview]] = [
        (in_utc(t.at), t.id, t)
        for t in case.messages
        if t.purpose == "invitation" and not led_to(t, rounds)
    ]
    for off in rounds:
        if takes_place(off):
            continue
        said = cancellation_of(case, off)
        at = in_utc(said.at) if said else off.begins
        if not any(takes_place(r) and start_of(r) > at for r in rounds):
            found.append((at, off.id, off))
    last = max(found, key=lambda each: each[:2], default=None)
    return (last[0], last[2]) if last else None


def interviewers(case: Case, interview: Interview) -> tuple[Person, ...]:
    """The people who held the interview; an ai interview has none, whoever was entered."""
    return () if interview.mode == "ai" else case.people(interview.interviewers)


def thanked_people(case: Case, interview: Interview) -> tuple[Person | None, ...]:
    """Each interviewer; where there is none, the recruiter, HR or hiring manager; None: nobody is known."""
    day = case.clock.day(end_of(interview))
    return interviewers(case, interview) or (case.first_of(HUMANS, day),)


def sent_to(case: Case, touchpoint: Touchpoint) -> set[str]:
    """The ids of whom a touchpoint went to: those it names, else everyone of the interview that it counts for."""
    if touchpoint.people:
        return set(touchpoint.people)
    key = case.interview_of(touchpoint)
    interview = next((i for i in case.held if i.id == key), None)
    return {p.id for p in thanked_people(case, interview) if p} if interview else set()


def through_agency(case: Case, person: Person | None) -> Person | None:
    """Who at the agency passes a thank-you on, where the interviewer's address is not known: one with an address."""
    if case.application.route != "agency" or person is None or person.email.strip():
        return None
    found = in_role(case.application.people, ["agency"])
    return next((p for p in found if p.email.strip()), case.first_of(["agency"]))


def thanks(case: Case, touchpoint: Touchpoint, interview: Interview, person: Person | None) -> bool:
    """Whether what was sent is the person's thank-you for the interview.

    A thank-you that names no interview counts for the last that had ended before it; one that names nobody counts
    for everyone of its interview. One of a round with no interviewer is answered by any. One to people of the agency
    alone, none of whom interviewed, is for each interviewer without an address (4.7).
    """
    if (touchpoint.direction, touchpoint.purpose) != ("sent", "thank_you"):
        return False
    if case.interview_of(touchpoint) != interview.id:
        return False
    met = {p.id for p in interviewers(case, interview)}
    if person is None or not met or person.id in sent_to(case, touchpoint):
        return True
    named = case.people(touchpoint.people)
    passed_on = bool(named) and all(p.role == "agency" and p.id not in met for p in named)
    return passed_on and through_agency(case, person) is not None


def thank_you_to(case: Case, interview: Interview, person: Person | None) -> Touchpoint | None:
    """The first thank-you that the person got for the interview; None: not yet."""
    return next((t for t in case.sent("thank_you") if thanks(case, t, interview, person)), None)


def goes_to(case: Case, kind: ActionKind, person: Person | None) -> Person | None:
    """Who gets a message that is for the person: they do, or the agency that a thank-you goes through (4.7)."""
    return (through_agency(case, person) if kind == "thank_you" else None) or person


_LETTERS: Mapping[ActionKind, Purpose] = {
    "rejection_reply": "rejection",
    "feedback_request": "rejection",
    "offer_reply": "offer",
}


def letter_of(case: Case, kind: ActionKind) -> Touchpoint | None:
    """Their last rejection or offer since it was reopened, where an action of this kind answers one."""
    purpose, since = _LETTERS.get(kind), case.course.reopened
    found = [t for t in case.messages if t.purpose == purpose and (not since or t.at >= since)]
    return found[-1] if found else None


def _meant(case: Case, kind: ActionKind, promise: str | None) -> Sequence[Person]:
    """Who wrote the letter that is answered, or whom a material was promised; nobody where that is not on file."""
    if letter := letter_of(case, kind):
        return case.people(letter.people)
    promised = case.promised(promise) if kind == "send_material" else None
    if promised is None:
        return ()
    if promised.interview:
        return interviewers(case, promised.interview)
    return case.people(promised.touchpoint.people) if promised.touchpoint else ()


def reader_of(
    case: Case, kind: ActionKind, person: Person | None, promise: str | None
) -> Person | None:
    """Who gets a message that the plan has for the person: who wrote what it answers, or whom it was promised.

    They do where they can be reached, or the plan's person cannot; of several the plan's own, if they are among them.
    """
    meant = in_role(_meant(case, kind, promise), (*ADDRESSEES, "referrer"))
    there = [] if is_reached(case, person) else [p for p in meant if not case.has_left(p)]
    first = [p for p in meant if is_reached(case, p)] or there
    own = goes_to(case, kind, person)
    return own if person in first else next(iter(first), own)


def recipient(case: Case, action: Action) -> Person | None:
    """Who gets the action's message; None: nobody is known."""
    return reader_of(case, action.kind, case.person(action.person), action.promise)


def address_of(person: Person, channel: Channel) -> str | None:
    """Where a message reaches the person, "" where that is not known; None by post or in person: none is kept."""
    match channel:
        case "email":
            return person.email.strip()
        case "phone" | "voicemail":
            return person.phone.strip()
        case "linkedin":
            return person.linkedin.strip()
        case _:
            return None


def lacks_address(person: Person, channel: Channel) -> bool:
    """Whether nothing is known of where to send it (section 3)."""
    return address_of(person, channel) == ""


def is_reached(case: Case, person: Person | None) -> bool:
    """Whether somebody is known, is there and has an e-mail address."""
    return person is not None and not case.has_left(person) and not lacks_address(person, "email")


def stand_ins(case: Case, action: Action) -> tuple[Person, ...]:
    """Whom one can write to instead, where the e-mail's person has left or has no address (G3.2): the first is likely.

    Their successor, then who wrote last, then recruiter, HR and hiring manager: who are there and have an address; they
    pass thanks on. An answer to a letter of theirs, and what was promised, may go to any of them.
    A note to keep in touch and a word to who referred me are for nobody else.
    """
    person = recipient(case, action)
    reached = is_reached(case, person) and not _meant(case, action.kind, action.promise)
    if action.channel != "email" or reached or action.kind in ("keep_in_touch", "tell_referrer"):
        return ()
    roles = (*HUMANS, "agency") if action.kind == "thank_you" else ADDRESSEES
    after = case.people(filter(None, [person.successor])) if person else ()
    wrote = {key: message.at.timestamp() for message in case.messages for key in message.people}
    in_turn = sorted(in_role(case.application.people, roles), key=lambda p: -wrote.get(p.id, 0))
    found = dict.fromkeys((*after, *in_turn))
    return tuple(p for p in found if p != person and is_reached(case, p))


def question_of(case: Case, action: Action) -> Question | None:
    """What a reply answers; None for any other action."""
    if action.kind != "reply":
        return None
    # A message may ask two things, each by a day of its own: the promise tells them apart.
    own = action.promise or action.message
    return next((q for q in case.questions if own in (q.promise, q.message and q.message.id)), None)


def answers(case: Case, touchpoint: Touchpoint, action: Action) -> bool:
    """Whether a touchpoint is what the action asks for: sent, for the same thing, and to its person."""
    if touchpoint.direction != "sent":
        return False
    if action.kind == "thank_you":
        interview = case.interview(action.interview)
        person = case.person(action.person)
        return interview is not None and thanks(case, touchpoint, interview, person)
    if action.kind == "send_material":
        promised = case.promised(action.promise)
        return promised is not None and brings(touchpoint, promised, case.held)
    if question := question_of(case, action):
        return touchpoint == question.answer or replies(touchpoint, question)
    if touchpoint.purpose != action.kind:
        return False
    if action.kind == "tell_referrer" and not touchpoint.people:
        return True
    if action.person and not KINDS[action.kind].single:
        return action.person in sent_to(case, touchpoint)
    return action.interview in (None, case.interview_of(touchpoint))
