"""What the lint has to know of a message's surroundings, from its occasion."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from followup.messages.draft import Draft
from followup.messages.lint import Brief
from followup.messages.lint.checks.others import ALIKE, likeness
from followup.messages.lint.findings import LINKEDIN_CHARACTERS, SPOKEN
from followup.messages.occasion import Occasion
from followup.messages.specifics import told_to_others
from followup.messages.things import other_role
from followup.model.action import Action
from followup.model.fact import once
from followup.model.facts import Application, Specific
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
    named, companies = _everybody(occasion.facts.applications)
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
        other_names=tuple(named - own),
        other_companies=tuple(
            company
            for company, of in companies.items()
            if of != employer(application) and called(company) not in asked
        ),
        other_notes={**notes_sent(occasion), **(others or {})},
        held_until=until and occasion.case.clock.local(until),
        held_reason=reason,
        local_time=occasion.local_time if draft.channel in SPOKEN else None,
        is_working_day=occasion.is_working_day_there,
        linkedin_limit=limit,
    )


@once
def _everybody(applications: tuple[Application, ...]) -> tuple[set[str], dict[str, str]]:
    """The names of all people of a search, and all its companies with what they are as employers."""
    named = {person.name for each in applications for person in each.people}
    return named, {each.company: employer(each) for each in applications}


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


@dataclass(frozen=True, slots=True)
class Alike:
    """The note that is most like another one: to whom that other one goes, and how alike, 0 to 1."""

    name: str
    share: float

    @property
    def too_alike(self) -> bool:
        """Whether the lint would say so."""
        return self.share >= ALIKE


def most_alike(text: str, others: Mapping[str, str], me: str, whom: str) -> Alike | None:
    """Which of the other notes, by the name of whom each goes to, is most like this one."""
    names = tuple(name for name in (whom, me, *others) if name)
    found = [
        Alike(name, likeness(text, other, names)) for name, other in others.items() if other.strip()
    ]
    return max(found, key=lambda alike: alike.share, default=None)
