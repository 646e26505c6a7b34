"""What phrases are made of: days, meetings, one of several."""

import re

MEETING = (
    r"(?:interviews?|assessment|calls?|chat|meetings?|discussion|appointment|visit|tour|session|termin|gespräch\w*"
    r"|conversation|(?<=the )talk|(?<=our )talk|(?<=your )talk|(?<=second )talk|vorstellungsgespräch\w*)"
)
DAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|today|tomorrow|tmrw|heute|morgen|montag|dienstag|mittwoch"
    r"|donnerstag|freitag|\d"
)


def any_of(*patterns: str) -> re.Pattern[str]:
    """One of several patterns."""
    return re.compile("|".join(f"(?:{one})" for one in patterns))
