"""The gate that every template passes, ours and the user's: a small language without calls and arithmetic.

Jinja2 parses; only the nodes named here get through, and every refusal is a sentence with its line. What got through is
compiled by Jinja2 and can only print documented fields, choose by them, and go once over the list of specifics.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes

from followup.messages.languages import ENGLISH
from followup.messages.languages.lines import raised, stopped
from followup.messages.template_syntax import Refusal, Walk
from followup.model.errors import FollowupError
from followup.model.fact import shown, with_one_stop

SOURCE_LIMIT = 20_000
OUTPUT_LIMIT = 20_000


class TemplateRefused(FollowupError):
    """A template did not pass the gate; `refusals` holds all reasons, in the order of the lines."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__("\n".join(str(refusal) for refusal in self.refusals))


# --- the filters ---


def _texts(value: Any) -> list[str]:
    """A field's value as texts: the list of specifics, or one text."""
    if isinstance(value, str):
        return [value] if value else []
    return [item if isinstance(item, str) else item["text"] for item in value]


def _listed(value: Any) -> str:
    return ENGLISH.listed(_texts(value))


def _woven(value: Any, opening: str, _before_colon: str) -> str:
    """What was said is a thing to remember by now, so that it fits behind any opening; templates of old have two."""
    texts = _texts(value)
    return f"{opening} {stopped(ENGLISH.listed(texts))}" if texts else ""


def _sentence(value: str) -> str:
    return raised(stopped(value)) if value else ""


def _capital(value: str) -> str:
    return raised(value) if value else ""


def _otherwise(value: str, instead: str) -> str:
    return value or instead


_ENVIRONMENT = Environment(
    autoescape=False,  # noqa: S701 (mail is plain text; nothing here becomes HTML)
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.clear()
_ENVIRONMENT.tests.clear()
_ENVIRONMENT.filters.clear()
_ENVIRONMENT.filters.update(
    {
        "listed": _listed,
        "woven": _woven,
        "sentence": _sentence,
        "capital": _capital,
        "otherwise": _otherwise,
    }
)

# --- from source to text ---


@dataclass(frozen=True, slots=True)
class Passed:
    """A template that passed: the documented fields that it uses, and those that it prints whatever holds."""

    fields: frozenset[str]
    needed: frozenset[str]


def _parsed(source: str) -> nodes.Template:
    if len(source) > SOURCE_LIMIT:
        raise TemplateRefused(
            [Refusal(1, f"the template is longer than {SOURCE_LIMIT:,} characters")]
        )
    try:
        return _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise TemplateRefused(
            [Refusal(error.lineno, f"this cannot be read: {shown(error.message or '', 120)}")]
        ) from None
    except (ValueError, RecursionError, OverflowError, MemoryError):
        raise TemplateRefused(
            [Refusal(1, "the template is too deep or holds a number that is too large")]
        ) from None


@lru_cache(maxsize=4096)
def passed(source: str) -> Passed:
    """The template behind the gate; raises TemplateRefused with every reason."""
    parsed = _parsed(source)
    walk = Walk(parsed)
    if walk.refusals:
        raise TemplateRefused(sorted(set(walk.refusals), key=lambda r: (r.line, r.message)))
    return Passed(frozenset(walk.used), frozenset(walk.needed))


@lru_cache(maxsize=4096)
def _code(source: str) -> CodeType:
    """Of a template that passed. Apart from that: of our letters most sentences are never said."""
    passed(source)
    return _ENVIRONMENT.compile(_parsed(source))


def render(source: str, values: Mapping[str, Any]) -> str:
    """The text of a template for these fields; raises TemplateRefused."""
    template = Template.from_code(_ENVIRONMENT, _code(source), {})
    parts: list[str] = []
    size = 0
    try:
        for part in _pieces(template, values):
            size += len(part)
            if size > OUTPUT_LIMIT:
                raise TemplateRefused(
                    [Refusal(1, f"the message would be longer than {OUTPUT_LIMIT:,} characters")]
                )
            parts.append(part)
    except TemplateError as error:
        raise TemplateRefused(
            [Refusal(1, f"this cannot be filled in: {shown(str(error), 120)}")]
        ) from None
    return "".join(parts)


def _pieces(template: Template, values: Mapping[str, Any]) -> Iterator[str]:
    yield from template.generate(dict(values))


def refusals(source: str) -> tuple[Refusal, ...]:
    """All that keeps a template from passing; empty when it passes."""
    try:
        _code(source)
    except TemplateRefused as refused:
        return refused.refusals
    return ()


def tidy(text: str) -> str:
    """The text without what an empty field leaves behind: needless spaces, empty lines, a second stop."""
    text = re.sub(r"(?<=\S) {2,}(?=\S)", " ", text)
    text = re.sub(r"(?<=\w) +(?=[,.;:?!](?:\s|$))", "", text)
    text = re.sub(r",(?=[.;:,!?])", "", text)
    text = with_one_stop(re.sub(r"\b([ap])\.m(?![.\w])", r"\1.m.", text))
    lines = "\n".join(re.sub(r"^ (?=\S)", "", line.rstrip()) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")
