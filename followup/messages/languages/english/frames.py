"""English notes as parts of a sentence: which frame a text surely fits. What is not surely understood fits none."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from followup.messages.languages.lines import APOSTROPHES, one_line
from followup.prose.text import has_several_sentences
from followup.prose.word_lists import word_list, word_set

Shape = Literal["phrase", "clause", "alone"]
"""What a text surely is: a phrase follows “about”, a clause “that”; what is alone fits into no sentence."""


ARTICLES = word_set("the a an your their our my his her its this these those some several")
SUBJECTS = word_set("they she he you it there")
QUESTION_WORDS = word_set("how why what where when which whether who")
VERBS = word_set(
    "love like want need use run lead work think plan hope ask say know see care believe enjoy "
    "prefer teach write code travel sail climb play live deploy build ship test own hire grow "
    "mentor manage look value expect"
)
IRREGULAR = word_set(
    "said told felt thought spoke went had could would will should can did made led built ran grew "
    "came took gave kept saw left began knew found met taught wrote must might may won brought set "
    "held cut"
)
_COMMON = word_set(
    "we that if as at in on for from with using moving building running being having going working "
    "one two three four five six seven eight nine ten no all both many more most every each lots "
    "daily weekly monthly yearly new great good small big strong clear open fast quick flat remote "
    "hybrid pair code data design product project people culture work life growth plans plan focus "
    "honest friendly relaxed flexible team teams discussion talk story question idea link slides "
    "sample portfolio references reference notes diagram article summary case list draft deck nobody everyone"
)
_PLAIN = ARTICLES | SUBJECTS | QUESTION_WORDS | _COMMON  # words that lose their capital
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|does|do|did|\w+n['\u2019]t)\b"
)
_RELATIVE = re.compile(
    r",|\b(?:that|which|who|whose|where|when|while|if|until|because|since|you|they|we|I|how|what|why|he|she|it"
    r"|(?:who|what|which|where|when)ever)\b"
)
_LINKS = word_set(
    "of for to in on at with from by and or about between across after before into over under "
    "without within as than per is are"
)
_PLURAL_NAMES = word_set(
    "sales systems operations business news analytics logistics communications"
)
_FIRST_PERSON = re.compile(rf"(?i)^(?:I|we)(?:[{APOSTROPHES}]\w+)?\s")
_LENGTHS = re.compile(r"(?i)^\S+ (?:years?|months?|decades?)\b")
_BRINGABLE = word_set("experience years practice background training knowledge")
_PHRASE_STARTS = re.compile(rf"^(?:[\w-]+[{APOSTROPHES}]s|what you said about)\s")


def first_word(text: str) -> str:
    """The first word without what surrounds it."""
    match = re.match(rf"[“\"'(]*([\w{APOSTROPHES}-]+)", text)
    return match[1] if match else ""


def stem(word: str) -> str:
    """The word without what follows an apostrophe: “they're” is they."""
    return re.split(f"[{APOSTROPHES}]", word)[0].casefold()


def lowered(text: str) -> str:
    """The text inside a sentence: a first word that is surely no name loses its capital."""
    word = first_word(text)
    if word and word != "I" and stem(word) in _PLAIN and not word[1:2].isupper():
        at = text.index(word)
        return text[:at] + text[at].lower() + text[at + 1 :]
    return text


def cleaned(text: str) -> str:
    """A note on one line, no bullet before it, no stop after it, small where it may be small."""
    return lowered(one_line(text))


def may_be_clause(words: Sequence[str]) -> bool:
    """Whether a noun phrase might be a sentence (“the team uses Kafka”): some word may be its verb."""
    for index, word in enumerate(words[1:], start=1):
        following = words[index + 1].casefold() if index + 1 < len(words) else "of"
        if word.casefold() in _RELATIVES:
            return False
        if words[index - 1].casefold() in ARTICLES | _LINKS:  # “on the customs desk”
            continue
        if word.casefold() in IRREGULAR or (index > 1 and re.fullmatch(r"[a-z]{3,}ed", word)):
            return True
        plural = re.fullmatch(r"[a-z]{2,}[^\Wsui]s", word) and word not in _PLURAL_NAMES
        if plural and following not in _LINKS | _RELATIVES:
            return True
    return False


