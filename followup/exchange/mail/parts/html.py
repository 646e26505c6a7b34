"""The words of a mail written in HTML, as plain text; nothing that it names is fetched."""

import re
from html.parser import HTMLParser

_BREAKS = frozenset(
    [
        "p",
        "div",
        "br",
        "tr",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "table",
        "ul",
        "ol",
        "hr",
        "section",
        "article",
        "header",
        "footer",
        "pre",
    ]
)
# What is struck out holds no longer: the time before the new one.
_STRUCK = ("s", "strike", "del")
_SILENT = frozenset(["script", "style", "head", "title", "svg", "noscript", "template", *_STRUCK])
_VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "meta",
        "link",
        "input",
        "area",
        "base",
        "col",
        "embed",
        "source",
        "track",
        "wbr",
    ]
)
_HIDDEN = re.compile(
    r"text-decoration[\w-]*:[^;]*line-through|display:\s*none|mso-hide:\s*all|font-size:\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
_QUOTES = re.compile(
    r"gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote|divRplyFwdMsg|appendonsend",
    re.IGNORECASE,
)
MARK = "-----Original Message-----"
"""What stands where the mail that is quoted begins."""


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._silent = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BREAKS:
            self.pieces.append("\n")
        if tag == "li":
            self.pieces.append("- ")
        values = {name: value or "" for name, value in attrs}
        if tag == "blockquote" or _QUOTES.search(
            f"{values.get('class', '')} {values.get('id', '')}"
        ):
            self.pieces.append(f"\n{MARK}\n")
        if tag in _VOID:
            return
        silent = tag in _SILENT or bool(_HIDDEN.search(values.get("style", "")))
        self._open.append((tag, silent))
        self._silent += silent
        if tag == "a":
            self._links.append(values.get("href", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            link = self._links.pop()
            if (
                link.startswith("http")
                and not self._silent
                and link not in "".join(self.pieces[-2:])
            ):
                self.pieces.append(f" <{link}> ")
        if all(name != tag for name, _ in self._open):
            return
        while self._open:
            name, silent = self._open.pop()
            self._silent -= silent
            if name == tag:
                break
        if tag in _BREAKS:
            self.pieces.append("\n")
        elif tag in ("td", "th"):
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def text_of_html(source: str) -> str:
    """The text that a reader would see."""
    parser = _Text()
    try:
        parser.feed(source)
        parser.close()
    except (AssertionError, ValueError):
        pass  # what was read until then counts
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
