"""Our letters as they are written down: places, and for each several ways of which a letter takes one.

A file begins with lines `key: value` between two `---`. Below, `== name` begins a place that is a paragraph of its own
(`== subject` the subject line), `-- name` one that goes on in the same paragraph, and a line `- [words] text` is a way
to fill it: where all its words hold (`!word`: where it does not) and all fields in it are filled, so that none says
what nobody entered. Those with the most words of a situation go before others, and of these one is taken by turn, of
every place the same one. A way may go on in indented lines, so that it is a whole letter: an empty line begins a
paragraph, a line `[words] text` stands only where its words hold, `[or words] text` only where, besides, none of those
before it in a row did. A word may be the name of another place, too: it holds where that place has something to say.
`<Sie hatten|du hattest>` is said by the terms with the reader, formal first; a text that begins with a comma or a colon
goes on with the sentence before it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import NoReturn

from followup.messages.field_list import BY_NAME, WHEN, WITHOUT_WEIGHT
from followup.messages.gate import TemplateRefused, passed
from followup.messages.template_syntax import Refusal

_PLACE = re.compile(r"(==|--)\s*(\w*)")
_WAY = re.compile(r"-(?:\s*\[([^\]]*)\])?(?:\s+(.*))?")
_LINE = re.compile(r"  \s*(?:\[(or\b)?([^\]]*)\]\s*)?(\S.*)")
_SPACE_BEFORE_STOP = re.compile(r" (?=[,;:.?] )")
_BY_TERMS = re.compile(r"<([^<>|]*)\|([^<>|]*)>")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a way, of a sentence or several. `otherwise`: it stands only where none before it in a row did."""

    text: str
    words: frozenset[str] = frozenset()
    otherwise: bool = False

    def fits(self, known: Collection[str]) -> bool:
        """Whether it may stand there; `known` are the words that hold and the fields that say something."""
        needed, barred = _two_kinds(self.words)
        return (
            needed.issubset(known)
            and barred.isdisjoint(known)
            and passed(self.text).needed.issubset(known)
        )


@dataclass(frozen=True)
class Way:
    """One way to fill a place, by paragraphs, and the words that let it in."""

    words: frozenset[str]
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its lines."""
        return tuple(sentence for some in self.paragraphs for sentence in some)

    @cached_property
    def _always(self) -> tuple[Sentence, ...]:
        return tuple(s for s in self.sentences if not s.words and not s.otherwise)

    @cached_property
    def _asked(self) -> tuple[frozenset[str], frozenset[str]]:
        """What has to hold or to say something for it to fit, and what must not."""
        always = (passed(s.text).needed for s in self._always)
        needed, barred = _two_kinds(self.words)
        return needed.union(*always), barred

    @cached_property
    def weight(self) -> int:
        """How many words of a situation it is for."""
        return sum(1 for word in self.words if word.lstrip("!") not in WITHOUT_WEIGHT)

    def fits(self, known: Collection[str]) -> bool:
        """Whether it may stand there."""
        needed, barred = self._asked
        return needed.issubset(known) and barred.isdisjoint(known)

    def and_said(self, sentence: Sentence) -> "Way":
        """It with one more line."""
        *before, last = self.paragraphs
        return replace(self, paragraphs=(*before, (*last, sentence)))

    def and_a_paragraph(self) -> "Way":
        """It with one more paragraph, which is nothing while nothing is said in it."""
        return replace(self, paragraphs=(*self.paragraphs, ()))

    def by_terms(self) -> "tuple[Way, ...]":
        """It, or one for each of the terms with the reader where it is said in two ways."""
        if not any(_BY_TERMS.search(s.text) for s in self.sentences):
            return (self,)
        return tuple(
            Way(
                self.words | {terms},
                tuple(
                    tuple(replace(s, text=_BY_TERMS.sub(said, s.text)) for s in paragraph)
                    for paragraph in self.paragraphs
                ),
            )
            for terms, said in (("formal", r"\1"), ("first", r"\2"))
        )

    def said(self, known: Collection[str]) -> Iterator[list[str]]:
        """For each paragraph the lines that stand."""
        for paragraph in filter(None, self.paragraphs):
            stands: list[str] = []
            taken = False
            for sentence in paragraph:
                fits = sentence.fits(known) and not (sentence.otherwise and taken)
                taken = fits or (sentence.otherwise and taken)
                stands += [sentence.text] * fits
            yield stands


@cache
def _two_kinds(words: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those that have to hold, and those of which a `!` says that they must not."""
    barred = frozenset(word[1:] for word in words if word[0] == "!")
    return frozenset(word for word in words if word[0] != "!"), barred


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a letter. `begins`: it is a paragraph of its own."""

    name: str
    begins: bool
    ways: tuple[Way, ...]

    def choice(self, known: Collection[str]) -> Sequence[Way]:
        """The ways of which one is taken: those that fit, with the most words of the situation."""
        fitting = [way for way in self.ways if way.fits(known)]
        most = max((way.weight for way in fitting), default=0)
        return [way for way in fitting if way.weight == most]

    def said(self, known: Collection[str], turn: int) -> list[list[str]]:
        """The paragraphs of the way whose turn it is; none where no way fits."""
        choice = self.choice(known)
        return [*choice[turn % len(choice)].said(known)] if choice else []


_MOST = 2  # paragraphs between greeting and close


@dataclass(frozen=True)
class Letter:
    """A kind of message for one channel in one language: its places in their order."""

    subject: Place
    places: tuple[Place, ...]

    def written(
        self, holds: Collection[str], filled: Collection[str], turn: int
    ) -> tuple[str, str]:
        """Subject and body, as templates that pass the gate; `filled` names the fields that say something."""
        known = {*holds, *filled}
        known |= {place.name for place in self.places if place.choice(known)}
        paragraphs: list[list[str]] = []
        for place in self.places:
            first, *more = place.said(known, turn) or [[]]
            full = sum(map(bool, paragraphs)) > _MOST and place is not self.places[-1]
            if (place.begins and not full) or not paragraphs:
                paragraphs.append([])
            paragraphs[-1] += first
            paragraphs += more
        body = "\n\n".join(
            _SPACE_BEFORE_STOP.sub("", " ".join(some)) for some in paragraphs if some
        )
        return " ".join(chain(*self.subject.said(known, turn))), body

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that its ways and their lines ask for."""
        ways = [way for place in (self.subject, *self.places) for way in place.ways]
        asked = [way.words for way in ways] + [s.words for way in ways for s in way.sentences]
        return frozenset(word.lstrip("!") for words in asked for word in words)

    @cached_property
    def fields(self) -> frozenset[str]:
        """All fields that one of its lines uses."""
        ways = (way for place in (self.subject, *self.places) for way in place.ways)
        return frozenset(f for way in ways for s in way.sentences for f in passed(s.text).fields)


