"""The rows of Insights' charts, and the charts with them."""

from collections.abc import Sequence
from pathlib import Path

from followup.prose.text import counted, full_date
from followup.views.chart_files import Spec, charts, with_rows
from followup.views.insights.insights import Kept, Week
from followup.views.insights.replies import Rate

# What the guides say of the time after an interview; none of them gives a survey.
REFERENCES = (
    (7, "1 week", "A week: ask, if they gave no date (G4, G5)"),
    (14, "2 weeks", "Week two: it might be best to move on (G3.4)"),
)
KEPT = ("In time", "Late", "Missed")
HAPPENED = ("Interviews", "Sent", "Received")
_FOLDER = Path(__file__).parent


def rates_chart(rates: Sequence[Rate]) -> Spec:
    """The share that was answered, for the groups that have enough to say one of."""
    rows = (
        {"label": item.label, "share": item.share, "words": f"{item.answered} of {item.of}"}
        for item in rates
        if item.enough
    )
    return with_rows(charts(_FOLDER)["rates"], rows=rows)


def days_chart(days: Sequence[int]) -> Spec:
    """How many answers came after so many days, with what the guides say of a week and of two."""
    counts = {day: days.count(day) for day in sorted(set(days))}
    rows = (
        {
            "days": day,
            "answers": number,
            "words": f"{counted(number, 'answer')} after {counted(day, 'day')}",
        }
        for day, number in counts.items()
    )
    guides = ({"days": days, "short": short, "words": words} for days, short, words in REFERENCES)
    return with_rows(charts(_FOLDER)["days"], rows=rows, guides=guides)


def kept_chart(kept: Sequence[Kept]) -> Spec:
    """Windows kept in time, kept late and missed, by kind."""
    rows = (
        {
            "label": item.label,
            "what": what,
            "number": number,
            "order": order,
            "words": f"{item.label}: {number} {what}",
        }
        for item in kept
        for order, (what, number) in enumerate(
            zip(KEPT, (item.in_time, item.late, item.missed), strict=True)
        )
        if number
    )
    return with_rows(charts(_FOLDER)["kept"], rows=rows)


def weeks_chart(weeks: Sequence[Week]) -> Spec:
    """What happened in each week."""
    rows = (
        {
            "week": label,
            "what": what,
            "number": number,
            "words": f"Week from {label}: {number} {what}",
        }
        for item in weeks
        for label in (full_date(item.monday, item.monday)[4:],)
        for what, number in zip(HAPPENED, (item.interviews, item.sent, item.received), strict=True)
    )
    return with_rows(charts(_FOLDER)["weeks"], rows=rows)
