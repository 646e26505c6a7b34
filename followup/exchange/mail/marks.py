"""What a sentence of a mail speaks of: a note on closed offices below it, or work that is asked for."""

import re

CLOSURE = re.compile(
    r"\b(?:office|offices|shop|site|building|we)(?: is| are| will be| remains?)? closed\b|\bbetriebsferien\b"
    r"|\b(?:büro|geschäftsstelle|betrieb)\b.{0,40}\bgeschlossen\b",
    re.IGNORECASE,
)
# What somebody who is turned down is not asked for.
WORK = re.compile(
    r"\b(?:exercise|(?:take-?home|test|sample) (?:task|project)|assignment|case study|homework|your (?:work|solution)"
    r"|probeaufgabe|arbeitsprobe|fallstudie|ihre lösung|deine lösung)\b",
    re.IGNORECASE,
)
