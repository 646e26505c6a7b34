"""What the playbook derives: an action is never stored (PLAYBOOK sections 1, 2 and 7)."""

from dataclasses import dataclass
from datetime import datetime

from followup.model.vocabulary import About, ActionKind, Channel, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the user should do. All moments are aware, in the user's zone; `opens ≤ due ≤ late ≤ closes`.

    `application`, `interview`, `person` and `promise` are ids, as is `message`: the received message that is answered.
    `channel` is None where there is nothing to send. `closes` None: it never closes by itself.
    What is held shows by what: `held_by` is the id of the touchpoint that holds it until `held_until`, or, where
    `held_until` is None, the key of the live action that goes before it. `about`: what a check asks about;
    `answered`: when what is done was done. `to` is the id of who is written to: who wrote what is answered, or was
    promised what is sent, where that is not the plan's own `person`; `unreached`: no address of theirs is known.
    """

    key: str
    kind: ActionKind
    application: str
    interview: str | None = None
    person: str | None = None
    promise: str | None = None
    message: str | None = None
    opens: datetime
    due: datetime
    late: datetime
    closes: datetime | None = None
    status: Status
    channel: Channel | None
    phone_offered: bool = False
    reason: str
    guides: tuple[str, ...]
    held_until: datetime | None = None
    held_by: str | None = None
    needs_contact: bool = False
    optional: bool = False
    about: About | None = None
    answered: datetime | None = None
    to: str | None = None
    unreached: bool = False