_RELATIVES = word_set("that which who whose where you they we i how what why he she it")


def shape_of(text: str) -> Shape:
    """How a sentence takes up a text that `cleaned` gave."""
    if not text or has_several_sentences(text) or _FIRST_PERSON.match(text):
        return "alone"
    words = text.split()
    head = words[0].casefold()
    if text.endswith(("?", "?”")):
        return "phrase" if re.match(r"\S+ question “", text) else "alone"
    if stem(head) in SUBJECTS:
        return "clause" if len(words) > 1 else "alone"
    if head in QUESTION_WORDS or head in _BRINGABLE or _LENGTHS.match(text):
        return "phrase"
    auxiliary = AUXILIARY.search(text, len(words[0]))
    if auxiliary and not _RELATIVE.search(text, len(words[0]), auxiliary.start()):
        return "clause"
    if re.search(r"\bquestion about ", text):
        return "phrase"
    nominal = head in ARTICLES or _PHRASE_STARTS.match(text)
    return "phrase" if nominal and not may_be_clause(words) else "alone"


_DOES = VERBS | word_set(
    "take want need make cost hate love like say tell mean expect plan start stop go come happen"
)
# A number may as well go with a thing behind what is a noun, too: “the launch plans two sites need”.
_DOES_SO_MANY = word_set("take make cost say mean expect go come hire teach grow see")
COUNTED = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty"
    " thirty several both many"
)


SAID = re.compile(
    r"(?i)^(?:they|she|he|you|(?-i:[A-Z][a-z]+)) (?:said|says|thinks|thought|mentioned that|told me that)"
    r" (?:that )?(?P<rest>\w+ \w.+)$"
)
"""A note that tells who said what: “Tom said the last analyst left”."""


def says_something(topic: str) -> bool:
    """Whether what was entered as a thing to talk about surely is a sentence: “onboarding takes three weeks”."""
    if shape_of(cleaned(topic)) == "clause" or SAID.match(topic):
        return True
    pairs = ((word.removesuffix("s"), word, behind) for word, behind in pairwise(topic.split()[1:]))
    return any(
        verb != word
        and (
            (verb in _DOES and behind in ARTICLES)
            or (verb in _DOES_SO_MANY and (behind.isdigit() or behind in COUNTED))
        )
        for verb, word, behind in pairs
    )


_NO_TOPIC = word_set("everyone everybody nobody somebody someone people team not only just to")
_LONGEST_TOPIC = 6


def is_topic(text: str) -> bool:
    """Whether a short text without an article (“Kafka migration”) surely fits behind “about”."""
    words = text.casefold().split()
    if shape_of(text) != "alone" or not 1 < len(words) <= _LONGEST_TOPIC or not text[-1].isalnum():
        return False
    verbs = any(word in VERBS or word.removesuffix("s") in VERBS for word in words)
    plain = all(re.fullmatch(rf"[\w{APOSTROPHES}/+#.&-]+", word) for word in words)
    starts = words[0] in _NO_TOPIC or words[0] in ARTICLES or _FIRST_PERSON.match(text)
    return plain and not (verbs or starts or may_be_clause(text.split()))


_ONE = word_set(
    "move switch migration rewrite launch rollout backlog pilot campaign appeal audit merger refit "
    "extension redesign inspection exhibition rebuild relaunch overhaul upgrade refurbishment rota "
    "handover project programme program scheme system course clinic fair festival concert unit team line "
    "kitchen garden workshop library garage forest site tender network app website catalogue catalog "
    "survey report budget merger roadmap archive shop warehouse factory plant lab"
)
_BEHIND_A_NOUN = re.compile(
    r",|\s(?:to|of|in|for|at|on|from|by|with|into|after|before|that|which|and|or)\s"
)