def read_letter(id_: str, text: str, first_line: int) -> Letter:
    """The letter below a file's head; raises TemplateRefused with the line of what is wrong."""
    heads: list[re.Match[str]] = []
    ways: list[list[Way]] = []
    names = {*WHEN, *BY_NAME, *(head[2] for head in map(_PLACE.match, text.splitlines()) if head)}
    for number, line in enumerate(text.splitlines(), start=first_line):
        try:
            if head := _PLACE.fullmatch(line.strip()):
                heads.append(head)
                ways.append([])
            elif heads and (begun := _WAY.fullmatch(line)):
                said = (Sentence(_text(begun[2])),) if begun[2] else ()
                ways[-1].append(Way(_words(begun[1], names), (said,)))
            elif heads and ways[-1] and not line.strip():
                ways[-1][-1] = ways[-1][-1].and_a_paragraph()
            elif heads and ways[-1] and (more := _LINE.fullmatch(line)):
                sentence = Sentence(_text(more[3]), _words(more[2], names), bool(more[1]))
                ways[-1][-1] = ways[-1][-1].and_said(sentence)
            elif line.strip():
                _refuse("neither a place nor a sentence of one")
        except TemplateRefused as refused:
            found = [Refusal(number, f"{id_}: {r.message}") for r in refused.refusals]
            raise TemplateRefused(found) from None
    places = [
        Place(head[2], head[1] == "==", tuple(each for way in some for each in way.by_terms()))
        for head, some in zip(heads, ways, strict=True)
    ]
    subject = next((p for p in places if p.name == "subject"), Place("subject", True, ()))
    return Letter(subject, tuple(p for p in places if p is not subject))


def _text(text: str) -> str:
    passed(text)
    return text


def _words(asked: str | None, names: Collection[str]) -> frozenset[str]:
    words = frozenset((asked or "").split())
    if odd := sorted(word for word in words if word.lstrip("!") not in names):
        _refuse(f"“{odd[0]}” is no word of a situation")
    return words


def _refuse(why: str) -> NoReturn:
    raise TemplateRefused([Refusal(1, why)])
