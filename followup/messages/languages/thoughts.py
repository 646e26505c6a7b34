"""A thought of the user's own: whether it reads as a sentence of a letter, and how one may begin.

It stays in the user's words. What is a jotting, half a sentence or nothing but a beginning is none.
"""

import re
from collections.abc import Mapping, Sequence

from followup.messages.languages.frames import ARTICLES, IRREGULAR, VERBS, lowered, word_set
from followup.messages.languages.lines import APOSTROPHES, one_line
from followup.model.vocabulary import Frame
from followup.prose.text import JOTTED, has_several_sentences

_Beginnings = Mapping[Frame | None, Sequence[str]]

_TO_BEGIN: Mapping[str, _Beginnings] = {
    "en": {
        "about": ("I would begin with", "In my last job I", "I have since thought that"),
        "that": ("I learned the same when I", "I would", "I have since thought that"),
        "question": ("I would begin with", "What I left out is that", "In my last job I"),
        None: ("Since then I have", "It came back to me when I", "I have since thought that"),
    },
    "de": {
        "about": ("Ich würde zuerst", "In meiner letzten Stelle habe ich", "Seitdem denke ich, dass"),
        "that": ("Dasselbe habe ich gelernt, als ich", "Ich würde", "Seitdem denke ich, dass"),
        "question": ("Ich würde zuerst", "Ergänzen möchte ich, dass", "In meiner letzten Stelle habe ich"),
        None: ("Seitdem habe ich", "Daran gedacht habe ich, als ich", "Inzwischen denke ich, dass"),
    },
    "fr": {
        "about": ("Je commencerais par", "Dans mon dernier poste, j'ai", "Depuis, je me dis que"),
        None: ("Depuis, j'ai", "J'y ai repensé quand", "Depuis, je me dis que"),
    },
    "es": {
        "about": ("Yo empezaría por", "En mi último trabajo", "Desde entonces pienso que"),
        None: ("Desde entonces he", "Me acordé de ello cuando", "Ahora pienso que"),
    },
}  # fmt: skip


def beginnings(language: str, frame: Frame | None) -> Sequence[str]:
    """Some ways to begin a thought of what was said in this frame; None: of what has come of it since."""
    table = _TO_BEGIN.get(language, _TO_BEGIN["en"])
    return table.get(frame) or table["about"]


_BEGUN = {
    one_line(each).casefold()
    for table in _TO_BEGIN.values()
    for some in table.values()
    for each in some
}


def unfinished(thought: str) -> bool:
    """Whether it is nothing, or no more than one of the beginnings."""
    bare = one_line(thought).casefold()
    return not bare or bare in _BEGUN


_ENDS_OPEN = re.compile(r"(?i)(?:\b(?:and|or|the|because|dass|und|oder|weil)|,)$")
_NO_SENTENCE = re.compile(
    r"(?i)^(?:because|which|who|whose|how|why|whether|than|that (?:I|we)|weil|dass|ob)\b"
)
_LISTED = re.compile(rf"{JOTTED.pattern}|\||\s\+\s|\b(?:tbd|asap|imo|btw)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"\b(?:I|we|you|it|he|she|that|this|they|there|nobody|everybody|everyone)(?:[{APOSTROPHES}]\w+)?,?\s+[a-z]"
)
_AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|does|do|did"
    rf"|\w+n[{APOSTROPHES}]t)\b"
)
_OF_THE_WHOLE = re.compile(
    rf"\b(?!(?:I|we|you|it|that|which|who|this|they|there|nobody)\b)\w+ {_AUXILIARY.pattern}"
)  # of its subject, and of no clause that only tells which thing is meant
_GERMAN_VERB = re.compile(
    r"(?i)\b(?:ich|wir|ist|sind|war|waren|wäre|hat|haben|hatten?|hätten?|würden?|wird|kann|können|könnten?"
    r"|muss|müssen|müssten?|sollten?|hilft|half|geht|ging|braucht|brauchten?|lohnt|bleibt|blieb"
    r"|fehlt|macht|kommt|steht|läuft|hieß|heißt|gibt|gab|kam|sah|nahm|liegt|zeigt|dauert|kostet|stimmt|reicht)\b"
)
_OF_A_THING = {
    *ARTICLES,
    *word_set("my our one two three four five six ten every each most many no"),
} - {
    "this",
    "these",
    "those",
}
_GERMAN_THING = re.compile(r"(?i)^(?:meine?|unsere?|der|die|das|ein|eine|diese[rs]?)\s")
_GERMAN_RELATIVE = re.compile(
    r", (?:(?:in|bei|mit|auf|für|an|zu|von) )?(?:der|die|das|dem|den|denen|deren|wo|da|als)\b"
)
# “My two years on the ward, when half of it was new”: what only tells of the thing makes no sentence of it.
_BETWEEN = re.compile(r", (?:which|who|where|when)\b[^,]*,")
_PEOPLE = word_set(
    "team boss manager company colleague colleagues crew group department firm lead mentor place job school ward shop"
    " mother father mum mom dad sister brother nan gran grandma grandad grandmother grandfather uncle aunt wife husband"
    " partner daughter son friend neighbour neighbor coach teacher chef tutor predecessor apprentice crew shift I we"
)
_DID = IRREGULAR | word_set(
    "let put got paid sold sent bought spent stood drove rode slept chose broke spoke grew"
)
_BEHIND_A_PARTICIPLE = word_set("by at in on for to with from as into over after")
_TELLS_OF_IT = re.compile(
    r",? (?:when|where|which|who|whose) .*|(?<!and)(?<!than)(?<!as)(?<!,) (?:I|we)\b.*"
)
_FEWEST = 3


