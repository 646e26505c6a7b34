"""Which role a mail is about, by its text and subject."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from followup.exchange.mail.about.listed import several_in
from followup.exchange.mail.about.role_words import (
    ANYONE,
    CAPITAL,
    FAINT,
    GENERIC,
    JOB,
    LABELLED,
    LARGE,
    LOOSE,
    ROLE_WORDS,
    ROLES,
    TITLE,
    WORDS,
    clean_role,
    has_job_word,
    without_marks,
)
from followup.exchange.mail.headers import bare_subject
from followup.prose.name_parts import ANY_GIVEN
from followup.prose.word_lists import word_list

_PARTS = re.compile(
    r"\s*[|()\[\]\u2013\u2014;]+\s*|:\s+|\s+(?:[-/@+]+|//|at|bei|beim|with)\s+|[,!?] |(?<=\w{5})\. |: ?$"
)
_OCCASIONS = word_list("occasions", WORDS)
_BEGIN = tuple(word.rstrip("*") for word in _OCCASIONS if word.endswith("*"))
# What is said of a role alone: “Application Project Engineer”, “Stelle MFA”.
_OF_A_ROLE = re.compile(
    rf"^(?:{JOB}|bewerbung|stelle|ausschreibung|anstellung|tätigkeit|probetag|probearbeiten|schnuppertag|vorstellungsgespräch|arbeitsvertrag|einladung)$",
    re.IGNORECASE,
)
_TITLED = re.compile(rf"(?={CAPITAL}){TITLE}(?: {TITLE})*")
_NO_TITLE = word_list("no_title", WORDS)
# “Meeting with Professor Lindahl”: somebody.
_SOMEBODY = re.compile(
    rf"(?:Professor|Prof\.|Chef|Matron|Dean|Coach|Sister|Schwester|Meister) {CAPITAL}[\w-]+"
)
_TITLE_TOO = word_list("title_too", WORDS)
_COUNTED = ("first", "second", "third", "final", "next", "1st", "2nd", "3rd", "last")
_APPLIED = re.compile(
    "Engineer|Developer|Specialist|Manager|Support|Scientist|Consultant|Architect|Analyst"
)
# “Sales Assistant (part time), Haberdashery”: what goes on behind a bracket is of the title, too.
# “Field Engineer, EMEA”: where.
_MORE = re.compile(
    r"(?:,? (?:EMEA|APAC|DACH|LATAM|MENA|ANZ|UKI|CEE|EU|UK|US|Nordics|Benelux)(?=[.,;!\n]|$)"
    rf"|(?:(?<=\))| ?\([^()\n]{{2,20}}\)), {CAPITAL}[\w&-]+(?: {CAPITAL}[\w&-]+){{0,2}}(?=[.;!\n]|$| [a-z]))"
)
# A long line goes on in the next, unless that says what it is itself: “Reference: …”.
_WRAPPED = re.compile(r"(?<=[^\n]{46}) ?\n(?=[^\W\d_])(?![A-Z][\w /-]{1,24}: )")
_PLACE = re.compile(r" (?:im|am|(?:an|auf|in) (?:der|den|dem)|(?:at|in|on) the) ")
_BEHIND = 3  # words behind what a job is called: “Stationsleitung Innere Medizin”
_MARK = "\N{BULLET}"  # where “(m/w/d)” stood
_SMALL, _LONGEST, _SUBJECT = 4, 7, 300


def role_of(
    subject: str, text: str, roles: Sequence[str], names: Iterable[str | None] = ()
) -> str | None:
    """The role: one that is known and named, one named as such in the text, one in the subject.

    Of several known ones that of the subject; where it has none or more than one, it is not told and to be asked.
    `names` are those of the company and of people: no roles.
    """
    if known := _named(subject, roles) or _named(text, roles):
        return next(iter(known)) if len(known) == 1 else None
    text = _WRAPPED.sub(" ", text)
    subject, others = subject[:_SUBJECT], {name.casefold() for name in names if name}
    told = next(_told(ROLES, text, others), None)
    headed = _in_subject(subject, text, others)
    role = _fuller(told, headed, text) or next(_told(FAINT, text, others), None)
    return None if role in several_in(text) else role


def _fuller(told: str | None, headed: str | None, text: str) -> str | None:
    """That of the text, or of the subject where that has more of the same: “Project Engineer Outfitting”; no place."""
    if not told or not headed:
        return told or headed
    low, start = headed.casefold(), told.casefold()
    clearer = start not in low and has_job_word(headed) > has_job_word(told)
    if clearer or _PLACE.match(told.removeprefix(headed)):  # “Stationsleitung im Haus 3”
        return headed
    _, same, place = headed.partition(f"{told} ")
    if same and re.search(rf"(?:{_PLACE.pattern}| in | at ){re.escape(place)}\b", text):
        return told
    more = headed[0].isupper() and (low.startswith(start) or low.endswith(f" {start}"))
    return headed if more and (len(headed) > len(told) or told[0].islower()) else told


def _told(patterns: Iterable[re.Pattern[str]], text: str, others: set[str]) -> Iterator[str]:
    """The roles that a text names as such."""
    for pattern in patterns:
        for found in pattern.finditer(text):
            more = _MORE.match(text, found.end("role"))
            role = clean_role(found["role"] + (more[0] if more else ""))
            if not role or role.casefold() in others:
                continue
            loose = pattern is LOOSE and (
                not re.search(r"[a-z]", role) or role.split()[0].lower() in _NO_TITLE
            )
            few = has_job_word(role) and len(role.split()) <= _SMALL
            asked = pattern is LABELLED and role[0].islower() and not few
            if not (loose or asked or _is_somebodys(role, text[found.end("role") :])):
                yield role


def _is_somebodys(role: str, behind: str) -> bool:
    """Whether a title is that of somebody who is named right behind it: “Teamleiterin Petra Vogel”."""
    words = re.findall(rf"^(?: {LARGE}){{0,2}}", behind)
    names = pairwise(" ".join([role, *words]).split()[1:])
    return any(one.lower() in ANY_GIVEN and two[0].isupper() for one, two in names)


def _named(text: str, roles: Sequence[str]) -> frozenset[str]:
    """The known roles that a text names: “Staff Engineer” does not name the Engineer, too."""
    left, found = text, set()
    for role in sorted(filter(None, roles), key=len, reverse=True):
        fewer = re.sub(rf"(?<!\w){re.escape(role)}(?!\w)", " | ", left, flags=re.IGNORECASE)
        if fewer != left:
            found.add(role)
        left = fewer
    return frozenset(found)


def _in_subject(subject: str, text: str, others: set[str]) -> str | None:
    """The role that a subject names: a job's title first, then what it says a role of, then what the text calls one."""
    bare = bare_subject(subject)
    bare = ANYONE.sub(f" {_MARK} ", bare)
    for name in others:
        bare = re.sub(
            rf"(?i:(?:(?:at|with|bei|beim|@|-) )?(?<!\w){re.escape(name)}(?!\w))", " | ", bare
        )
    parts = [part for each in _PARTS.split(without_marks(bare)) if (part := each.strip())]
    kept = [(_from_title(_without_occasion(part)), part) for part in parts]
    marked = (
        found.group()
        for words, _ in kept
        if _MARK in words and (found := _TITLED.match(" ".join(words.replace(_MARK, " ").split())))
    )
    titles = (words for words, _ in kept if _is_whole_title(words))
    led = False
    said = []
    for words, part in kept:
        title = words and (led or words != part) and _TITLED.fullmatch(words)
        if title and _is_of_a_role(part, words, led):
            said.append(words)
        led = not words and any(_OF_A_ROLE.match(word) for word in part.split())
    both = (words for words, _ in kept if words and _is_called_a_job(words, text))
    return next((role for each in (*marked, *titles, *said, *both) if (role := _kept(each))), None)


