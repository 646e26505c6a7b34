"""What is said past its reader: `third-person`, of them as of somebody else; `jotting`, a note as it was jotted."""

import re
from collections.abc import Iterable, Iterator

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import SPOKEN, Brief, Hit
from followup.messages.lint.reading.companies import ORDINARY
from followup.messages.lint.reading.gaps import gaps_of
from followup.messages.lint.reading.letter import Letter
from followup.prose.name_parts import TITLES
from followup.prose.names import first_name, parts
from followup.prose.text import DAYS_AND_MONTHS, JOTTED, Span, blank, flatten, folds, lower, words
from followup.prose.word_lists import word_list

# What stands before a name that is spoken to: “thank you, Ann”, “nice to meet you Ann”, “Hi Ann”.
_CALLED = re.compile(
    r"(?:[;(-]|\b(?:you|thanks?|hi|hello|hey|dear|again|well|so|and|but|this is))$"
)
_CALLED_AT_THE_END = re.compile(r"(?:^|,|\b(?:to|for))$")
_GIVEN = re.compile(r"(?<=[a-z,] )([A-Z]\w+) $")
_AFTER_CALL = re.compile(r"\s*(?:[,.!?;:)\n-]|$)")
_SAID = (
    r"(?:also |had |has |just )?(?:said|says|asked|asks|told|mentioned|wants?|wanted|explained|described"
    r"|thinks|thought|felt|liked|pointed out|promised|suggested|showed)"
)
_TELLS = re.compile(rf" {_SAID}\b")
_BEFORE_WORD = re.compile(r"\b(?:the|an?|your|my|our)$")
_BEFORE_MONTH = re.compile(r"(?:\b(?:in|of|since|until|by|from|on|early|mid|late|next|last)|\d)$")
_SHE_SAID = re.compile(rf"\b(?:she|he) {_SAID}\b")
_SOMEBODY = re.compile(rf"\b(?:{'|'.join(word_list('somebody', WORDS))})s?\b")
_LABEL = re.compile(r"(?:^|[.!?;]\s+|\n)(?P<is>(?:q|a|note|notes|todo|ask|pros?|cons?)\s?:)\s")
_CLIPPED = re.compile(
    r"(?i)(?:^|[,;] )(?:wants?|needs?|asked|asks|likes?|hates?|said|told|mentioned|uses?|runs?) (?=\w)"
)
_LISTED = re.compile(r"\w(?: -|:) .+, ")  # a topic, then fragments
# Signs that may stand in a sentence, but not in what was noted and is taken over whole.
_SCRIBBLED = re.compile(r"!!|\(\?\)|\s[/+~|]\s")
# What shows in mid-sentence: words cut short, “oak + start”, “beds / small wards / 400 p.a.”; what leads to fragments.
_CUT = "|".join(re.escape(word) for word in word_list("clipped", WORDS))
_SHORTHAND = re.compile(
    rf"(?<![\w'/.-])(?:{_CUT})(?![\w'/-])|(?<=[a-z\d] )\+ (?=[a-z\d])"
    r"|(?<=[a-z] )/ [a-z.]+(?: [a-z.]+)+ / (?=[a-z][^!?\n]*\d)"
)
_LEAD = re.compile(
    r"^.*\b(?:about|remember(?: well)?) (?!(?:the|an?|your|my|our|this|these|all|two|three)\b)"
    r"(?=[\w'-]+(?: [\w'-]+){0,2}(?: -|:) )(?!.*[:,-] (?:the|an?|your|my|our) )|(?: \w+)? (?:stayed|struck) .*$"
)
_SUBJECT = re.compile(
    r"(?i)\b(?:i|you|we|he|she|they|it|that|this|who|which|what|there|to|and|or|name)\b|\bi'"
)


def _folded(texts: Iterable[str]) -> set[str]:
    return {fold for text in texts for word in words(text) for fold in folds(word)}


def _is_called(before: str, after: str) -> bool:
    """Whether a name between these parts of a sentence is called out to its owner, as in “Thank you, Ann”."""
    if _CALLED_AT_THE_END.search(before):
        return bool(_AFTER_CALL.match(after))
    return bool(_CALLED.search(before))


def _is_word(part: str, before: str, after: str) -> bool:
    """Whether a name between these parts of a sentence is the word that it also is, as in “in May”, “the Bill”."""
    word, month = lower(part) in ORDINARY, part in DAYS_AND_MONTHS
    framed = _BEFORE_WORD.search(before) or (month and _BEFORE_MONTH.search(before))
    return word and bool(framed or not (_TELLS.match(after) or (before and not month)))


def _named(letter: Letter, brief: Brief, name: str) -> Iterator[Span]:
    """Where the reader's own name stands in a sentence that does not call them by it."""
    taken = _folded((*brief.colleagues, brief.company, brief.role, brief.me))
    called = [p for p in parts(name) if len(p) > 1 and folds(p).isdisjoint(taken)]
    for part in called:
        for match in re.finditer(
            rf"(?<![\w@.-]){re.escape(part)}(?P<of>'s)?(?![\w@-])", letter.flat
        ):
            start = match.start()
            if letter.own[start : start + 1].strip() == "":  # the greeting, a signature, or quoted
                continue
            before = re.split(r"[.!?:\n]", lower(letter.flat[:start]))[-1].strip()
            after = letter.flat[match.end() :]
            given = part != parts(name)[0] and _GIVEN.search(letter.flat[:start])
            namesake = given or re.match(r" ([A-Z]\w+)", after)
            if namesake and namesake[1] not in parts(name) and lower(namesake[1]) not in TITLES:
                continue
            if match["of"] or not (_is_called(before, after) or _is_word(part, before, after)):
                yield Span(*match.span())


def third_person(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that speaks of the one reader by name, or as “she said” where nobody else can be meant."""
    if len(brief.to) != 1 or brief.medium in SPOKEN:
        return
    name = brief.to[0]
    text = f"This speaks of {first_name(name)} as of somebody else, and {first_name(name)} reads it: say “you”."
    yield from (Hit(span, text) for span in _named(letter, brief, name))
    known = _folded((name, brief.company, brief.role, brief.me, *DAYS_AND_MONTHS))
    for match in _SHE_SAID.finditer(letter.own):
        before = letter.own[: match.start()]
        others = re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+", letter.body[: match.start()])
        if _SOMEBODY.search(before) or any(folds(o.group()).isdisjoint(known) for o in others):
            continue
        yield Hit(Span(*match.span()), text)


def jotting(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Signs that nobody writes in a letter, and sentences without anybody who does what they say."""
    text = "This stands as it was jotted down: make it the end of a sentence."
    own = blank(letter.own, gaps_of(letter, brief))
    yield from (Hit(Span(*match.span()), text) for match in JOTTED.finditer(own))
    yield from (Hit(Span(*match.span("is")), text) for match in _LABEL.finditer(own))
    cut = [*_SHORTHAND.finditer(letter.flat[: len(own)])]
    yield from (Hit(Span(*m.span()), text) for m in cut if own[m.start()].strip())
    for noted in brief.specifics:
        topic = _LISTED.search(noted) and not _SUBJECT.search(noted)
        at = letter.own.find(lower(flatten(noted))) if topic or _SCRIBBLED.search(noted) else -1
        if at >= 0:
            yield Hit(Span(at, at + len(noted)), text)
    for sentence, _ in letter.said:
        said = _LEAD.sub("", " ".join(sentence.of(own).split()))
        listed = _LISTED.search(said) and any(map(str.isdigit, said))
        if (_CLIPPED.search(said) or listed) and not _SUBJECT.search(said):
            yield Hit(sentence, text)
