"""What phrases are made of: days, meetings, one of several."""

import re

MEETING = (
    r"(?:interviews?|assessment|calls?|chat|meetings?|discussion|appointment|visit|tour|session|termin|gespräch\w*"
    r"|conversation|(?<=the )talk|(?<=our )talk|(?<=your )talk|(?<=second )talk"
    r"|schnupper\w*|probe(?:tag|arbeiten|spiel|fahrt|stunde|schicht)|hospitation|vorsprechen|vorsingen|vorstellungsgespräch\w*)"
)
DAY = (
    r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b|today|tomorrow|tmrw|heute|morgen|montag"
    r"|dienstag|mittwoch|donnerstag|freitag|samstag"
    r"|\d(?!\d* ?(?:k\b|%|(?:hours?|hrs|days?|weeks?|months?|years?|shifts?|times|stunden|tage?|wochen?|rounds?)\b))"
)
_COUNT = (
    r"(?:noch|dafür|dazu|hierfür|nun|leider|allerdings|etwa|rund|ungefähr|ca\.|circa|gut|mindestens|etwas|eine?|einige"
    r"|paar|mehr|still|just|some|more|another|an?|few|little|bit|couple|of|about|around|at least|up to|further|extra"
    r"|other|\d{1,2}|zwei|drei|vier|fünf|sechs|one|two|three|four|five|six|weitere|the|this|next|nächsten?|or|to|bis"
    r"|oder|und|halbe|half|good|whole|full|your|ihre|um|ein)"
)
NEEDS_TIME = (
    rf"(?:\b(?:benötigen|benötige|brauchen|brauche)(?: (?:wir|ich))?|(?<!you )(?<!you'll )(?<!do they )\b(?:need|want))"
    rf"(?: {_COUNT})* (?:(?:arbeits)?tage?|wochen?|zeit|geduld|patience|(?:working |business )?days?|weeks?|time)\b"
    rf"(?!'|\u2019| (?:off|slots?|sheets?|with (?:you|her|him)|mit (?:ihnen|dir)|of (?!time|thought|thinking)))"
    r"|\b(?:we|i)(?:'ll| will| do|'d)? need(?: a bit| some time| more time)? (?:until|till|til)\b"
    r"|\b(?:wir brauchen|ich brauche)(?: dafür| dazu| noch| etwas| zeit)*"
    r" bis (?:zum |am |ende |mitte |anfang |\w+tag\b|\d)"
    rf"|\b(?:noch|weitere|etwa|rund) (?:{_COUNT} )*(?:tage?|wochen?|zeit) (?:benötigen|benötige|brauchen|brauche)\b"
)
"""Time is what they need, and nothing that they need by then: “wir benötigen noch etwa zwei Wochen”."""
TWICE = 2
"""What is said so often is meant."""


def any_of(*patterns: str) -> re.Pattern[str]:
    """One of several patterns."""
    return re.compile("|".join(f"(?:{one})" for one in patterns))
