"""What the fields that differ between two versions of an application are called, and each version of them in words."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from followup.forms.checking import Typed, person_label, row_owner
from followup.forms.merge import Differing, Side, Versions
from followup.prose.text import full_date
from followup.ui.base.looks import BEGINNINGS, CHANNELS, MODES, ROLES, ROUTES, STATES, TERMS, TOPICS
from followup.ui.base.options import LANGUAGES, countries
from followup.views.labels import one_line

_LABELS = {
    "company": "Company",
    "specialised": "A senior or specialised role",
    "route": "How you came to it",
    "channel": "Check back by",
    "language": "Letters in",
    "country": "Country",
    "region": "Region",
    "link": "Link to the posting",
    "email": "E-mail",
    "phone": "Phone",
    "linkedin": "LinkedIn",
    "rapport": "We got on well",
    "terms": "How you write to them",
    "name": "Name",
    "role": "Role",
    "day": "Day",
    "time": "Start",
    "zone": "Time zone",
    "minutes": "Minutes",
    "mode": "How",
    "round": "Round",
    "state": "What became of it",
    "who": "Who was there",
    "location": "Place or link",
    "notes": "Notes",
    "text": "What was said",
    "frame": "How the sentence begins",
    "topic": "About",
    "said_by": "Said by",
    "ties_to": "Thought, answered or done about it",
    "choice": "They decide by",
    "on": "By",
}
_WORDS: dict[str, Mapping[Any, str]] = {
    "route": ROUTES,
    "terms": TERMS,
    "mode": MODES,
    "state": STATES,
    "frame": BEGINNINGS,
    "topic": TOPICS,
    "language": LANGUAGES,
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


def _promise(both: Versions, typed: Typed, row: str, item: str) -> str:
    decided = both.decided(typed, item, row)
    if typed[f"kind_{item}"] == "decision_by":
        return f"they decide by {full_date(decided, both.today)}" if decided else ""
    return _short(typed[f"text_{item}"] or "a promise")


def _short(text: str) -> str:
    return f"“{one_line(text, _LINE)}”"


def label(both: Versions, difference: Differing) -> str:
    """A field by the name that it has in the form, and whose it is."""
    typed = both.mine if difference.row in _rows_of(both.mine) else both.newer
    whose = row_owner(typed, difference.row)
    return ": ".join(part for part in (whose, _name(typed, difference)) if part)


def _name(typed: Typed, difference: Differing) -> str:
    name, row = difference.name, difference.row
    if name == "role" and row:
        return "Is"  # a person's; the application's is the job
    if name == "text":
        return _TEXTS.get(typed.get(f"kind_{row}", ""), _LABELS["text"])
    return _LABELS.get(name, "")


def _rows_of(typed: Typed) -> set[str]:
    return {row for value in typed.values() if isinstance(value, list) for row in value}


def words(both: Versions, difference: Differing, side: Side) -> str:
    """One version of a field as the user reads it."""
    typed = both.mine if side == "mine" else both.newer
    name, row = difference.name, difference.row
    if difference.rows:
        return _row_words(both, difference, typed)
    value = typed.get(difference.field)
    if name == "choice":
        rounds = [each for each in typed["rounds"] if row in typed[f"promises_{each}"]]
        value = both.decided(typed, row, rounds[0]) if rounds else None
    if name == "role" and row in typed["people"]:
        return ROLES[value] if value in ROLES else str(value)
    if name == "country" and value:
        return countries().get(value, value)
    if name in ("who", "said_by"):
        ids = value if isinstance(value, list) else [value] if value else []
        return ", ".join(person_label(typed, person) for person in ids) or "Nobody"
    return _plain(value, _WORDS.get(name, {}), both.today)


def _plain(value: Any, named: Mapping[Any, str], today: date) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return full_date(value, today)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return named.get(value, str(value)) if value not in (None, "") else "(nothing)"


def _row_words(both: Versions, difference: Differing, typed: Typed) -> str:
    row, rows = difference.row, difference.rows
    if row not in typed.get(rows, ()):
        return "Taken out"
    if rows == "people":
        texts = [typed[f"{name}_{row}"] for name in ("name", "email", "phone", "linkedin")]
        return ", ".join(text for text in texts if text)
    if rows == "rounds":
        return f"The interview on {_plain(typed[f'day_{row}'], {}, both.today)}"
    if rows.startswith("promises_"):
        return _promise(both, typed, rows.partition("_")[2], row) or "No date"
    return str(typed[f"text_{row}"])
