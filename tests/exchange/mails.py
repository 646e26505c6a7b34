"""Reads `mails.txt` and holds what a mail says against what it should."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from followup.exchange.reader import Reader

FILE = Path(__file__).with_name("mails.txt")
BY_TWO = Path(__file__).with_name("mails_by_two.txt")
MORE = Path(__file__).with_name("mails_more.txt")
LAST_TWO = Path(__file__).with_name("mails_last_two.txt")
THIRD_TWO = Path(__file__).with_name("mails_third_two.txt")
FOURTH_TWO = Path(__file__).with_name("mails_fourth_two.txt")
FIFTH_TWO = Path(__file__).with_name("mails_fifth_two.txt")
SMALL_FIRMS = Path(__file__).with_name("mails_small_firms.txt")
READER = Reader(datetime(2026, 11, 30, 11, tzinfo=UTC), "Europe/Berlin")


@dataclass(frozen=True)
class Case:
    """A mail and its expected values, as the file has them."""

    name: str
    raw: str
    wanted: tuple[tuple[str, str], ...]


def cases(path: Path = FILE) -> Iterator[Case]:
    """The cases of a file."""
    for block in path.read_text("utf-8").split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        raw, _, values = rest.rpartition("\n---\n")
        wanted = tuple(
            (key, value.strip())
            for key, _, value in (line.partition(":") for line in values.strip().split("\n"))
        )
        yield Case(name, raw + "\n", wanted)


def answer(case: Case) -> dict[str, Any]:
    """What is read from the mail."""
    found: dict[str, Any] = orjson.loads(to_json(read_mail(case.raw.encode(), READER)))
    return found


def _plain(value: Any) -> str:
    if value in (None, [], ""):
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return " ".join(value[key] for key in ("name", "email") if value.get(key))
    if isinstance(value, list):
        return " ".join(
            ("~" if one.get("proposed") else "")
            + str(one.get("starts_at") or one.get("on") or _plain(one))
            for one in value
        )
    return str(value)


def _moments(text: str) -> str:
    """Moments as instants, so that the same one in another zone is equal."""

    def one(word: str) -> str:
        mark, bare = ("~", word[1:]) if word.startswith("~") else ("", word)
        try:
            return mark + (
                datetime.fromisoformat(bare).astimezone(UTC).isoformat() if "T" in bare else bare
            )
        except ValueError:
            return word

    return " ".join(one(word) for word in text.split())


def wrong(case: Case) -> list[str]:
    """What does not come out as it should."""
    found, problems = answer(case), []
    asked = {ask["field"]: ask["suggestion"] for ask in found["asks"]}
    for key, value in case.wanted:
        name = key.strip().lstrip("?")
        if key.startswith("?"):
            if name not in asked or (value and _moments(str(asked[name])) != _moments(value)):
                problems.append(
                    f"{name} should be asked with {value}: {asked}, is {found.get(name)}"
                )
            continue
        have: Any = found
        for part in name.split("."):
            have = (have or {}).get(part)
        if name in ("link", "place"):
            have = next((one[name] for one in found["interviews"]), None)
        if _moments(_plain(have)).casefold() != _moments(value).casefold():
            problems.append(
                f"{name} should be {value}, is {_plain(have)}{' (asked)' if name.split('.')[0] in asked else ''}"
            )
        elif name.split(".")[0] in asked and value != "none":
            problems.append(f"{name} is asked about")
    return problems


_NAMES = ("company", "role", "successors", "stand_in", "place", "material")


def _of_others(found: dict[str, Any], name: str) -> str:
    """A value as others' cases name it: `material_on`, the first `link`."""
    if name in ("link", "place"):
        return _plain(next((one[name] for one in found["interviews"] if one[name]), None))
    if name in ("material", "material_on"):
        return _plain((found["material"] or {}).get("on" if name == "material_on" else "text"))
    return _plain(found.get(name))


def _alike(have: str, want: str) -> bool:
    """Whether names are equal, one holds the other, or half of the words that are wanted stand in it."""
    one, two = have.casefold(), want.casefold()
    if "none" in (one, two):
        return one == two
    return (
        one in two or two in one or 2 * len({*one.split()} & {*two.split()}) >= len({*two.split()})
    )


def unlike(case: Case) -> list[str]:
    """What of a case by others does not come out right and unasked; `?` before a name: what is not asked."""
    found, problems = answer(case), []
    asked = {ask["field"] for ask in found["asks"]}
    for key, want in case.wanted:
        name = key.lstrip("?")
        have, is_asked = _of_others(found, name), bool({name, name.removesuffix("_on")} & asked)
        same = _alike(have, want) if name in _NAMES else _moments(have) == _moments(want)
        if (key != name and not is_asked) or (key == name and (is_asked or not same)):
            problems.append(f"{key}: {want}, is {have}{' (asked)' if is_asked else ''}")
    return problems
