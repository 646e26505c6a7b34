"""The plan: every action that the facts derive at a moment, with its status, in order (PLAYBOOK section 2)."""

from datetime import datetime

from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.vocabulary import Status
from followup.playbook.candidate import Candidate
from followup.playbook.rules import RULES
from followup.playbook.scene import Scene, scene_of
from followup.playbook.words import last_day, on

# A status check in one of these takes over the thank-yous that are still open (4.5).
_LIVE: frozenset[Status] = frozenset({"open", "due", "overdue"})
_ANSWERED: frozenset[Status] = frozenset({"done", "skipped", "lapsed"})


def plan(facts: Facts, now: datetime) -> tuple[Action, ...]:
    """All actions at `now` (aware), ordered by due, opens and key; their moments are in the user's zone.

    The same facts and the same `now` give the same actions in the same order, whatever order the facts stand in.
    """
    scene = scene_of(facts, now)
    actions = [
        settle(candidate, scene)
        for case in scene.cases
        for rule in RULES
        for candidate in rule(case, scene)
    ]
    checked = {a.application for a in actions if a.kind == "status_check" and a.status in _LIVE}
    listed = [
        a
        for a in actions
        if a.kind != "thank_you" or a.application not in checked or a.status in _ANSWERED
    ]
    return tuple(sorted(listed, key=lambda a: (a.due.timestamp(), a.opens.timestamp(), a.key)))


def settle(candidate: Candidate, scene: Scene) -> Action:
    """The candidate as an action: its moments uncrossed, its status, and the reason in the light of that status."""
    closes = candidate.closes
    opens = min(candidate.opens, closes) if closes else candidate.opens
    late = max(opens, min(candidate.late, closes) if closes else candidate.late)
    due = max(opens, min(candidate.due, late))
    status, reason = _status(candidate, scene, opens, due, late)
    hold = candidate.hold if status == "held" else None
    zone = scene.wall.zone
    return Action(
        key=candidate.key,
        kind=candidate.kind,
        application=candidate.case.id,
        interview=candidate.interview,
        person=candidate.person.id if candidate.person else None,
        promise=candidate.promise,
        message=candidate.message,
        opens=opens.astimezone(zone),
        due=due.astimezone(zone),
        late=late.astimezone(zone),
        closes=closes.astimezone(zone) if closes else None,
        status=status,
        channel=candidate.channel,
        phone_offered=candidate.phone_offered,
        reason=reason,
        guides=candidate.guides,
        held_until=hold.until.astimezone(zone) if hold else None,
        held_by=hold.by if hold else None,
        needs_contact=candidate.needs_contact,
    )


def _status(
    candidate: Candidate, scene: Scene, opens: datetime, due: datetime, late: datetime
) -> tuple[Status, str]:
    """The status in section 2's order of precedence, and the reason that goes with it."""
    case, now, reason = candidate.case, scene.now, candidate.reason
    if candidate.answered:
        return "done", f"Done on {on(case, candidate.answered)}."
    if scene.is_skipped(candidate):
        return "skipped", f"You skipped it. {reason}"
    if candidate.closes and candidate.closes <= now:
        odd = "; now it would look odd" if candidate.channel else ""  # a debrief goes to nobody
        return "lapsed", f"Its time ended on {last_day(case, candidate.closes)}{odd}. {reason}"
    if candidate.hold and opens <= now < candidate.hold.until:
        return "held", candidate.hold.reason
    if now < opens:
        return "upcoming", reason
    if until := scene.snoozed_until(candidate):
        return "upcoming", f"Snoozed until {on(case, until)}. {reason}"
    if late <= now:
        return "overdue", reason
    # A day's end is the next 00:00, and still belongs to the day that it ends.
    if due <= scene.wall.end(scene.wall.day(now)):
        return "due", reason
    return "open", reason
