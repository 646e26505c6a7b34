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
# They answer that I asked how things stand.
CHASED = re.compile(
    r"\b(?:thanks?|thank you)(?: \w+){0,3} for (?:checking in|following up|chasing|your patience|the nudge"
    r"|(?:the|your) (?:reminder|follow-?up|check-?in))\b"
    r"|\b(?:radio silence|keep(?:ing)? you (?:waiting|hanging|in the dark)|that you had to (?:ask|chase|wait)"
    r"|as you asked how things stand|silence can be)\b"
    r"|\b(?:danke|dank) für (?:ihre|deine|die) (?:nachfrage|geduld|erinnerung)\b|\bnachfragen musste\w*\b|\bzum stand\b"
    r"|\bzwischenstand\b|\bso lange (?:nichts|warten)\b",
    re.IGNORECASE,
)
