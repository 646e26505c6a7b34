"""What another application's offer asks for here: ask in time, or withdraw with a word (G3.1, common practice)."""

from collections.abc import Iterator

from followup.model.text import with_one_stop
from followup.playbook.candidate import Candidate, lacks_address
from followup.playbook.case import Case
from followup.playbook.scene import Scene
from followup.playbook.wall import hours_after
from followup.playbook.words import last_day, on


def expedite(case: Case, scene: Scene) -> Iterator[Candidate]:
    """Optional: another offer has a deadline ahead; ask whether they can tell before then (common practice)."""
    if not case.active or not case.held or scene.accepted_elsewhere(case):
        return
    offers = [
        (offer.deadline, offer.at, other)
        for other, offer in scene.offers
        if other.id != case.id and offer.deadline and offer.deadline > scene.now
    ]
    if not offers:
        return
    deadline, at, other = min(offers, key=lambda offer: (offer[0], offer[1], offer[2].id))
    yield Candidate(
        case=case,
        kind="expedite",
        person=case.addressee,
        opens=at,
        due=hours_after(at, 24),
        late=hours_after(at, 48),
        closes=deadline,
        reason=f"{other.company} made you an offer that stands until {last_day(case, deadline)}: ask politely whether "
        f"{case.company} can tell you before then.",
        guides=("common practice",),
        answered=next((t.at for t in case.sent("expedite") if t.at >= at), None),
        needs_contact=lacks_address(case.addressee, "email"),
    )


def withdraw_note(case: Case, scene: Scene) -> Iterator[Candidate]:
    """The user withdrew, or accepted another offer: tell them, once (G3.1)."""
    accepted = scene.accepted_elsewhere(case)
    if accepted:
        at = accepted[1].at
        reason = f"You accepted the offer of {accepted[0].company} on {on(case, at)}: tell {case.company}."
    elif case.outcome and case.kind == "withdrawn":
        at = case.outcome.at
        reason = f"You withdrew on {on(case, at)}: tell {case.company}."
    else:
        return
    told = case.sent("withdraw_note")
    yield Candidate(
        case=case,
        kind="withdraw_note",
        person=case.addressee,
        opens=at,
        due=hours_after(at, 24),
        late=hours_after(at, 48),
        closes=scene.wall.days_after(at, 7),
        reason=with_one_stop(reason),
        guides=("G3.1",),
        answered=told[0].at if told else None,
        needs_contact=lacks_address(case.addressee, "email"),
    )