def may_be_named(subject: str, names: Iterable[str | None]) -> str | None:
    """A subject of mine that is a few words and no occasion (“Re: Bookbinding”): perhaps the job; `names` are none."""
    bare, others = bare_subject(subject), {name.casefold() for name in names if name}
    few = len(bare.split()) <= _BEHIND and _TITLED.fullmatch(bare) and bare != subject.strip()
    told = bare.casefold() not in others and bare.split(" ")[0].lower() not in _NO_TITLE
    return bare if few and told and bare == _without_occasion(bare) else None


def _kept(words: str) -> str | None:
    role = clean_role(words)
    return role if role and role.split()[0].lower() not in GENERIC else None


def _is_of_a_role(part: str, words: str, led: bool) -> bool:
    """Whether what was cut off a part of a subject is said of roles; no day, and not too long."""
    rest = part.replace(words, " ", 1).split()
    few = len(words.split()) <= _LONGEST and words.split(maxsplit=1)[0].lower() not in _NO_TITLE
    return few and (led or any(_OF_A_ROLE.match(word) for word in rest))


def _from_title(words: str) -> str:
    """The words from where a title begins: “procedure Harbour Planner”."""
    each = words.split()
    if not words or _is_whole_title(words):
        return words
    starts = [
        at for at in range(1, len(each)) if each[at - 1][0].islower() and each[at][0].isupper()
    ]
    return next((tail for at in starts if _is_whole_title(tail := " ".join(each[at:]))), words)