def _none(text: str) -> bool:
    """Whether it surely is no sentence: a jotting, a fragment, or one that breaks off."""
    return (
        len(text.split()) < _FEWEST
        or unfinished(text)
        or bool(_LISTED.search(text) or _NO_SENTENCE.match(text) or _ENDS_OPEN.search(text))
    )


def is_sentence(text: str) -> bool:
    """Whether an English text reads as a sentence by itself: somebody does something in it."""
    if _none(text):
        return False
    if any(is_sentence(part) for part in re.split(r"(?<=\w\w)[:;]\s+", text)[1:]):
        return True  # “The weekly meeting: we replaced it with a board”
    head, *others = text.split()
    if head.casefold() in _OF_A_THING:
        behind = _TELLS_OF_IT.search(bare := _BETWEEN.sub("", text))
        of_all = behind and behind[0].startswith((" I", " we")) and _OF_THE_WHOLE.search(behind[0])
        text = bare[: behind.start()] if behind and not of_all else bare
        head, *others = text.split()
    at = [m.start() for m in (_AUXILIARY.search(text, len(head)), _SUBJECT.search(text)) if m]
    if head.casefold() in _OF_A_THING or head[:1].isdigit():
        return bool(_OF_THE_WHOLE.search(text) or _does(others))
    return bool(at)


def _does(words: Sequence[str]) -> bool:
    """Whether words behind an article tell what somebody did: “team moved it”, and not “method used at Acme”."""
    said = [re.sub(r"\W+$", "", word) for word in words]
    for before, word, behind in zip(said, said[1:], [*said[2:], "at"], strict=False):
        if word in _DID or _says_so(word, behind) or re.fullmatch(r"[a-z]{3,}ed", word):
            return before in _PEOPLE or behind not in _BEHIND_A_PARTICIPLE
    return False


def _says_so(word: str, behind: str) -> bool:
    """Whether a word is what somebody does: “my mother runs a home”, and not “my team leads at Acme”."""
    return word.endswith("s") and word[:-1] in VERBS and behind not in _BEHIND_A_PARTICIPLE


def is_german_sentence(text: str) -> bool:
    """Whether a German text reads as a sentence by itself."""
    if _GERMAN_THING.match(text):  # “meine Prüfungen, die ich schon habe”
        text = _GERMAN_RELATIVE.split(text, maxsplit=1)[0]
    return not _none(text) and _GERMAN_VERB.search(text) is not None


_REASONS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"I(?:[{APOSTROPHES}]ve)? (?!(?:would|will|can|could|should|might|may|think|believe|hope|wonder|agree|do|like"
        r"|have (?:since|now|been)|since|now|still)\b)[a-z]|(?:My|At my|In my) [a-z]"
    ),
    "de": re.compile(r"Ich (?:habe|war|bin|leite|arbeite|kenne|führe|hatte|betreue|mache|baue|schreibe)\b"),
}  # fmt: skip
# What came of it later is no reason for it, and what has a clause of its own would be a chain of them.
_NO_REASON = re.compile(
    r"(?i)[,:;?!\u2013\u2014]|\b(?:because|only|never|weil|denn|since|seitdem|seither|inzwischen|jetzt|nun|noch)\b"
)


def because(thought: str, language: str) -> str:
    """A thought of one sentence that tells what the user has done or knows, as it follows “because”; else ""."""
    pattern, bare = _REASONS.get(language), thought.removesuffix(".")
    if pattern is None or not pattern.match(bare):
        return ""
    if _NO_REASON.search(bare) or has_several_sentences(bare):
        return ""
    return bare if bare.startswith(("I ", "I'", "I\u2019")) else bare[0].lower() + bare[1:]


_ONE_CLAUSE = re.compile(
    r"[:;?!\u2013\u2014…]|, (?!and\b|not\b|as\b|by\b|to\b|in\b|at\b|on\b|for\b)"
)
_A_CHAIN = re.compile(r",|\b(?:and|but|because|so that|which)\b")
_LONGEST_ADDED, _LONGEST_JOINED = 30, 18
_VIEW = re.compile(
    rf"(?:I(?:[{APOSTROPHES}]d| would(?! have)| think| believe| suspect| guess)\b|My guess|Perhaps|Maybe|For me\b)"
)
_DONE = re.compile(
    rf"(?:I|We)(?:[{APOSTROPHES}]ve| have| had)? (?!(?:would|will|can|could|should|might|may|think|believe|hope|wonder"
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


def nature_of(thought: str) -> frozenset[str]:
    """What an English thought is, by the words of `field_list.WHEN`: a view, something done, or neither for sure."""
    if _VIEW.match(thought):
        return frozenset({"view"})
    return frozenset({"done"} if _DONE.match(thought) else ())


def tidied(thought: str) -> str:
    """The thought on one line, with no dots or “and” before it and no stop after it; “i” is I."""
    text = re.sub(r"(?i)^(?:and|but|so|und|aber)\s+(?=\S+ \S)", "", one_line(thought.lstrip(" .…")))
    return re.sub(rf"(?<!\S)i(?=[\s{APOSTROPHES}])", "I", text)
