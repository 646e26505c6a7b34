"""Fields of a template that nobody filled in: `[name]`, `{{ company }}`, `____`, `XX weeks`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.messages.lint.findings import Brief
from followup.messages.lint.reading import WORDS
from followup.messages.lint.reading.letter import Letter
from followup.prose.text import Span
from followup.prose.word_lists import word_list

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
_HTML = word_list("html_tags", WORDS)
# Words in square brackets that an editor puts there, or marks that mail systems set.
_EDITED = word_list("edited", WORDS)

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


@lru_cache(maxsize=64)
def find_gaps(
    text: str, greeting_end: int = 0, *, subject: bool = False, about: str = ""
) -> tuple[Span, ...]:
    """The ranges of fields left empty in a flattened text, in order and without overlap; not what `about` holds."""
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
    return tuple(spans)


def gaps_of(letter: Letter, brief: Brief) -> tuple[Span, ...]:
    """The fields left empty in the text of a letter, which other checks then leave alone."""
    greeted = letter.greeting.end if letter.greeting else 0
    return find_gaps(letter.body, greeted, about=brief.about)
