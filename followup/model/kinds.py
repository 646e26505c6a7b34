"""The table of kinds: all that is known of an action by its kind alone, a row for each (PLAYBOOK section 3)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from followup.model.vocabulary import ACTION_KINDS, ActionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One row. `title` has places for {name} and {material}; `guides` are the sources of its rule.

    What it is called: `word` by itself (“Thank-you”), `noun` inside a sentence (“thank-you”).
    """

    icon: str
    word: str
    noun: str
    title: str
    guides: tuple[str, ...]
    written: bool = True  # a message answers it; what is noted or decided goes to nobody
    single: bool = False  # an application has one, whoever it goes to
    check: bool = False
    counted: bool = (
        False  # belongs to a count of checks: a new count has new ones under the same keys (4.4)
    )
    outreach: bool = True  # sent, it starts the days between two outreaches to an employer (4.3)
    optional: bool = False  # expected by nobody, and never overdue
    light: bool = False  # nobody waits for it, be it overdue
    callable: bool = False  # a call is no surprise; a check has its one method (4.6)
    asks: bool = False  # an answer may follow
    personal: bool = False  # a reply of somebody else does not answer it
    window: bool = False  # closes, and the plan lists it whatever came of it


KINDS: Final[Mapping[ActionKind, Kind]] = {
    "debrief": Kind(
        icon=":material/edit_note:",
        word="Debrief",
        noun="debrief",
        title="Note down what was said",
        guides=("G1.3", "G2.2", "G5"),
        written=False,
        outreach=False,
    ),
    "thank_you": Kind(
        icon=":material/favorite:",
        word="Thank-you",
        noun="thank-you",
        title="Thank {name}",
        guides=("G1.1", "G2.1", "G3.3", "G4", "G5"),
        asks=True,
        personal=True,
        window=True,
    ),
    "send_material": Kind(
        icon=":material/attach_file:",
        word="Promised material",
        noun="promised material",
        title="Send what you promised{material}",
        guides=("G2.5",),
        outreach=False,
        asks=True,
        personal=True,
        window=True,
    ),
    "reply": Kind(
        icon=":material/reply:",
        word="Reply",
        noun="reply",
        title="Answer {name}",
        guides=("G3.2",),
        outreach=False,
        callable=True,
        window=True,
    ),
    "linkedin_connect": Kind(
        icon=":material/person_add:",
        word="LinkedIn request",
        noun="LinkedIn request",
        title="Connect with {name} on LinkedIn",
        guides=("G5",),
        outreach=False,
        optional=True,
        light=True,
        asks=True,
        personal=True,
        window=True,
    ),
    "status_check": Kind(
        icon=":material/help:",
        word="Status check",
        noun="status check",
        title="Status check to {name}",
        guides=("G2.6", "G3.1", "G3.3", "G4", "G5"),
        single=True,
        check=True,
        counted=True,
        asks=True,
    ),
    "second_check": Kind(
        icon=":material/contact_support:",
        word="Second check",
        noun="second check",
        title="Second check to {name}",
        guides=("G2.7", "G3.3", "G3.4"),
        single=True,
        check=True,
        counted=True,
        asks=True,
    ),
    "move_on": Kind(
        icon=":material/signpost:",
        word="Move on",
        noun="decision to move on",
        title="Decide: close it or keep watching",
        guides=("G3.4",),
        written=False,
        single=True,
        counted=True,
        outreach=False,
        light=True,
    ),
    "rejection_reply": Kind(
        icon=":material/handshake:",
        word="Answer to a rejection",
        noun="answer to the rejection",
        title="Answer the rejection",
        guides=("G5",),
        single=True,
        outreach=False,
        window=True,
    ),
    "feedback_request": Kind(
        icon=":material/feedback:",
        word="Request for feedback",
        noun="request for feedback",
        title="Ask {name} for feedback",
        guides=("G1.5",),
        single=True,
        optional=True,
        light=True,
        asks=True,
    ),
    "keep_in_touch": Kind(
        icon=":material/waving_hand:",
        word="Keep in touch",
        noun="keep-in-touch note",
        title="Keep in touch with {name}",
        guides=("G3.3", "G5"),
        optional=True,
        light=True,
        asks=True,
        personal=True,
    ),
    "offer_reply": Kind(
        icon=":material/celebration:",
        word="Answer to an offer",
        noun="answer to the offer",
        title="Answer the offer",
        guides=("common courtesy",),
        single=True,
        outreach=False,
        callable=True,
        window=True,
    ),
    "decide_offer": Kind(
        icon=":material/balance:",
        word="Decide on an offer",
        noun="decision on the offer",
        title="Decide: take the offer or decline it",
        guides=("common practice",),
        written=False,
        single=True,
        outreach=False,
    ),
    "expedite": Kind(
        icon=":material/bolt:",
        word="Ask to decide sooner",
        noun="request to decide sooner",
        title="Ask {name} to decide sooner",
        guides=("common practice",),
        single=True,
        optional=True,
        callable=True,
        asks=True,
    ),
    "withdraw_note": Kind(
        icon=":material/logout:",
        word="Withdrawal",
        noun="withdrawal note",
        title="Tell {name} that you withdraw",
        guides=("G3.1",),
        single=True,
        callable=True,
        window=True,
    ),
    "tell_referrer": Kind(
        icon=":material/diversity_3:",
        word="Word to a referrer",
        noun="word to the referrer",
        title="Tell {name}, who referred you",
        guides=("common courtesy",),
        outreach=False,
        personal=True,
        window=True,
    ),
}


def those(which: Callable[[Kind], bool]) -> tuple[ActionKind, ...]:
    """The kinds whose row is such, in the playbook's order: `those(lambda kind: kind.optional)`."""
    return tuple(name for name in ACTION_KINDS if which(KINDS[name]))


CHECKS: Final = frozenset(those(lambda kind: kind.check))
WRITTEN: Final = those(lambda kind: kind.written)
