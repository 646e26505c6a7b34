"""What the fields that differ between two versions of an application are called, and each version of them in words."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from followup.ui.choices import countries
from followup.ui.debrief import TOPICS
from followup.ui.entry_draft import Typed, person_label
from followup.ui.entry_fields import MODES, ROLES, ROUTES, STATES
from followup.ui.entry_merge import Differing, Side, Versions
from followup.ui.status import CHANNELS
from followup.ui.text import full_date

_LABELS = {
    "company": "Company",
    "specialised": "A senior or specialised role",
    "route": "How you came to it",
    "channel": "Check back by",
    "country": "Country",
    "link": "Link to the posting",
    "email": "E-mail",
    "phone": "Phone",
    "linkedin": "LinkedIn",
    "rapport": "We got on well",
    "name": "Name",
    "role": "Role",
    "day": "Day",
    "time": "Start",
    "zone": "Time zone",
    "minutes": "Minutes",
    "mode": "How",
    "round": "Round",
    "state": "It took place",
    "who": "Who interviewed you",
    "location": "Place or link",
    "notes": "Notes",
    "text": "What was said",
    "topic": "About",
    "said_by": "Said by",
    "ties_to": "Ties to what I bring",
    "choice": "They decide by",
    "on": "By",
}
_WORDS: dict[str, Mapping[Any, str]] = {
    "route": ROUTES,
    "mode": MODES,
    "state": STATES,
    "topic": TOPICS,
    "channel": {channel: word for channel, (_, word) in CHANNELS.items()},
}
_TEXTS = {"material": "I promised to send", "reply_by": "They want to know"}
_LINE = 60


def added(both: Versions) -> list[str]:
    """What the newer state alone has, in words."""
    newer = both.newer
    found = [str(newer[f"name_{row}"]) for row in both.added("people")]
    found += [
        f"the interview on {full_date(newer[f'day_{row}'], both.today)}"
        for row in both.added("rounds")
    ]
    for row in newer["rounds"]:
        if row not in both.added("rounds"):
            found += [_short(newer[f"text_{item}"]) for item in both.added(f"specifics_{row}")]
            found += [_promise(both, newer, row, item) for item in both.added(f"promises_{row}")]
    return [each for each in found if each]


def _promise(both: Versions, draft: Typed, row: str, item: str) -> str:
    decided = both.decided(draft, item, row)
    if draft[f"kind_{item}"] == "decision_by":
        return f"they decide by {full_date(decided, both.today)}" if decided else ""
    return _short(draft[f"text_{item}"] or "a promise")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LINE else line[: _LINE - 1] + '…'}”"


def label(both: Versions, difference: Differing) -> str:
    """A field by the name that it has in the form, and whose it is."""
    draft = both.mine if difference.row in _rows_of(both.mine) else both.newer
    whose = _whose(draft, difference.row)
    return ": ".join(part for part in (whose, _name(draft, difference)) if part)


def _name(draft: Typed, difference: Differing) -> str:
    name, row = difference.name, difference.row
    if name == "role" and row:
        return "Is"  # a person's; the application's is the job
    if name == "text":
        return _TEXTS.get(draft.get(f"kind_{row}", ""), _LABELS["text"])
    return _LABELS.get(name, "")


def _rows_of(draft: Typed) -> set[str]:
    return {row for value in draft.values() if isinstance(value, list) for row in value}


def _whose(draft: Typed, row: str) -> str:
    if row in draft["people"]:
        return person_label(draft, row)
    rounds: list[str] = draft["rounds"]
    held = next(
        (
            number
            for number, each in enumerate(rounds, start=1)
            if row in (each, *draft[f"specifics_{each}"], *draft[f"promises_{each}"])
        ),
        0,
    )
    return f"Round {held}" if held and rounds[1:] else ""


def words(both: Versions, difference: Differing, side: Side) -> str:
    """One version of a field as the user reads it."""
    draft = both.mine if side == "mine" else both.newer
    name, row = difference.name, difference.row
    if difference.rows:
        return _row_words(both, difference, draft)
    value = draft.get(difference.field)
    if name == "choice":
        rounds = [each for each in draft["rounds"] if row in draft[f"promises_{each}"]]
        value = both.decided(draft, row, rounds[0]) if rounds else None
    if name == "role" and row in draft["people"]:
        return ROLES[value] if value in ROLES else str(value)
    if name == "country" and value:
        return countries().get(value, value)
    if name in ("who", "said_by"):
        ids = value if isinstance(value, list) else [value] if value else []
        return ", ".join(person_label(draft, person) for person in ids) or "Nobody"
    return _plain(value, _WORDS.get(name, {}), both.today)


def _plain(value: Any, named: Mapping[Any, str], today: date) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return full_date(value, today)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return named.get(value, str(value)) if value not in (None, "") else "(nothing)"


def _row_words(both: Versions, difference: Differing, draft: Typed) -> str:
    row, rows = difference.row, difference.rows
    if row not in draft.get(rows, ()):
        return "Taken out"
    if rows == "people":
        texts = [draft[f"{name}_{row}"] for name in ("name", "email", "phone", "linkedin")]
        return ", ".join(text for text in texts if text)
    if rows == "rounds":
        return f"The interview on {_plain(draft[f'day_{row}'], {}, both.today)}"
    if rows.startswith("promises_"):
        return _promise(both, draft, rows.partition("_")[2], row) or "No date"
    return str(draft[f"text_{row}"])
