"""The companies that a text names as one: “your application to Globex”, “the team at Globex”."""

import re
from collections.abc import Iterator

from followup.exchange.mail.about.role_words import WORDS, has_job_word
from followup.prose.names import IN_LAW
from followup.prose.word_lists import word_list

WORD = r"[A-Z\u00c0-\u00de0-9][\w&.'\u2019+-]*"
_NEXT = rf"(?: (?:[&+] )?{WORD})"
# “A Technical Writer at Globex”
_BEHIND_TITLE = re.compile(
    rf"\b(?P<title>\w{{3,40}}) (?:at|with|bei|beim) (?P<name>{WORD}{_NEXT}{{0,3}})"
)
_LOOKED = 20_000
_IN_TEXT = (
    _BEHIND_TITLE,
    re.compile(
        rf"\b(?:Bewerbung|beworben|Karriere|Tätigkeit|Team|Arbeiten|Interesse|Mitarbeit|Einstieg|Recruiting-Team)"
        rf" (?:bei|von|an|in)(?: der| dem| den| einer)? (?P<name>{WORD}{_NEXT}{{0,3}})"
    ),
    re.compile(rf"\b[Tt]eam (?:at|of) (?P<name>{WORD}{_NEXT}{{0,3}})"),
    re.compile(
        rf"(?:\bapplication was (?:sent|submitted) to|[@]|(?<!\bon )\b[Tt]he|\b(?:feedback|news|update) from) "
        rf"(?P<name>{WORD}{_NEXT}{{0,2}})"
        r"(?= (?:team|are|is|have|has)\b|$|[\n,.!])",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?:^|[:.!?] )(?P<name>{WORD}{_NEXT}{{0,3}}) (?:has invited you|have invited you|is inviting"
        rf"|(?:has |have )?(?:viewed|reviewed|received) your|would like to invite|invites you"
        rf"|(?:has|have) (?:put|moved|asked|decided|chosen|shortlisted|declined"
        rf"|cancelled|confirmed)|(?:wants?|would like) to (?:see|meet|move|talk|speak))",
        re.MULTILINE,
    ),
    re.compile(
        rf"\b(?:application (?:to|with|at)|applying (?:to|at|with)|interest in(?: joining| working (?:at"
        rf"|for|with))?|interview (?:with|at)|offer from|position at|role at|opening at|job at|team at"
        rf"|career (?:at|with)|working (?:at|for)|here at|on behalf of|behalf of everyone at|join(?:ing)?"
        rf"|employment with|recruiter (?:at|for)|talent acquisition (?:at|for)|\bat) (?P<name>{WORD}{_NEXT}{{0,3}})"
    ),
    # What it is in law says that it is one: “bei der Kronberg Fenster GmbH”; no maker of the machine that sends it.
    re.compile(
        rf"(?<!by )(?<!durch )(?<!via )(?<!\u00a9 )\b(?P<name>{WORD}{_NEXT}{{0,4}} {IN_LAW})"
    ),
)
NO_COMPANY = word_list("no_company", WORDS)
"""Words with a capital that begin no company's name."""
# “He leads the Payments team”: a team of theirs.
_INNER = re.compile(
    r"\b(?:leads?|leading|led|runs?|running|heads?|heading|manag(?:es?|ing)|in|within|on|of|oversee(?:s|ing)|supervis\w+)"
    r" $"
)
# “No longer works for Globex”, “I finished up at Globex”.
_LEFT = re.compile(
    rf"\b(?:no longer (?:works? (?:for|at)|with|at|employed (?:by|at)|part of)|(?:has|have|'ve|\u2019ve) (?:now )?left"
    rf"|(?:finished|wrapped) (?:up )?(?:at|with)|(?:my|her|his|their) time (?:at|with)"
    rf"|(?:doesn't|doesn\u2019t|does not) work (?:at|for)|nicht mehr (?:bei|für)) (?:the |der |dem )?"
    rf"(?P<name>{WORD}{_NEXT}{{0,3}})"
)


def left_by(text: str) -> str | None:
    """Whom somebody has left."""
    found = _LEFT.search(text)
    return found["name"].rstrip(".,") if found else None


def companies_in(text: str) -> Iterator[str]:
    """The names, those first that are beyond doubt."""
    for pattern in _IN_TEXT:
        for found in pattern.finditer(text[:_LOOKED]):
            if pattern is _BEHIND_TITLE and not has_job_word(found["title"]):
                continue
            if _INNER.search(text, max(0, found.start() - 30), found.start()):
                continue
            words = re.split(r"(?<=\w{5}[.!]) ", found["name"])[0].rstrip(".,'\u2019").split()
            while words and words[-1].lower().strip(".,") in NO_COMPANY:
                words.pop()
            name = re.sub(r"(?:'s|\u2019s)$", "", " ".join(words)).rstrip(".,")
            if words and has_job_word(words[-1]):  # “interest in Nurse Manager”
                continue
            if (
                name
                and words[0].lower() not in NO_COMPANY
                and len(name) > 1
                and not name[0].isdigit()
            ):
                yield name
