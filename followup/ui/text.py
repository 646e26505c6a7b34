"""The user's text where Streamlit renders Markdown, shown as the same characters; and the words for dates.

Never use `md` for what is copied or sent: it adds invisible characters.
"""

import re

from followup.views.words import (
    counted,
    date_words,
    day_words,
    deadline_words,
    full_date,
    last_day,
    long_date,
    moment_words,
    unturned,
)

__all__ = [
    "counted",
    "date_words",
    "day_words",
    "deadline_words",
    "full_date",
    "last_day",
    "long_date",
    "md",
    "md1",
    "moment_words",
    "unturned",
]

_WORD_JOINER = (
    "\u2060"  # invisible; it stops what Streamlit's renderer does after the Markdown is parsed
)
_NO_BREAK_SPACE = "\u00a0"
_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_UNSHOWABLE = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff\ufeff\u2028\u2029]")
_SCHEME = re.compile(r"(https?|ftp|mailto|xmpp)(?=:)", re.IGNORECASE)
_WWW = re.compile(r"\b(www)(?=\.)", re.IGNORECASE)
_ARROWS = re.compile(r"(?<=[-<>=~])(?=[-<>=])")
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_INDENT = re.compile(r"^[ ]+")


def md(text: str, limit: int = 4000) -> str:
    """Text of several lines as Markdown that shows these very characters: no links, pictures, colours or icons."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    shown = _UNSHOWABLE.sub("\ufffd", shown.replace("\t", "    "))
    shown = _SCHEME.sub(r"\1" + _WORD_JOINER, shown)
    shown = _WWW.sub(r"\1" + _WORD_JOINER, shown)
    shown = shown.replace("@", f"{_WORD_JOINER}@{_WORD_JOINER}")
    shown = unturned(shown)
    shown = _ARROWS.sub(_WORD_JOINER, shown)
    shown = _SHORTCODE.sub(":" + _WORD_JOINER, shown)
    shown = _PUNCTUATION.sub(r"\\\1", shown)
    lines = (_INDENT.sub(lambda m: _NO_BREAK_SPACE * len(m[0]), line) for line in shown.split("\n"))
    return "  \n".join(lines)


def md1(text: str, limit: int = 300) -> str:
    """Text as Markdown on one line: for labels, toasts, tooltips."""
    return md(" ".join(text.split()), limit)
