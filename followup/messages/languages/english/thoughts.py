"""An English thought of the user's own: whether it reads as a sentence of a letter, and how another one takes it up.

It stays in the user's words. What is a jotting, half a sentence or nothing but a beginning is none.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from followup.messages.languages.english.frames import (
    ARTICLES,
    AUXILIARY,
    IRREGULAR,
    VERBS,
    lowered,
)
from followup.messages.languages.lines import (
    APOSTROPHES,
    ToBegin,
    as_reason,
    is_fragment,
    unfinished,
)
from followup.prose.name_parts import ANY_GIVEN
from followup.prose.text import has_several_sentences
from followup.prose.word_lists import word_groups, word_set

TO_BEGIN: ToBegin = {
    "about": ("I would begin with", "In my last job I", "I have since thought that"),
    "that": ("I learned the same when I", "I would", "I have since thought that"),
    "question": ("I would begin with", "What I left out is that", "In my last job I"),
    None: ("Since then I have", "It came back to me when I", "I have since thought that"),
}


_SUBJECT = re.compile(
    rf"\b(?:I|we|you|it|he|she|that|this|they|there|nobody|everybody|everyone)(?:[{APOSTROPHES}]\w+)?,?\s+[a-z]"
)
_OF_THE_WHOLE = re.compile(
    rf"\b(?!(?:I|we|you|it|that|which|who|this|they|there|nobody)\b)\w+ {AUXILIARY.pattern}"
)  # of its subject, and of no clause that only tells which thing is meant
_OF_A_THING = {
    *ARTICLES,
    *word_set("my our one two three four five six ten every each most many no"),
} - {
    "this",
    "these",
    "those",
}
# “My two years on the ward, when half of it was new”: what only tells of the thing makes no sentence of it.
_BETWEEN = re.compile(r", (?:which|who|where|when)\b[^,]*,")
DEEDS, _OF_ITSELF, _WAS, _AM, _WITH_AN_OUTCOME, DONE_AS_ING, _PAST_ALONE, _PEOPLE = word_groups(
    "english_deeds"
)
_DID = IRREGULAR | word_set(
    "let put got paid sold sent bought spent stood drove rode slept chose broke spoke grew hid hung wore threw flew"
    " drew fed fell lent lit rang sang sank shook shot shut swam swept tore woke stuck struck swore froze forgot"
    " forgave fought bit blew bent beat dug drank ate caught lost hurt built burnt dealt laid"
)
_BEHIND_A_PARTICIPLE = word_set("by at in on for to with from as into over after")
_BEFORE_A_THING = (
    _BEHIND_A_PARTICIPLE | ARTICLES | {"of"}
)  # “on listed buildings”, “a shared schema”
_THE_WAY = re.compile(
    r"(?i)the (?:way|day|week|month|year|time|night|winter|summer|first time) (?:I|we|my|our|a|an|the|he|she|they)\b"
)
_TELLS_OF_IT = re.compile(
    r",? (?:when|where|which|who|whose) .*|(?<!and)(?<!than)(?<!as)(?<!,) (?:I|we)\b.*"
)


def is_sentence(text: str) -> bool:
    """Whether an English text reads as a sentence by itself: somebody does something in it."""
    if is_fragment(text) or unfinished(text, TO_BEGIN):
        return False
    if any(is_sentence(part) for part in re.split(r"(?<=\w\w)[:;]\s+", text)[1:]):
        return True  # “The weekly meeting: we replaced it with a board”
    if _THE_WAY.match(text) and not _OF_THE_WHOLE.search(text):
        return False
    head, *others = text.split()
    if head.casefold() in _OF_A_THING:
        behind = _TELLS_OF_IT.search(bare := _BETWEEN.sub("", text))
        of_all = behind and behind[0].startswith((" I", " we")) and _OF_THE_WHOLE.search(behind[0])
        text = bare[: behind.start()] if behind and not of_all else bare
        head, *others = text.split()
    at = [m.start() for m in (AUXILIARY.search(text, len(head)), _SUBJECT.search(text)) if m]
    if head.casefold() in _OF_A_THING or head[:1].isdigit():
        return bool(_OF_THE_WHOLE.search(text) or _does(others))
    return bool(at) or _is_told(others)


def _is_told(words: Sequence[str]) -> bool:
    """Whether one of the words is surely what somebody did: “half of them came from calls”, and not “that came”."""
    pairs = pairwise(words)
    return any(
        word in _PAST_ALONE and before not in {"that", "which", "who"} for before, word in pairs
    )


def _does(words: Sequence[str]) -> bool:
    """Whether words behind an article tell what somebody did: “team moved it”, and not “method used at Acme”."""
    said = [re.sub(r"\W+$", "", word) for word in words]
    if _is_told(said):
        return True
    for before, word, behind in zip(said, said[1:], [*said[2:], "at"], strict=False):
        if word in _DID or _says_so(word, behind) or re.fullmatch(r"[a-z]{3,}ed", word):
            is_told = behind not in _BEHIND_A_PARTICIPLE and before not in _BEFORE_A_THING
            return before in _PEOPLE or is_told
    return False


def _says_so(word: str, behind: str) -> bool:
    """Whether a word is what somebody does: “my mother runs a home”, and not “my team leads at Acme”."""
    return word.endswith("s") and word[:-1] in VERBS and behind not in _BEHIND_A_PARTICIPLE


_REASON = re.compile(
    rf"I(?:[{APOSTROPHES}]ve)? (?!(?:would|will|can|could|should|might|may|think|believe|hope|wonder|agree|do|like"
    r"|have (?:since|now|been)|since|now|still)\b)[a-z]|(?:My|At my|In my) [a-z]"
)


def because(thought: str) -> str:
    """A thought of one sentence that tells what the user has done or knows, as it follows “because”; else ""."""
    bare = as_reason(thought, _REASON)
    return bare if bare.startswith(("I ", "I'", "I\u2019")) else bare[:1].lower() + bare[1:]


_ONE_CLAUSE = re.compile(
    r"[:;?!\u2013\u2014…]|, (?!and\b|not\b|as\b|by\b|to\b|in\b|at\b|on\b|for\b)"
)
_A_CHAIN = re.compile(r",|\b(?:and|but|because|so that|which)\b")
_LONGEST_ADDED, _LONGEST_JOINED = 30, 18
_VIEW = re.compile(
    rf"(?:I(?:(?:[{APOSTROPHES}]d| would)(?! have)| think| believe| suspect| guess)\b|My guess|Perhaps|Maybe|For me\b)"
)
_DONE = re.compile(
    rf"(?:I|We)(?:[{APOSTROPHES}]ve| have| had)?"
    r"(?: (?:once|also|already|just|always))? (?!(?:would|will|can|could|should|might|may|think|believe|hope|wonder"
    r"|agree|do|like|liked|loved|know|said|was told|still|am|are|want|wanted|need|had to|felt|never)\b)"
    r"[a-z]+(?:ed|t|d|n|w|ew|ang|ook|ave|ove|ote|ame)\b|(?:At|In my|My last|My old)\b"
)


def added(thought: str) -> str:
    """An English thought of one sentence as it follows a colon: “I would begin with the reports”; else ""."""
    bare = thought.removesuffix(".")
    if not bare or _ONE_CLAUSE.search(bare) or has_several_sentences(bare):
        return ""
    small = lowered(bare)
    if len(bare.split()) > _LONGEST_ADDED or (small[0].isupper() and not re.match(r"I\b", small)):
        return ""
    return small


def joined(thought: str) -> str:
    """The same as it follows “and”: short, and no chain of clauses by itself; else ""."""
    said = added(thought)
    plain = re.match(r"(?:I|we|my|mine|at|in|that|this|it|ours?)\b", said)
    short = len(said.split()) <= _LONGEST_JOINED
    return said if plain and short and not _A_CHAIN.search(said) else ""


_DEED = re.compile(
    rf"(?:(?:At|In|For) [^,]{{2,40}}, )?(?:I|[Ww]e)(?:[{APOSTROPHES}]ve| have| had)?(?: (?:once|also|already|just))?"
    rf" (?:set up|{'|'.join(sorted(_WITH_AN_OUTCOME))})\b(?! up\b)"
)
_SAID = r"(?:said|added|mentioned|told|answered|put|asked|explained|given|begun|started with)"
_FRESH = re.compile(
    rf"(?i)\bI (?:should|could|would|might) (?:also |rather |perhaps )?have (?:also |rather )?{_SAID}\b"
    r"|\bI(?:['\u2019]d| would)(?: also)? add\b|\bI(?: have|['\u2019]ve) since\b"
    r"|\bsince then,? I(?: have|['\u2019]ve) thought\b"
    r"|\bon reflection\b|\bthinking about it\b|\b(?:now|today),? I(?:['\u2019]d| would| think)\b|\bbetter answer\b"
    r"|\b(?:what )?I left out\b|\bforgot (?:to (?:say|mention|add|tell)|that)\b"
    r"|\b(?:came to|occurred to|struck) me (?:later|since|afterwards|on the|at home)\b"
    r"|\bafterwards I (?:thought|remembered)\b"
)
"""What tells that it came to the user after the interview, and was no answer there."""


def nature_of(thought: str) -> frozenset[str]:
    """What a thought is, by the words of `field_list.WHEN`: a view or something done, new since then."""
    kind = "view" if _VIEW.match(thought) else "done" if _DONE.match(thought) else ""
    holds = {
        "deed": kind == "done" and _DEED.match(thought) is not None,
        "fresh": _FRESH.search(thought) is not None,
    }
    return frozenset(filter(None, [kind, *(word for word, true in holds.items() if true)]))


# “worked well for us”, “took us a week”, “made me think”, “turned out fine”: it did, and not I.
_IT_DID = re.compile(
    r"(?i)\w+ (?:me|us|him|her|them)\b|turned out|came (?:back to me|up)|looked like|felt like"
    r"|took (?:(?:an?|some|two|three|about) )?(?:minutes?|hours?|days?|weeks?|months?|years?|ages|time|practice)"
    r"|(?:worked|went|helped)(?: (?:really|very|so|quite|out))* (?:well|better|best|fine|badly|wrong|every time)"
)
_TO_THEM = word_set(
    "taught showed gave helped trained coached drove brought moved led met asked told"
)  # what I do to them
_BEEN = re.compile(
    r" (?:\w+ing|to|there|in|on|at|through|an? (?:\w+ )?\w+(?:er|or|ist|ant|man|woman|nurse|cook|chef))\b"
)
_BY_NOBODY = re.compile(
    r"been$|(?!(?:indeed|hundred|red|bed|need|speed|feed|seed|weed)$)[a-z]{2,}ed$"
)
_NOT_I = re.compile(
    rf"(?i)(?:do|did|ca|could|would|wo|have|am)n[{APOSTROPHES}]t (?!(?:I|we|you|they|he|she|it)\b)"
)
_AND_I_DID = re.compile(rf", (?=(?:{'|'.join(sorted(DEEDS))})\b)")
_LAST_OF_TWO = re.compile(r", (?=(\w+) [^,]*$)")


def with_subject(text: str) -> str:
    """A thought with the “I” that it left out: “kept bees, sold honey” is “I kept bees and sold honey”.

    What did it is “it”, what one was or is gets its verb; "" where it names nobody, and it is not sure who it was.
    """
    first = re.match(r"[A-Za-z]+(?= (?!(?:I|we|you|they|he|she)\b))", text)
    small, rest = (first[0].casefold(), text[first.end() :]) if first else ("", "")
    mine = small in _TO_THEM and not re.match(r" (?:me|us)\b", rest)
    if small == "told" and not mine:
        return ""  # somebody did
    if small in _OF_ITSELF or (small in DEEDS and not mine and _IT_DID.match(text)):
        return f"It {small}{rest}"
    if small == "been" and _BEEN.match(rest):
        return f"I've been{rest}"
    if small in _WAS | _AM and re.match(r" (?:by|to|in|on|at|of|and|that|how|as)\b", rest):
        return f"I {'was' if small in _WAS else 'am'} {small}{rest}"
    if _NOT_I.match(text):
        return _AND_I_DID.sub("; I ", f"I {text[0].lower()}{text[1:]}", count=1)
    if small not in DEEDS:
        return "" if _BY_NOBODY.match(small) and small not in ANY_GIVEN else text
    said = f"I {small}{rest}"
    also = _LAST_OF_TWO.search(said) if said.count(",") == 1 else None
    return _LAST_OF_TWO.sub(" and ", said) if also and also[1] in DEEDS | VERBS else said
