"""`wrong-name` in the greeting and `no-greeting-name`: the message speaks to the person it goes to."""

from collections.abc import Iterator

from followup.messages.lint.findings import SPOKEN, Brief, Finding
from followup.messages.lint.greeting import Greeting
from followup.messages.lint.letter import Letter
from followup.messages.lint.names import first_name, last_name, means, parts, tokens
from followup.messages.lint.text import Span, lines, list_of, sentences

_SEXES = ({"mr", "herr", "monsieur"}, {"mrs", "ms", "miss", "frau", "madame", "mme"})
_SPOKEN_OPENING = 4
_OPENING = 40


def _strangers(greeting: Greeting, brief: Brief) -> list[tuple[str, int]]:
    """The names of the greeting that nobody has to whom the message goes; the company's own name is none."""
    return [
        (token, at)
        for token, at in greeting.names
        if not any(means(token, name) for name in brief.to)
        and not any(means(token, part) for part in parts(brief.company))
        and not (brief.medium in SPOKEN and brief.me and means(token, brief.me))
    ]


def _right_name(greeting: Greeting, brief: Brief) -> str | None:
    if len(brief.to) != 1:
        return None
    name = brief.to[0]
    return last_name(name) if greeting.titled else first_name(name)


def _mistitled(greeting: Greeting, brief: Brief) -> bool:
    """Whether the one person it goes to is known as Mrs and greeted as Mr, or the other way round."""
    said = {word.lower().strip(".") for word in greeting.others}
    known = {token.lower().strip(".") for name in brief.to for token, _ in tokens(name)}
    he, she = _SEXES
    return len(brief.to) == 1 and bool((said & he and known & she) or (said & she and known & he))


def _wrong(letter: Letter, greeting: Greeting, brief: Brief) -> Iterator[Finding]:
    if _mistitled(greeting, brief):
        span = Span(greeting.start, greeting.end)
        yield Finding(
            code="wrong-name",
            severity="error",
            start=span.start,
            end=span.end,
            message=f"“{span.of(letter.raw)}” has another title than {brief.to[0]}.",
            guide="G3.4",
        )
        return
    strangers = _strangers(greeting, brief)
    if not brief.to or not strangers:
        return
    start, (last, at) = strangers[0][1], strangers[-1]
    whole = Span(start, at + len(last))
    if len(strangers) == len(greeting.names) == 1 or whole.of(letter.flat).count(" ") < len(
        strangers
    ):
        mend = _right_name(greeting, brief)
    else:
        mend = None
    yield Finding(
        code="wrong-name",
        severity="error",
        start=whole.start,
        end=whole.end,
        message=f"The greeting names {whole.of(letter.raw)}, but the message goes to "
        f"{list_of(list(brief.to))}.",
        guide="G3.4",
        mend=mend,
    )


def _opened_by_name(letter: Letter, brief: Brief) -> bool:
    """Whether a name of the person stands in the opening (`Thank you, Ann`; in a call a few sentences in)."""
    opening = sentences(letter.body)
    for count, sentence in enumerate(opening):
        if count >= (_SPOKEN_OPENING if brief.medium in SPOKEN else 1):
            break
        if any(
            means(token, name) for token, _ in tokens(sentence.of(letter.body)) for name in brief.to
        ):
            return True
    return False


def _addressed(letter: Letter, brief: Brief) -> bool:
    greeting = letter.greeting
    if greeting is None:
        return _opened_by_name(letter, brief)
    if any(means(word, name) for word in greeting.others for name in brief.to):
        return True
    named = [
        t for t, _ in greeting.names if not any(means(t, part) for part in parts(brief.company))
    ]
    if named and not greeting.nameless:
        return True
    if any(means(token, name) for token in named for name in brief.to):
        return True
    several = len(brief.to) > 1 or (
        not brief.to and not greeting.nameless and "team" not in greeting.others
    )
    return (greeting.plural and several) or _opened_by_name(letter, brief)


def check_addressee(letter: Letter, brief: Brief, filled: list[Span]) -> Iterator[Finding]:
    """Findings on the greeting; `filled` are the ranges of fields left empty, which say enough themselves."""
    first = next((row for row in lines(letter.body) if row.end > row.start), Span(0, 0))
    greeting = letter.greeting
    zone = Span(
        first.start, max(greeting.end if greeting else 0, min(first.end, first.start + _OPENING))
    )
    unfilled = any(field.start < zone.end and field.end > zone.start for field in filled)
    if greeting is not None:
        wrong = [
            f
            for f in _wrong(letter, greeting, brief)
            if not any(f.start < s.end and f.end > s.start for s in filled)
        ]
        yield from wrong
        if wrong:
            return
    if unfilled or _addressed(letter, brief) or (brief.medium in SPOKEN and not brief.to):
        return
    anchor = Span(greeting.start, greeting.end) if greeting else first
    mend = None
    if brief.to:
        names = list_of([first_name(n) for n in brief.to]) if len(brief.to) > 1 else brief.to[0]
        rest = "" if greeting else f"\n\n{anchor.of(letter.raw)}"
        mend = f"Dear {names},{rest}"
    whom = list_of(list(brief.to)) if brief.to else "the person it goes to"
    yield Finding(
        code="no-greeting-name",
        severity="error",
        start=anchor.start,
        end=anchor.end,
        message=f"The message does not greet anybody by name; begin with the name of {whom}.",
        guide="G3.4, G5",
        mend=mend,
    )
