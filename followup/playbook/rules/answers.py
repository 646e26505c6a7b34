"""What a message of theirs asks for: an answer, and grace after a rejection (G1.5, G3.2, G5)."""

from collections.abc import Iterator

from followup.model.facts import Person, Touchpoint
from followup.model.times import hours_after
from followup.playbook.case import (
    ADDRESSEES,
    Case,
    Question,
    end_of,
    in_role,
)
from followup.playbook.proposal import NO_DAY, Proposal, the_day
from followup.playbook.search import Search
from followup.playbook.workdays import working_day_before, working_days_after


def _sender(case: Case, message: Touchpoint | None) -> Person | None:
    """Who wrote, where known and still there; else whom an action of the whole application goes to."""
    wrote = in_role(case.people(message.people), (*ADDRESSEES, "referrer")) if message else []
    there = (p for p in wrote if not case.has_left(p))
    return next(there, case.addressee)


def reply(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `reply` (G3.2): one for each message that wants an answer and each promised one, in time."""
    ended = case.outcome.at if case.outcome and case.outcome.ends else None
    if elsewhere := search.accepted_elsewhere(case):
        ended = elsewhere.at
    for question in case.questions:
        # After the end only what they asked since wants an answer.
        if ended is None or question.at > ended:
            yield _reply(case, search, question)


def _reply(case: Case, search: Search, question: Question) -> Proposal:
    person = _sender(case, question.message)
    due = hours_after(question.at, 24)
    if question.by:
        due = min(due, search.clock.end(working_day_before(question.by, case.place)))
    due = max(due, question.at)
    late = search.clock.end(question.by) if question.by else search.clock.days_after(due, 1)
    late = max(late, question.at)
    asked = f"They wrote on {the_day(case, question.at)} and wait for your answer"
    if not question.message:
        asked = f"You promised {case.company} an answer"
    elif person and person.id in question.message.people:
        asked = f"{person.name} wrote on {the_day(case, question.at)} and waits for your answer"
    return Proposal(
        case=case,
        kind="reply",
        interview=question.interview,
        person=person,
        promise=question.promise,
        message=question.message.id if question.message else None,
        opens=question.at,
        due=due,
        late=late,
        closes=search.clock.days_after(late, 7),
        reason=f"{asked} by {the_day(case, question.by)}." if question.by else f"{asked}. {NO_DAY}",
        answered=question.answered,
    )


def rejection_reply(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `rejection_reply` (G5): a short, gracious answer."""
    rejection = case.rejected
    if not rejection:
        return
    at = rejection.at
    answer = next(iter(case.since_reopened("rejection_reply")), None)
    yield Proposal(
        case=case,
        kind="rejection_reply",
        person=case.addressee,
        opens=at,
        due=hours_after(at, 24),
        late=hours_after(at, 48),
        closes=search.clock.days_after(at, 7),
        reason=f"{case.company} turned you down on {the_day(case, at)}; a gracious answer is remembered.",
        answered=answer.at if answer else None,
        anew=at,
    )


def feedback_request(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `feedback_request` (G1.5), optional: with the reply to a rejection, or two working days after it."""
    rejection = case.rejected
    if not rejection or not any(end_of(i) <= rejection.at for i in case.held):
        return
    at, closes = rejection.at, search.clock.days_after(rejection.at, 14)
    rejected_on = search.clock.day(at)
    (answer,) = rejection_reply(case, search)
    opens = at
    reason = "As a part of your answer to the rejection you may ask what would have helped."
    still = "" if closes <= case.now else "; you may still ask what would have helped"
    asked = next(iter(case.since_reopened("feedback_request")), None)
    if answer.answered and not (asked and asked.at == answer.answered):
        replied_on = search.clock.day(answer.answered)
        opens = max(at, search.clock.start(working_days_after(replied_on, 2, case.place)))
        reason = f"You answered the rejection on {the_day(case, replied_on)}{still}."
    elif search.is_over(answer):
        reason = f"The rejection of {the_day(case, at)} stays unanswered{still}."
    alone = search.is_over(answer)
    yield Proposal(
        case=case,
        kind="feedback_request",
        person=case.addressee,
        opens=opens,
        due=search.clock.end(working_days_after(rejected_on, 5, case.place)),
        late=search.clock.end(working_days_after(rejected_on, 10, case.place)),
        closes=closes,
        reason=reason,
        answered=asked.at if asked else None,
        anew=at,
        hold=search.hold(case) if alone else None,
        limited=alone,
    )
