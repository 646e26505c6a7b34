"""What the lint has to know of a message's surroundings, from its occasion."""

from collections.abc import Mapping
from datetime import datetime

from followup.messages.draft import Draft
from followup.messages.lint import Brief
from followup.messages.lint.findings import LINKEDIN_CHARACTERS, SPOKEN
from followup.messages.occasion import Occasion
from followup.messages.specifics import told_to_others
from followup.messages.things import other_role
from followup.model.action import Action
from followup.model.facts import Specific
from followup.model.kinds import KINDS
from followup.playbook.case import called, employer


def brief_for(
    occasion: Occasion,
    draft: Draft,
    *,
    specifics: tuple[Specific, ...] | None = None,
    others: Mapping[str, str] | None = None,
    limit: int = LINKEDIN_CHARACTERS,
) -> Brief:
    """The brief of a draft; `specifics` are all that it may refer to, `others` notes being written beside this one."""
    application, me = occasion.application, occasion.me
    elsewhere = [a for a in occasion.facts.applications if a.id != application.id]
    own = {person.name for person in application.people}
    asked = other_role(occasion, occasion.grammar(draft.template.language))
    until, reason = _too_soon(occasion.action)
    reader = None if draft.template.kind == "find_contact" else draft.recipient
    to = (reader.name,) if reader else ()
    return Brief(
        kind=occasion.kind,
        asks="" if occasion.action.about == "news" else occasion.action.about or "",
        channel=draft.channel,
        to=to,
        colleagues=tuple(own - set(to)),
        company=application.company,
        role=application.role,
        me=me.name,
        sign_off=me.sign_off,
        specifics=tuple(s.text for s in (draft.specifics if specifics is None else specifics)),
        other_names=tuple({p.name for a in elsewhere for p in a.people} - own),
        other_companies=tuple(
            {
                a.company
                for a in elsewhere
                if employer(a) != employer(application) and called(a.company) not in asked
            }
        ),
        other_notes={**notes_sent(occasion), **(others or {})},
        held_until=until and occasion.case.clock.local(until),
        held_reason=reason,
        local_time=occasion.local_time if draft.channel in SPOKEN else None,
        is_working_day=occasion.is_working_day_there,
        linkedin_limit=limit,
    )


def _too_soon(action: Action) -> tuple[datetime | None, str]:
    """Until when section 4 forbids it (None: until another action is done), or the day a check opens; and why."""
    if action.status == "held":
        return action.held_until, action.reason
    if action.status == "upcoming" and KINDS[action.kind].check:
        return action.opens, action.reason
    return None, ""


def notes_sent(occasion: Occasion) -> dict[str, str]:
    """The thank-yous to the other interviewers of the round, by their names."""
    if occasion.kind != "thank_you":
        return {}
    names = {person.id: person.name for person in occasion.application.people}
    return {
        ", ".join(names[id_] for id_ in told.people if id_ in names): told.text
        for told in reversed(told_to_others(occasion))
        if told.text
    }
