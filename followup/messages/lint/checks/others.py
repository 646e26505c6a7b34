"""What belongs to others: `wrong-name` in the text (of another application), and `same-as-other`."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import Brief, Hit
from followup.messages.lint.reading.companies import (
    ORDINARY,
    SHORTEST,
    company_folds,
    employer_hits,
    finder,
)
from followup.messages.lint.reading.gaps import gaps_of
from followup.messages.lint.reading.letter import READ_LIMIT, Letter, read_letter
from followup.prose.names import full_name, means, parts, without_form
from followup.prose.text import Span, folds, lower, same, words
from followup.prose.word_lists import word_list

# What stands before the name of a person: a title, or a word that goes with a name.
_BEFORE_NAME = re.compile(
    r"(?:^|\W)(?:(?P<title>mr|mrs|ms|miss|mx|dr|prof|professor|herr|frau)"
    r"|dear|hi|hello|hey|with|from|and|for|met|thanks|by|ask|told)\.? $"
)
_PREFERRED = re.compile(r"(?:'s)? (?:is where|is (?:still )?my|remains|would be my)\b")
_ROLE_AT = re.compile(
    r"\b(?P<what>(?:the|this|your|that|a|an|my)\b[^.!?,;:\n]{0,50}?)\b(?:position"
    r"|role|job|opening|vacancy|opportunity) (?:at|with) "
)
_JOIN = re.compile(
    r"\b(?P<what>(?:interest in|interested in|(?:excited|enthusiastic|thrilled) (?:about|to)|keen on|forward to"
    r"|(?:love|like|glad|happy|proud|chance|hope|keen|eager|delighted|dream|joy|honou?r(?:ed)?|privilege|pleasure) to"
    r"|(?:idea|prospect|dream) of) (?:join|joining|(?:work|working) (?:at|for)|(?:be|become) [^.!?,;:\n]{1,40} at)"
    r"|(?:happy|fit in|a future|at home) at) "
)
_FORMER = re.compile(r"\b(?:my|previous|current|former|last|old|present)\b")
_NAME_RUN = re.compile(
    r"(?:[^\W\d_a-zà-öø-ÿ][\w&.'-]*)(?: (?:&|of|und|and|the)? ?[^\W\d_a-zà-öø-ÿ][\w&'-]*){0,3}"
)
_PLACE = re.compile(rf"\b(?:{'|'.join(word_list('places', WORDS))})\b")
_NAMES_OTHERS = frozenset({"expedite", "withdraw_note", "keep_in_touch", "offer_reply", "reply"})
_LONG_NAME, _NEAR, _NEARER, _AT = 5, 0.8, 0.85, ("at", "join", "joining", "for", "with", "bei")


def _ours(brief: Brief) -> set[str]:
    """All words, folded, that belong to this application: its people, company, role and what was said."""
    mine = " ".join((*brief.to, *brief.colleagues, brief.me, brief.about))
    return {fold for word in words(mine) for fold in folds(word)}


def _people_hits(text: str, name: str, ours: set[str]) -> Iterator[Span]:
    """Where a person of another application stands: the full name, or a part that nobody here has and is no word."""
    found = parts(name)
    if not found:
        return
    if len(found) > 1 and found[0] in text:
        whole = finder(full_name(name, titled=False))
        if any(folds(part).isdisjoint(ours) for part in found):
            yield from (Span(*m.span()) for m in whole.finditer(text))
    for at, part in enumerate(found):
        if part not in text or len(part) < SHORTEST or not folds(part).isdisjoint(ours):
            continue
        for match in finder(part).finditer(text):
            following = re.match(r"(?:-|\s)([^\W\d_a-z]\w+)", text[match.end() :])
            if at == 0 and following and not any(same(following.group(1), p) for p in found):
                continue
            before = _BEFORE_NAME.search(lower(text[max(0, match.start() - 12) : match.start()]))
            titled = bool(before and before["title"])
            if titled or (lower(part) not in ORDINARY and (at == 0 or before)):
                yield Span(*match.span())


def _elsewhere(text: str, letter: Letter, brief: Brief, ours: set[str]) -> Iterator[Span]:
    """`the position at X` where the message never names the right company."""
    own = company_folds(brief.company)
    whole = words(f"{letter.subject or ''} {letter.flat}")
    named = any(word[0].isupper() and not folds(word).isdisjoint(own) for word in whole)
    if not brief.company or named or brief.kind in _NAMES_OTHERS:
        return
    people = (*brief.to, *brief.colleagues)
    for match in (*_ROLE_AT.finditer(lower(text)), *_JOIN.finditer(lower(text))):
        run = _NAME_RUN.match(text, match.end())
        if run is None or run.group().endswith("'s") or _FORMER.search(match["what"]):
            continue
        known = any(
            not folds(word).isdisjoint(ours) or any(means(word, name) for name in people)
            for word in words(run.group())
        )
        if not known and not _PLACE.search(lower(run.group())):
            yield Span(*run.span())


def _near_misses(text: str, letter: Letter, brief: Brief) -> Iterator[Span]:
    """The own company's name with a slip in it: nearly the letters, and the same first one or the name's next word."""
    role = {lower(word) for word in words(brief.role)}
    whole = words(without_form(brief.company))
    for match in re.finditer(rf"(?<!\w)[A-Z]\w{{{_LONG_NAME - 1},}}", text):
        low, before = lower(match.group()), text[: match.start()].rpartition("\n")[2].split()[-1:]
        after = words(text[match.end() :].partition("\n")[0])[:1]
        for previous, word, following in zip(("", *whole), whole, (*whole[1:], ""), strict=False):
            name, beside = lower(word), [previous] == before or [following] == after
            slip = low != name and (beside or low[0] == name[0]) and not low.startswith(name)
            known = (name in letter.prose.split() and not beside) or low in ORDINARY or low in role
            alone = previous and not beside and not {*before} & {*_AT}  # “their Systeme”
            if len(name) < _LONG_NAME or not slip or name.startswith(low) or known or alone:
                continue
            like, enough = SequenceMatcher(None, low, name), _NEAR if beside else _NEARER
            if sorted(low) == sorted(name) or like.ratio() >= enough:
                yield Span(*match.span())


def _spans(text: str, letter: Letter, brief: Brief, skip: int) -> Iterator[tuple[Span, str]]:
    ours = _ours(brief)
    here = f"belongs to another application, not to {brief.company or 'this one'}."
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
    for span in _near_misses(text, letter, brief):
        yield span, f"is not quite {brief.company}."
    for span in _elsewhere(text, letter, brief, ours):
        yield span, f"is not the company of this application, {brief.company}."


def wrong_names(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each such name in text and subject; what a field left empty or the greeting is reported for is left out."""
    skip = letter.greeting.end if letter.greeting else 0
    taken = [*gaps_of(letter, brief)]
    for span, what in sorted(
        _spans(letter.body, letter, brief, skip), key=lambda hit: (hit[0].start, -hit[0].end)
    ):
        if any(span.start < other.end and span.end > other.start for other in taken):
            continue
        taken.append(span)
        mend = brief.company if _is_company(span, letter, brief) else None
        yield Hit(span, f"{span.of(letter.raw)} {what}", mend or None)
    for span, what in _spans(letter.subject or "", letter, brief, 0):
        yield Hit(span, f"{span.of(letter.subject or '')} {what}", part="subject")


