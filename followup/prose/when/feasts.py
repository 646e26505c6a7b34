"""Feasts that a text counts from: “before Christmas”, “after the holidays”."""

import re
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.arithmetic import add_working_days, one, stretch
from followup.prose.when.said import Said, weekday_of

_WINTER = ("christmas", "xmas", "weihnacht", "heiligabend", "neujahr", "silvester", "jahren")
_BEFORE = ("before", "by", "ahead of", "prior to", "until", "this side of", "vor", "bis")
_AUTUMN = 10  # from then on “the holidays” are Christmas


def _easter(year: int) -> date:
    """Easter Sunday (Meeus, Jones, Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _feast(name: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a feast; None where it is not plain which holidays are meant."""
    for year in (today.year, today.year + 1):
        if name in ("easter", "oster"):
            first, last = _easter(year) - 2 * timedelta(days=1), _easter(year) + timedelta(days=1)
        elif name == "thanksgiving":
            first = date(year, 11, 1) + timedelta(days=(3 - date(year, 11, 1).weekday()) % 7 + 21)
            last = first + timedelta(days=1)
        elif name in _WINTER or today.month >= _AUTUMN:
            first, last = date(year, 12, 24), date(year + 1, 1, 1)
        else:
            return None
        if last >= today:
            return first, last
    return None


def around_feast(found: re.Match[str], today: date) -> Said | None:
    """What “before Christmas”, “nach den Feiertagen” suggest; “between the years” is its days."""
    feast = _feast(found["name"], today)
    if not feast:
        return Said(Span(*found.span()), None, None, sure=False, begins=False)
    if found["side"] in ("between", "zwischen"):
        return stretch(found, feast[0] + timedelta(days=3), feast[1] - timedelta(days=1))
    before = found["side"] in _BEFORE
    day = add_working_days(feast[0], -1) if before else add_working_days(feast[1], 1)
    return one(found, day, sure=False)


def weekday_by_feast(found: re.Match[str], today: date) -> Said | None:
    """“The Friday before Thanksgiving”."""
    feast = _feast(found["name"], today)
    if not feast:
        return None
    day = weekday_of(found["day"])
    if found["side"] == "before":
        back = (feast[0].weekday() - day) % 7 or 7
        return one(found, feast[0] - timedelta(days=back))
    return one(found, feast[1] + timedelta(days=(day - feast[1].weekday()) % 7 or 7))