def with_article(topic: str) -> str:
    """A thing jotted down without its article: “warehouse move in June” is “the warehouse move in June”."""
    words = _BEHIND_A_NOUN.split(topic, maxsplit=1)[0].split()
    if not words or words[-1].casefold() not in _ONE or words[0].casefold() in ARTICLES | {"that"}:
        return topic
    named = any(word.casefold() in ARTICLES or word.endswith(("'s", "\u2019s")) for word in words)
    return topic if named or words[0].casefold() in {"how", "why", "what"} else f"the {topic}"


_ASKED_OF_ME = re.compile(
    r"(?i)^(?:(?P<word>how|what|why|where|when|which(?: \w+)?|who|what kind of \w+)\s+)?"
    r"(?P<aux>would|could|should|will|can|do|did|am|are|have)\s+(?P<who>you|I)\s+(?P<rest>[a-z].*?)\?*$"
)
_WHAT_IS_MINE = re.compile(
    r"(?i)^(?P<word>what|who|where) (?P<is>is|are|was|were) your (?P<of>[^?,]+?)\?*$"
)
_TELL_ME = re.compile(
    r"(?i)^(?:(?:can|could) you |please )?(?:tell|talk to) (?:me|us) about (?P<of>(?:a|an|the|your) [^?,]+?)[?.]*$"
)
_MINE = {"your": "my", "yours": "mine", "yourself": "myself", "you": "me"}


def indirect(text: str) -> str:
    """A question as it was asked, as the end of a sentence: “how would you keep it?” is “how I would keep it”."""
    if match := _WHAT_IS_MINE.match(text):
        return f"{match['word'].lower()} my {match['of']} {match['is'].lower()}"
    if match := _TELL_ME.match(text):
        return re.sub(r"\byou\b", "I", re.sub(r"\byour\b", "my", match["of"]))
    if match := _ASKED_OF_ME.match(text):
        word, aux, rest = (match["word"] or "whether").lower(), match["aux"].lower(), match["rest"]
        if aux == "did" or (aux, match["who"]) == ("have", "you"):
            return f"“{text[0].upper()}{text[1:]}”" if text.endswith("?") else text
        if match["who"] == "you":
            rest = re.sub(r"\b(?:yours?|yourself|you)\b", lambda m: _MINE[m[0]], rest)
        return " ".join([word, "I", *{"do": [], "are": ["am"]}.get(aux, [aux]), rest])
    return f"“{text[0].upper()}{text[1:]}”" if text.endswith("?") else text


_OF_A_TITLE = word_list("job_words") | word_set("and for to the with role position job")
_A_TRADE = re.compile(r"(?:(?<!st)er|or|ist|ing|ment|[ts]ion|[ae]nce|ency|ity|ics)$")


_PROPER = word_list("english_proper")


def small_title(role: str) -> str:
    """A title as it stands inside a sentence: small, unless a word of it may be a name."""
    words = role.split()
    if _PROPER & {*words}:
        return role
    if words[1:] and words[1][0].isdigit():
        return role  # “Year 4 teacher”
    if words and words[0].istitle() and role[1:].islower():
        return role[0].lower() + role[1:]  # a capital that heads the title alone: “Pilotage clerk”
    cased = [word for word in words if word[1:2].islower()]
    plain = (word.strip(",").casefold() for word in cased)
    if not all(word in _OF_A_TITLE or _A_TRADE.search(word) for word in plain):
        return role
    return " ".join(word.lower() if word in cased else word for word in words)


_A_ROUND = re.compile(r"(?i)(?:[a-z-]+ ){0,2}(?:interview|call|talk|meeting|conversation|visit)")


def called_round(name: str) -> str:
    """A round as a thing, by its name where that is one: “HR Interview” is the HR interview."""
    small = " ".join(word.lower() if word.istitle() else word for word in name.split())
    return f"the {small}" if _A_ROUND.fullmatch(name) else "the interview"