def _is_company(span: Span, letter: Letter, brief: Brief) -> bool:
    found = span.of(letter.flat)
    return not any(means(word, name) for word in words(found) for name in brief.other_names)


# Notes made from one template around different specifics reach about three quarters.
ALIKE = 0.8
# A note that stands almost whole in a longer one is the same note, if it is long enough to say something.
_CONTAINED, _LONG_ENOUGH = 0.9, 18
_FEW_WORDS = 8


def likeness(one: str, other: str, names: Collection[str] = ()) -> float:
    """How alike two notes are, 0 to 1, by their pairs of neighbouring words; greeting, sign-off and names aside.

    Where the shorter stands almost whole in the longer, it is how much of it does.
    """
    a, b = (Counter(pairwise(_without_frame(text, names))) for text in (one, other))
    shared, shorter = (a & b).total(), min(a.total(), b.total())
    if shorter >= _LONG_ENOUGH and shared / shorter >= _CONTAINED:
        return shared / shorter
    return 2 * shared / max(1, a.total() + b.total())


def same_as_other(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """The note to another that this one is most alike."""
    names = (*brief.to, *brief.other_notes, *([brief.me] if brief.me else []))
    if not brief.other_notes or len(_without_frame(letter.raw, names)) < _FEW_WORDS:
        return
    alike = {
        name: likeness(letter.raw, note, names)
        for name, note in brief.other_notes.items()
        if note.strip()
    }
    name = max(alike, key=lambda one: alike[one], default=None)
    if name is not None and alike[name] >= ALIKE:
        place = Span(letter.sentences[0].start, letter.sentences[-1].end)
        text = f"This is {alike[name]:.0%} the same as the note to {name}; people compare."
        yield Hit(place, text)


def _without_frame(text: str, names: Collection[str]) -> list[str]:
    """The words of a note, in lower case, that say something: no greeting, no sign-off, no names."""
    letter = read_letter(text[:READ_LIMIT], None, "", "")
    return [w for w in words(letter.prose) if not any(means(w, name) for name in names)]
