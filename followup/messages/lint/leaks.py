"""`wrong-name` in the text: a person or company of another application, or a role at a company that is not this one."""

import re
from collections.abc import Iterator

from followup.messages.lint.employers import (
    ORDINARY,
    SHORTEST,
    company_folds,
    employer_hits,
    finder,
)
from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.names import means, parts
from followup.messages.lint.text import Span, folds, lower, same, words

_TITLED = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau|dear|hi|hello|hey|with|from|to|and"
    r"|for|met|thanks|by|ask|told)\.? "
)
_PREFERRED = re.compile(r"(?:'s)? (?:is where|is (?:still )?my|remains|would be my)\b")
_ROLE_AT = re.compile(
    r"\b(?P<det>the|this|your|that|a|an|my)\b(?P<what>[^.!?,;:\n]{0,50}?)\b(?:position"
    r"|role|job|opening|vacancy|opportunity) (?:at|with) "
)
_JOIN = re.compile(
    r"\b(?P<what>(?P<det>)(?:interest in|interested in|(?:excited|enthusiastic"
    r"|thrilled) (?:about|to)|keen on|love to"
    r"|like to|glad to|happy to|forward to|chance to|hope to"
    r"|keen to|eager to|delighted to|idea of|prospect of) (?:join|joining|(?:work"
    r"|working) (?:at|for))|(?:happy|fit in|my future|a future|at home) at) "
)
_NAME_RUN = re.compile(
    r"(?:[^\W\d_a-zà-öø-ÿ][\w&.'-]*)(?: (?:&|of|und|and|the)? ?[^\W\d_a-zà-öø-ÿ][\w&'-]*){0,3}"
)
_PLACE = re.compile(
    r"\b(?:street|st|road|saint|hospital|school|campus|site|ward|clinic|cent(?:re|er)"
    r"|office|park|building|university|college|branch"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|north|south|east|west"
    r"|january|february|march|april|may|june|july"
    r"|august|september|october|november|december)\b"
)


def _ours(brief: Brief) -> set[str]:
    """All words, folded, that belong to this application: its people, company, role and what was said."""
    mine = " ".join((*brief.to, *brief.colleagues, brief.me, brief.about))
    return {fold for word in words(mine) for fold in folds(word)}


def _say(span: Span, letter: Letter, what: str, mend: str | None = None) -> Finding:
    return Finding(
        code="wrong-name",
        severity="error",
        start=span.start,
        end=span.end,
        message=f"{span.of(letter.raw)} {what}",
        guide="G3.4",
        mend=mend,
    )


def _people_hits(text: str, name: str, ours: set[str]) -> Iterator[Span]:
    """Where a person of another application stands: the full name, or a part that nobody here has and is no word."""
    found = parts(name)
    if not found:
        return
    if len(found) > 1 and found[0] in text:
        whole = finder(
            " ".join(
                t
                for t in name.split()
                if t.strip(".").lower() not in {"mr", "ms", "mrs", "dr", "prof"}
            )
        )
        if any(folds(part).isdisjoint(ours) for part in found):
            yield from (Span(*m.span()) for m in whole.finditer(text))
    for at, part in enumerate(found):
        if part not in text or len(part) < SHORTEST or not folds(part).isdisjoint(ours):
            continue
        for match in finder(part).finditer(text):
            before = lower(text[max(0, match.start() - 12) : match.start()])
            following = re.match(r"(?:-|\s)([^\W\d_a-z]\w+)", text[match.end() :])
            if at == 0 and following and not any(same(following.group(1), p) for p in found):
                continue
            titled = bool(re.search(rf"(?:^|\W){_TITLED}$", before)) and not before.endswith("to ")
            honorific = bool(
                re.search(r"(?:^|\W)(?:mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau)\.? $", before)
            )
            if lower(part) in ORDINARY and not honorific:
                continue
            if at == 0 or titled or honorific:
                yield Span(*match.span())


def _elsewhere(text: str, letter: Letter, brief: Brief, ours: set[str]) -> Iterator[Span]:
    """`the position at X` where the message never names the right company."""
    low = lower(text)
    if not brief.company or brief.kind in {"expedite", "withdraw_note", "keep_in_touch"}:
        return
    whole = " ".join((letter.subject or "", letter.flat))
    if any(
        not folds(word).isdisjoint(company_folds(brief.company))
        for word in words(whole)
        if word[0].isupper()
    ):
        return
    for match in (*_ROLE_AT.finditer(low), *_JOIN.finditer(low)):
        run = _NAME_RUN.match(text, match.end())
        if (
            run is None
            or run.group().endswith("'s")
            or match["det"] == "my"
            or re.search(r"\b(?:my|previous|current|former|last|old|present)\b", match["what"])
        ):
            continue
        found = run.group()
        known = any(not folds(word).isdisjoint(ours) for word in words(found))
        person = any(
            means(word, name) for word in words(found) for name in (*brief.to, *brief.colleagues)
        )
        if known or person or _PLACE.search(lower(found)):
            continue
        yield Span(*run.span())


def _spans(text: str, letter: Letter, brief: Brief, skip: int) -> Iterator[tuple[Span, str]]:
    ours = _ours(brief)
    here = f"belongs to another application, not to {brief.company or 'this one'}."
    plain = brief.kind not in {"expedite", "withdraw_note", "keep_in_touch", "offer_reply", "reply"}
    for name in brief.other_companies:
        for span in employer_hits(text, name, ours):
            # A note about another offer may well name who made it.
            if brief.kind not in {"expedite", "withdraw_note"} or _PREFERRED.match(
                lower(text[span.end :])
            ):
                yield span, here
    for name in brief.other_names:
        for span in _people_hits(text, name, ours):
            if span.start >= skip:
                yield span, here
    if plain:
        for span in _elsewhere(text, letter, brief, ours):
            yield span, f"is not the company of this application, {brief.company}."


def check_leaks(letter: Letter, brief: Brief, filled: list[Span]) -> Iterator[Finding]:
    """Findings in the text and the subject; what a placeholder or the greeting is already reported for is left out."""
    skip = letter.greeting.end if letter.greeting else 0
    body = letter.body
    taken = list(filled)
    for span, what in sorted(
        _spans(body, letter, brief, skip), key=lambda hit: (hit[0].start, -hit[0].end)
    ):
        if any(span.start < other.end and span.end > other.start for other in taken):
            continue
        taken.append(span)
        yield _say(
            span,
            letter,
            what,
            brief.company or None if brief.company and _is_company(span, letter, brief) else None,
        )
    if letter.subject:
        for span, what in _spans(letter.subject, letter, brief, 0):
            yield Finding(
                code="wrong-name",
                severity="error",
                start=span.start,
                end=span.end,
                message=f"{span.of(letter.subject)} {what}",
                guide="G3.4",
                part="subject",
            )


def _is_company(span: Span, letter: Letter, brief: Brief) -> bool:
    found = span.of(letter.flat)
    return not any(means(word, name) for word in words(found) for name in brief.other_names)