def _is_occasion(word: str) -> bool:
    low = word.strip(".,:!?'\"\u201e\u201c\u201d").lower()
    return (
        not re.search(r"[^\W\d_]", low)
        or low in _OCCASIONS
        or (low.startswith(_BEGIN) and not has_job_word(word))
    )


def _may_begin(cut: list[str], first: str) -> bool:
    """Whether the last word that was cut off before a title begins it: “Stage Technician”, “Application Engineer”."""
    last, before = cut[-1], cut[-2].lower() if len(cut) > 1 else ""
    if len(cut) == 1 and last.lower() in ("saturday", "sunday", "weekend"):
        return True
    if not last[0].isupper() or before in _TITLE_TOO or before in _COUNTED:
        return False
    if last.lower() == "application":
        return bool(_APPLIED.fullmatch(first))
    return last.lower() in _TITLE_TOO and first[0].isupper()


def _without_occasion(part: str) -> str:
    """A part of a subject without what it says around a title: “Rückfrage Verkaufsberaterin Küchen”."""
    words = part.split()
    begin = next((at for at, word in enumerate(words) if not _is_occasion(word)), len(words))
    if begin and begin < len(words) and _may_begin(words[:begin], words[begin]):
        begin -= 1
    words = words[begin:]
    while words and _is_occasion(words[-1]) and not _is_grade(words, part):
        words.pop()
    return " ".join(words).strip(" .,:!?/'\"\u201e\u201c\u201d-")


def _is_grade(words: list[str], part: str) -> bool:
    """Whether a part of a subject ends with a title's grade: “Clinical Nurse Manager 2”."""
    ends = bool(re.search(rf"(?<!\w){re.escape(words[-1])}[ -]*$", part))
    return ends and bool(re.fullmatch(r"\d", words[-1])) and has_job_word(words[-2])


def _is_whole_title(words: str) -> bool:
    """Whether it is a job's title: it says what the job is, in capitals, or in a few small letters alone."""
    ends = [found.end() for found in re.finditer(rf"\b{ROLE_WORDS}\b", words, re.IGNORECASE)]
    if not ends or len(words.split()) > _LONGEST or _SOMEBODY.fullmatch(words):
        return False
    behind = words[ends[-1] :].split()
    if _TITLED.fullmatch(words):
        return len(behind) <= _BEHIND
    few = len(words.split()) <= _SMALL and (not behind or behind == [behind[0].upper()])
    return few and bool(re.fullmatch(r"[\w&/'+:*-]+(?: [\w&/'+:*-]+)*", words))


def _is_called_a_job(words: str, text: str) -> bool:
    """Whether the text calls it a job: “Cellar hand”, and “the cellar hand role” there; “als Fachperson Gesundheit”."""
    if len(words) <= _SMALL:
        return False
    before = r"\b(?:als|as an?|as our|as the|for the|bewerbung (?:für|um|zu)|application for)"
    job = rf"{re.escape(words)}\b(?: \w+)? (?:{JOB}|place)\b|{before} {re.escape(words)}\b"
    return bool(re.search(job, text, re.IGNORECASE))
