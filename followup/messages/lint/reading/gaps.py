"""Fields of a template that nobody filled in: `[name]`, `{{ company }}`, `____`, `XX weeks`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.messages.lint.findings import Brief
from followup.messages.lint.reading import WORDS
from followup.messages.lint.reading.letter import Letter
from followup.prose.text import Span
from followup.prose.word_lists import word_groups, word_list

_BEFORE_IT, _CALLED = ("|".join(sorted(one)) for one in word_groups("field_words", WORDS))
_FIELD = rf"(?:(?:{_BEFORE_IT})(?:'s)?[ _-]?)*(?:{_CALLED})"
_HTML = word_list("html_tags", WORDS)
# Words in square brackets that an editor puts there, or marks that mail systems set.
_EDITED = word_list("edited", WORDS)

_GAP = re.compile(
    r"""
    \{\{[^{}\n]{0,80}\}\} | \{%[^{}\n]{0,120}%\} | \{\{ | \}\}        # {{ company }}, {% if %}
  | (?<![\w$'\\])\$?\{[ ]?[^\W\d][\w .|'-]{0,50}\}                   # {name}, ${name}
  | <<[^<>\n@]{1,50}>> | <%=?[^<>\n]{1,60}%>                         # <<name>>, <%= name %>
  | __\([^()\n]{0,60}\)__ | __\[?[^\W_][\w ]{1,30}\]?__              # __(name)__, __name__
  | (?<![_\w])_{3,}(?![_\w]) | \b_{3,}\b                             # ____
  | \*\|[^|\n]{1,40}\|\*                                             # *|NAME|*
  | %[A-Z][A-Z_]{2,}% | \b[A-Z]+(?:_[A-Z]+)*_HERE\b                  # %NAME%, NAME_HERE
  | \b(?:TODO|TBD|TBA|TBC|FIXME)\b(?![ ](?:app|list|comment|board|mark)s?\b)
  | \b(?:COMPANY|EMPLOYER|ROLE|JOB|POSITION|FIRST|LAST|YOUR|INTERVIEWER|RECRUITER|MANAGER|HIRING)
    _(?:NAME|TITLE|MANAGER|ROLE|COMPANY)\b                           # COMPANY_NAME
  | \b(?:Your|Company|Job|(?:Interview|Recruit)er(?:'s)?|First|Last|Position|Employer|Manager)
    [ ](?:Name|Title)(?:[ ]Here)?\b                                  # Company Name Here
  | (?<=[a-z,][ ])(?:DATE|NUMBER|NAME|COMPANY|ROLE|POSITION|CITY|TITLE|EMPLOYER|PROJECT|TEAM|INTERVIEWER
    |DEPARTMENT)(?:[ ]NAME|[ ]TITLE)?(?=[.,;!?\n]|[ ][a-z])           # at COMPANY NAME.
  | \b(?:\d\d)?XX+(?:th|st|nd|rd)?\b(?![ ]century)                   # XX, 20XX
  | \b[Xx]{1,2}[ ](?=(?:weeks?|days?|months?|years?|minutes|hours|th)\b)
  | \?{3,}(?=[ ]?\w) | (?<=\w[ ])\?\?(?=[ ]\w)                       # at ??? on
  | (?i:
      [(\[<]\s*(?:insert|enter|fill[ ]in|add|replace|include|mention|put|choose|your|name[ ]of
      |e\.?g\.?[ ]your)\b[^()\[\]<>\n]{0,80}[)\]>]                  # (your name), [insert date]
    | (?<!\*)\*{1,2}(?:insert|enter|fill[ ]in|your|company|name[ ]of)[ ]?[^*\n]{0,50}\*{1,2}
    | \([ ]*(?:FIELD|\w+[ ]name)[ ]*(?:here)?[ ]*\) | [«\u2039]\s*FIELD\s*[»\u203a]  # (company), «company»
    | \((?:day|date|name|title|time|number|topic|month)[ ]of[ ](?:the[ ])?(?:\w+[ ]?){1,3}\)
    | [%\#@~]{1,2}FIELD[%\#@~]{1,2} | \$\{?FIELD\b\}?                # ##company##, $company
    | \bxxx+\b | \bxx[/.-]xx\b(?:[/.-](?:xx|\d)+)? | \b(?:dd|mm)/(?:mm|dd)(?:/yy(?:yy)?)?\b
    | \blorem[ ]ipsum\b
    )
    """.replace("FIELD", f"(?:{_FIELD})"),
    re.VERBOSE,
)
_SQUARE = re.compile(r"(?<![\w\])])\[([^\[\]\n]{1,80})\](?!\()")
_ANGLE = re.compile(r"<([^\W\d][^<>\n@/:]{0,40})>")
_EMPTY = re.compile(r"\b(?:None|null|undefined|NaN|N/A|nan|NULL)\b")
_OPEN = re.compile(
    r"(?im)[\[{<](?=(?:company|name|role|position|your|interviewer|job)\b[^\]}>\n]{0,60}$)"
)


def _brackets(text: str, *, subject: bool) -> Iterator[Span]:
    for match in _SQUARE.finditer(text):
        inner = match.group(1).strip()
        low = inner.lower()
        ticked = low == "x" and not text[: match.start()].rstrip(" -*").rpartition("\n")[2]
        marked = subject and (inner.isupper() or any(char.isdigit() for char in inner))
        worded = any(char.isalpha() for char in inner) and low not in _EDITED
        if worded and not ticked and not marked:
            yield Span(*match.span())
    for match in _ANGLE.finditer(text):
        if match.group(1).lower().split()[0] not in _HTML:
            yield Span(*match.span())


def _own_line(text: str, span: Span) -> bool:
    """Whether the range is all that stands on its line: a ruler, not a gap."""
    before = text.rfind("\n", 0, span.start) + 1
    after = text.find("\n", span.end)
    return (
        not text[before : span.start].strip()
        and not text[span.end : after if after >= 0 else len(text)].strip()
    )


def _is_code(found: str) -> bool:
    """Whether it is a name that programmers write (`__init__`)."""
    name = found.strip("_")
    code = found.startswith("__") and name.isidentifier() and name.islower()
    return code and not re.fullmatch(_FIELD, name)


@lru_cache(maxsize=64)
def find_gaps(
    text: str, greeting_end: int = 0, *, subject: bool = False, about: str = ""
) -> tuple[Span, ...]:
    """The ranges of fields left empty in a flattened text, in order and without overlap; not what `about` holds."""
    found: list[Span] = [*_brackets(text, subject=subject)]
    for match in _GAP.finditer(text):
        span = Span(match.start(), match.start() + len(match.group().rstrip()))
        ruled = set(match.group()) == {"_"} and _own_line(text, span)
        if not ruled and not _is_code(match.group()):
            found.append(span)
    found += [Span(*match.span()) for match in _EMPTY.finditer(text[:greeting_end])]
    found += [Span(*match.span()) for match in _OPEN.finditer(text)]
    spans: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        elif span.of(text) not in about:
            spans.append(span)
    return tuple(spans)


def gaps_of(letter: Letter, brief: Brief) -> tuple[Span, ...]:
    """The fields left empty in the text of a letter, which other checks then leave alone."""
    greeted = letter.greeting.end if letter.greeting else 0
    return find_gaps(letter.body, greeted, about=brief.about)
