"""Days told by how long it takes: “in ten working days”, “within 48 hours”, “tomorrow”, “by the end of the day”."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup.prose.when.arithmetic import (
    WEEK,
    Read,
    add_working_days,
    end_of_month,
    one,
    over_feasts,
)
from followup.prose.when.said import COUNT, WEEKDAY, Said, When, count_of

_MOST, _DAY = 400, 24
_IN = (
    r"\b(?:in|within|over|inside|after|takes?|taking|allow)(?: up to| at most| the)?(?: next| coming| "
    r"following)?(?P<about> about| around| approximately| roughly| maybe| perhaps| another)? "
)
_UNIT = (
    r"(?P<working>(?:working|business|work) )?(?P<unit>hours?|days?|weeks?|fortnights?|months?)\b"
)
# Of what one has, and does not wait for: “two more days of leave”.
_NO_WAIT = r"(?!'|\u2019| (?:of (?!time|thought|thinking)|off\b|leave|holiday|notice|pay|training|experience))"
# Where a day is named beside it, that day is meant.
_END_OF_DAY = re.compile(
    r"\b(?:(?:the )?end of (?:the )?(?:business )?day|eod|cob|close of (?:business|play))\b"
    rf"(?!,? ?(?:\(?(?:on |the )?(?:{WEEKDAY}|\d|[a-z]+ \d)|today|tomorrow|tonight|this|next|that|the same))"
)


def _in_time(found: re.Match[str], today: date) -> Said | None:
    """“In two weeks”, “within 5 business days”; of “2-3 weeks” the longer."""
    count = count_of(found["to"] or found["count"])
    outer = found["to"] and not re.match(r"within\b", found[0])  # “within 5-7 days” has a last one
    vague = bool(outer or found["about"] or "couple" in found["count"])
    day = _later(found["unit"], found["working"], count, today)
    return one(found, day, sure=not vague) if day else None


def _later(unit: str, working: str | None, count: int, today: date) -> date | None:
    if count > _MOST:
        return None
    if unit.startswith("hour"):
        return today + timedelta(days=-(-count // _DAY)) if count >= _DAY else None
    if unit.startswith("day"):
        return add_working_days(today, count) if working else today + timedelta(days=count)
    if unit.startswith(("week", "fortnight")):
        return today + count * WEEK * (2 if unit.startswith("fort") else 1)
    months = today.year * 12 + today.month - 1 + count
    start = date(months // 12, months % 12 + 1, 1)
    return start.replace(day=min(today.day, end_of_month(start).day))


def _few(found: re.Match[str], today: date) -> Said | None:
    unit = found["unit"]
    if unit.startswith("day"):
        return one(found, add_working_days(today, 3), sure=False)
    return one(found, today + 3 * WEEK, sure=False) if unit.startswith("week") else None


def _weeks_from(found: re.Match[str], today: date) -> Said | None:
    """“A week today”, “tomorrow week”."""
    count = count_of(found["count"]) if found["count"] else 1
    unit, day = found["unit"] or found["later"], found["day"] or found["late"]
    weeks = count * (2 if unit.startswith("fort") else 1)
    return one(found, today + weeks * WEEK + timedelta(days=day == "tomorrow"))


def _day_or_two(found: re.Match[str], today: date) -> Said | None:
    return one(
        found, add_working_days(today, 2) if found[1] == "day" else today + 2 * WEEK, sure=False
    )


_RULES: tuple[tuple[re.Pattern[str], Read], ...] = (
    (re.compile(rf"{_IN}(?P<count>{COUNT})(?: ?(?:-|to|or) ?(?P<to>{COUNT}))? {_UNIT}"), _in_time),
    (
        re.compile(
            rf"\bhave (?P<about>about |around |roughly )?(?P<count>{COUNT})(?: ?(?:-|to|or) ?(?P<to>{COUNT}))? "
            rf"{_UNIT} to\b"
        ),
        _in_time,
    ),
    (
        re.compile(
            rf"(?P<about>\b(?:about|around|roughly) )?\b(?P<count>{COUNT})(?: ?(?:-|to|or) ?(?P<to>{COUNT}))? "
            rf"{_UNIT} (?:from (?:now|today)|of (?:today|this|receiving|receipt))"
        ),
        _in_time,
    ),
    # “We need another two weeks”, “two more weeks”: how much longer it takes.
    (
        re.compile(
            rf"(?P<about>\b(?:another|(?:a )?further) )(?P<count>{COUNT})(?P<to>)? {_UNIT}{_NO_WAIT}"
        ),
        _in_time,
    ),
    (re.compile(rf"\b(?P<count>{COUNT})(?P<about> more)(?P<to>)? {_UNIT}{_NO_WAIT}"), _in_time),
    (
        re.compile(
            r"\b(?:in|within|over|for)? ?(?:the )?(?:next |coming |following )?(?:a )?(?:few|several) "
            r"(?:(?:working|business) )?(?P<unit>days|weeks|months)\b(?! ago)"
        ),
        _few,
    ),
    (re.compile(r"\b(?:the next|coming|next|following) (?P<unit>days|weeks)\b"), _few),
    (re.compile(r"\b(?:a|the next) (day|week) or (?:two|so)\b"), _day_or_two),
    (
        re.compile(
            rf"\b(?:(?P<count>{COUNT}) )?(?P<unit>weeks?|fortnights?) (?P<day>today|tomorrow)\b"
            r"|\b(?P<late>today|tomorrow|this day) (?P<later>week|fortnight)\b"
        ),
        _weeks_from,
    ),
    (
        re.compile(r"\bthe day after tomorrow\b"),
        lambda found, today: one(found, today + timedelta(days=2)),
    ),
    (
        re.compile(r"(?<!after )\b(?:tomorrow|tmrw|tmw|tmr|tomoz|tomorro|2moro|2morrow)\b"),
        lambda found, today: one(found, today + timedelta(days=1)),
    ),
    (
        re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"),
        one,
    ),
    (re.compile(r"\byesterday\b"), lambda found, today: one(found, today - timedelta(days=1))),
)


def durations(text: str, when: When) -> Iterator[Said]:
    """The days in a flattened text in lower case that are told by a length of time."""
    for pattern, read in _RULES:
        for found in pattern.finditer(text):
            said = read(found, when.today)
            if said:
                yield over_feasts(said, when) if found.groupdict().get("working") else said
    for found in _END_OF_DAY.finditer(text):
        yield one(found, when.today)
