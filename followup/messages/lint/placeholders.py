"""`placeholder`: a field of a template that nobody filled in."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.names import first_name
from followup.messages.lint.text import Span, folds, lower, words

_FIELD = (
    r"(?:(?:your|my|their|his|her|the|first|last|full|given|family|company|employer"
    r"|interviewer|recruiter|manager|hiring|job|role|"
    r"candidate|contact|phone|project|organi[sz]ation|previous|specific|relevant|next"
    r"|start|recipient|sender)(?:'s)?[ _-]?)*"
    r"(?:f?name|fname|lname|firstname|lastname|surname|company|employer|organi[sz]ation"
    r"|role|position|job|title|date|day|time|deadline|"
    r"interviewer|recruiter|manager|team|department|project|topic|phone|number|e-?mail"
    r"|address|city|location|skills?|specifics?|"
    r"signature|field|detail|reason|recipient|sender|salutation|linkedin|weeks?|industry"
    r"|strength|qualification)"
)
_HTML = word_list("html_tags")
# Words in square brackets that an editor puts there, or marks that mail systems set.
_EDITED = word_list("edited")

_PATTERNS = [
    re.compile(pattern, flags)
    for pattern, flags in (
        (r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,120}%\}|\{\{|\}\}", 0),
        (r"(?<![\w$'\\])\$?\{ ?[^\W\d][\w .|'-]{0,50}\}", 0),
        (r"<<[^<>\n@]{1,50}>>|<%=?[^<>\n]{1,60}%>", 0),
        (r"__\([^()\n]{0,60}\)__|__\[?[^\W_][\w ]{1,30}\]?__", 0),
        (r"(?<![_\w])_{3,}(?![_\w])|\b_{3,}\b", 0),
        (
            r"[(\[<]\s*(?:insert|enter|fill in|add|replace|include|mention|put|choose|your|name of"
            r"|e\.?g\.? your)\b[^()\[\]<>\n]{0,80}[)\]>]",
            re.IGNORECASE,
        ),
        (rf"\(\s*{_FIELD}\s*(?:here)?\s*\)", re.IGNORECASE),
        (
            r"\((?:day|date|name|title|time|number|topic|month) of (?:the )?(?:\w+ ?){1,3}\)",
            re.IGNORECASE,
        ),
        (r"%[A-Z][A-Z_]{2,}%|\b[A-Z]+(?:_[A-Z]+)*_HERE\b", 0),
        (rf"[%#@~]{{1,2}}{_FIELD}[%#@~]{{1,2}}", re.IGNORECASE),
        (rf"\$\{{?{_FIELD}\b\}}?", re.IGNORECASE),
        (r"\*\|[^|\n]{1,40}\|\*", 0),
        (rf"[«\u2039]\s*{_FIELD}\s*[»\u203a]", re.IGNORECASE),
        (r"\b(?:TODO|TBD|TBA|TBC|FIXME)\b(?! (?:app|list|apps|lists|comments?|board|marks?)\b)", 0),
        (r"\b(?:lorem ipsum)\b", re.IGNORECASE),
        (
            r"\b(?:COMPANY|EMPLOYER|ROLE|JOB|POSITION|FIRST|LAST|YOUR|INTERVIEWER|RECRUITER"
            r"|MANAGER|HIRING)_(?:NAME|TITLE|MANAGER|ROLE|COMPANY)\b",
            0,
        ),
        (
            r"\b(?:Your|Company|Job|Interviewer|Recruiter|Interviewer's|Recruiter's|First|Last"
            r"|Position|Employer|Manager) (?:Name|Title)(?: Here)?\b",
            0,
        ),
        (
            r"\b(?:\d\d)?XX+(?:th|st|nd|rd)?\b(?! century)|\bX (?=(?:weeks?|days?|months?|years?"
            r"|minutes|hours)\b)",
            0,
        ),
        (
            r"\bxxx+\b|\bxx[/.-]xx\b(?:[/.-](?:xx|\d)+)?|\bxx (?=(?:weeks?|days?|months?|years?"
            r"|th)\b)|\b(?:dd|mm)/(?:mm|dd)(?:/yy(?:yy)?)?\b",
            re.IGNORECASE,
        ),
        (r"\?{3,}(?= ?\w)|(?<=\w )\?\?(?= \w)", 0),
        (
            r"(?<!\*)\*{1,2}(?:insert|enter|fill in|your|company|name of) ?[^*\n]{0,50}\*{1,2}",
            re.IGNORECASE,
        ),
        (
            r"(?<=[a-z,] )(?:DATE|NAME|COMPANY|ROLE|POSITION|CITY|TITLE|EMPLOYER|PROJECT|TEAM"
            r"|INTERVIEWER|DEPARTMENT)(?: NAME| TITLE)?(?=[.,;!?\n]| [a-z])",
            0,
        ),
    )
]
_SQUARE = re.compile(r"(?<![\w\])])\[([^\[\]\n]{1,80})\](?!\()")
_ANGLE = re.compile(r"<([^\W\d][^<>\n@/:]{0,40})>")
_EMPTY = re.compile(r"\b(?:None|null|undefined|NaN|N/A|nan|NULL)\b")
_OPEN = re.compile(
    r"[\[{<](?=(?:company|name|role|position|your|interviewer|job)\b[^\]}>\n]{0,60}$)",
    re.IGNORECASE | re.MULTILINE,
)


def _brackets(text: str, *, subject: bool) -> Iterator[Span]:
    for match in _SQUARE.finditer(text):
        inner = match.group(1).strip()
        low = inner.lower()
        if (
            not any(char.isalpha() for char in inner)
            or low in _EDITED
            or low == "..."
            or (low == "x" and not text[: match.start()].rstrip(" -*").rpartition("\n")[2])
        ):
            continue
        if subject and (inner.isupper() or any(char.isdigit() for char in inner)):
            continue
        yield Span(*match.span())
    for match in _ANGLE.finditer(text):
        inner = match.group(1).strip().lower()
        if inner.split(" ")[0] not in _HTML or inner in {"title", "label"}:
            yield Span(*match.span())


def _own_line(text: str, span: Span) -> bool:
    """Whether the range is all that stands on its line: a ruler, not a gap."""
    before = text.rfind("\n", 0, span.start) + 1
    after = text.find("\n", span.end)
    return (
        not text[before : span.start].strip()
        and not text[span.end : after if after >= 0 else len(text)].strip()
    )


def find_placeholders(
    text: str, greeting_end: int = 0, *, subject: bool = False, about: str = ""
) -> list[Span]:
    """The ranges of fields left empty in a flattened text, in order and without overlap."""
    found: list[Span] = [*_brackets(text, subject=subject)]
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.start() + len(match.group().rstrip()))
            inside = match.group()
            if set(inside) == {"_"} and _own_line(text, span):
                continue
            name = inside.strip("_")
            code = inside.startswith("__") and name.isidentifier() and name.islower()
            if code and not re.fullmatch(_FIELD, name, re.IGNORECASE):
                continue  # __init__
            found.append(span)
    found += [Span(*match.span()) for match in _EMPTY.finditer(text[:greeting_end])]
    found += [Span(match.start(), match.end()) for match in _OPEN.finditer(text)]
    spans: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if spans and span.start < spans[-1].end:
            if span.end > spans[-1].end:
                spans[-1] = Span(spans[-1].start, span.end)
            continue
        if span.of(text) not in about:
            spans.append(span)
    return spans


def _known(field: str, brief: Brief, *, greeting: bool) -> str | None:
    """What belongs into a field, where its name says so and it is known."""
    low = set(words(lower(field).replace("_", " ")))
    if low & {"company", "employer", "organization", "organisation"}:
        return brief.company or None
    if low & {"role", "position", "job"}:
        return brief.role or None
    if "your" in low or "my" in low or "sender" in low:
        return brief.me or None
    naming = low & {
        "name",
        "interviewer",
        "interviewer's",
        "recruiter",
        "fname",
        "firstname",
        "recipient",
    }
    if naming and len(brief.to) == 1 and (greeting or low - {"name"}):
        return first_name(brief.to[0]) if low & {"first", "fname", "firstname"} else brief.to[0]
    return None


def _finding(span: Span, text: str, mend: str | None, *, subject: bool) -> Finding:
    gap = span.of(text)
    if mend is not None and (find_placeholders(mend) or not folds(mend)):
        mend = None
    return Finding(
        code="placeholder",
        severity="error",
        start=span.start,
        end=span.end,
        message=f"“{gap}” is still to be filled in.",
        mend=mend,
        part="subject" if subject else "text",
    )


def check_placeholders(letter: Letter, brief: Brief) -> tuple[list[Finding], list[Span]]:
    """The findings, and the ranges in the text, which other checks then leave alone."""
    stop = letter.greeting.end if letter.greeting else 0
    spans = find_placeholders(letter.body, stop, about=brief.about)
    findings = [
        _finding(
            s, letter.flat, _known(s.of(letter.flat), brief, greeting=s.start < stop), subject=False
        )
        for s in spans
    ]
    if letter.subject:
        findings += [
            _finding(
                s, letter.subject, _known(s.of(letter.subject), brief, greeting=False), subject=True
            )
            for s in find_placeholders(letter.subject, subject=True, about=brief.about)
        ]
    return findings, spans
