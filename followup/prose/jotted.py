"""What a note is, in any of the letters' languages: in which one, jotted, delicate, private, light, or told already."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from followup.prose.text import JOTTED, has_several_sentences
from followup.prose.word_lists import word_set

_SMALL: Mapping[str, frozenset[str]] = {
    language: frozenset(some.split())
    for language, some in {
        "en": "no one alone the of to and how what that is are we you they with for on at from would my our your their "
        "why when who more not it he she was were have has by about which where nobody everyone should "
        "could must can will years year but if because every all only before after two three four",
        "de": "der die das den dem des ein eine einen einem einer und wie dass daß nicht ins im am für mit von zu "
        "zum zur ich wir sie ihr ist sind auf bei über wer was warum wann würde bin habe wird werden sich als auch "
        "nach aus du dich dir mich mir uns "
        "unser unsere ihre mehr kein keine man es er niemand jeder alle allein sollte können müssen muss "
        "wollen wenn weil zwei drei vier fünf jahre jahr haben bei ohne durch",
        "fr": "le la les des une un du et que qui comment est je nous vous pour avec dans sur pourquoi au aux en votre "
        "notre mon ma ce cette pas il elle",
        "es": "el la los las una un y que cómo es yo nosotros para con en sobre de del por qué al su mi nuestro no se",
    }.items()
}
"""The small words of each language, by which a note shows which one it is in."""


_FEWEST = 2
# Who is meant in an advert, also in one of a firm where one speaks English.
_ANYBODY = {"de": re.compile(r"(?i)\((?=[^)]*w)(?:[mwdfxi][/|,] ?){2}[mwdfxi]\)")}


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def foreign(text: str, language: str) -> bool:
    """Whether a note is surely in another of these languages: more of that one's small words, and of its letters.

    So with a template, whose fields are in none.
    """
    score = _score(text)
    mine = score.pop(language, 0)
    return max(score.values()) > mine


def language_of(text: str) -> str | None:
    """The language that a text is surely in, by its code; None where it is none of these, or too short to tell."""
    score = _score(text)
    for code, said in _ANYBODY.items():
        score[code] += bool(said.search(text))
    best, next_best = sorted(score, key=lambda code: -score[code])[:2]
    return best if score[best] >= max(_FEWEST, score[next_best] + 1) else None


def other_language(text: str, mine: str) -> str | None:
    """The language of a text where it surely is another one than the user's (a tag); else None."""
    found = language_of(text)
    return found if found != code_of(mine) else None


def code_of(tag: str) -> str:
    """The language of a tag: “de-CH” is de."""
    return tag.strip()[:2].casefold()


def _score(text: str) -> dict[str, int]:
    text = re.sub(r"\{[{%].*?[%}]\}", " ", text)
    found = re.findall(r"[^\W\d_]+", text.casefold())
    score = {code: sum(word in some for word in found) for code, some in _SMALL.items()}
    if not score["en"]:
        for code, letters in (("de", "[äöüß]"), ("es", "[áíóúñ¿¡]"), ("fr", "[àâçèêëîôûœ]")):
            score[code] += any(
                word[0].islower() and re.search(letters, word) for word in text.split()
            )
    return score


_DELICATE = re.compile(
    r"(?i)\b(?:dropp?(?:s|ed|ing)? out"
    r"|quit|fired|lay-?offs?|laid off|(?:staff|high) turnover|turnover\b.*?\b(?:high|bad)"
    r"|(?:staff|team) churn|mess|chao\w+|burn-?outs?"
    r"|divorce\w*|pregnan\w+|hates?|gossip|rumou?rs|lawsuits?|sued|bankrupt\w*|in the red|behind schedule|failed"
    r"|struggl\w+|toxic|salar\w+|scandals?|quarrel\w*|resigned|sick leave|jokes?|idiots?|stupid|useless"
    r"|crap|shit\w*|underpaid|(?:the |low )?pay (?:is|was|rises?|cuts?)"
    r"|los(?:e|es|t|ing) (?:two|three|four|half|many|most|much|too|so|their|money|people|time)"
    r"|gekündigt|kündigung\w*|streit\w*|schulden|pleite"
    r"|insolven\w*|entlass\w+|fluktuation|scheidung|krankgeschrieben|krankmeldung\w*|krankenstand|gehalt"
    r"|verlier(?:en|t)|verluste?|skandal\w*|witze?|gescheitert|hassen|hasst|rote zahlen|hinterher)\b"
)


def delicate(text: str) -> bool:
    """Whether a note is gossip, a weakness of theirs or pay: nothing that one would thank them for."""
    return _DELICATE.search(text) is not None


_PRIVATE = re.compile(
    r"(?i)\b(?:\w*unfall|\w*krankheit|krank|depress\w*|burn-?outs?|schwanger\w*|kinderwunsch|scheidung|todesfall|lücke"
    r"|vorstrafe\w*|pregnan\w+|divorce\w*|cancer|ill(?:ness)?|accident|health|gap|criminal record|age|religion"
    r"|planning (?:a )?family|kids of my own)\b"
)
_OF_MYSELF = re.compile(
    r"(?i)\b(?:my|me|mein\w*|mir|mich)\b|^(?:why|whether|if|ob|warum) (?:I|ich)\b"
)
_AT_WORK = re.compile(r"(?i)\b(?:would|I'd|würde|vorgehe|umgehe|berate|handle|deal|analysis)\b")


def private(text: str) -> bool:
    """Whether a question to me is nobody's business, my health or family, and none of how I would do the work."""
    about_me = _PRIVATE.search(text) and _OF_MYSELF.search(text)
    return bool(about_me) and not _AT_WORK.search(text)


LISTED = re.compile(rf"{JOTTED.pattern}|\||\s\+\s|\b(?:tbd|asap|imo|btw)\b", re.IGNORECASE)
"""What only a jotting has in it."""
_SHORTHAND = re.compile(rf"{LISTED.pattern}|[;#%]|\d\s*[xX]\b", re.IGNORECASE)
_PERCENT = re.compile(r"(?<=\d) ?%")  # “14 %” is written so in any sentence


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def is_shorthand(text: str) -> bool:
    """Whether a text is written as one jots, and no sentence ends so."""
    return bool(_SHORTHAND.search(_PERCENT.sub("", text))) or has_several_sentences(text)


_EMPTY_WORDS = word_set(
    "they their them that this with from about asked said would have what when your"
)


def _words(text: str) -> set[str]:
    return {*re.findall(r"\w{4,}", text.casefold())} - _EMPTY_WORDS


def likely_told(said: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts speaks of what was said: most of its longer words stand there."""
    wanted = _words(said)
    return any(wanted and len(wanted & _words(text)) * 10 >= len(wanted) * 7 for text in texts)


_VERY = (
    r"(?:(?:so|very|quite|really|absolutely|totally|completely|fully|entirely|definitely|also|just|pretty|do|much|too"
    r"|sehr|ganz|auch|wirklich|echt|total|absolut|völlig|genau|besonders) )*"
)
_GOOD = (
    r"(?:true|good|right|great|nice|fine|fair|sensible|interesting|important|wise|clever|lovely|brilliant|excellent"
    r"|impressive|reasonable|gut|richtig|toll|schön|super|klasse|spannend|interessant|wichtig|sinnvoll|vernünftig"
    r"|prima|sympathisch)"
)
_A_LOT = r"(?: (?:with (?:that|this|you|him|her|them|it)|a lot|very much|too|completely|entirely|there|more|so))*"
# A thought is none where each of its parts is one of these.
_APPROVES = re.compile(
    rf"(?i)(?:(?:I {_VERY})?agree{_A_LOT}|agreed|I {_VERY}(?:like|love|appreciate)d?(?: (?:that|it|this|hearing that))"
    rf"(?: (?:idea|approach|way|rule|plan))?{_A_LOT}|I (?:could not|couldn['\u2019]t) agree more{_A_LOT}"
    r"|I (?:think|feel|see it|see that|would say) (?:so|the same(?: way)?|that way)(?: too)?"
    r"|so (?:do|would|did) I|me too|same here|exactly|absolutely|definitely|indeed|quite|yes|true|interesting|nice"
    rf"|(?:(?:that|this|it)(?:['\u2019]s| is| was| sounds?| sounded| seems) )?{_VERY}{_GOOD}"
    r"(?: (?:idea|point|plan|approach|rule|thing|to (?:me|hear|know)|so))*"
    rf"|sounds? {_VERY}{_GOOD}(?: to me)?|(?:that is |what )?an? {_VERY}{_GOOD} (?:idea|point|plan|approach|rule|thing)"
    r"|(?:that |it |this )?ma(?:kes|de) (?:a lot of |perfect |good )?sense(?: to me)?"
    r"|(?:that|this|it) (?:appeal(?:s|ed) to|impress(?:es|ed)|suits?|would suit|pleased|convince[sd]|interest(?:s|ed))"
    rf" me{_A_LOT}|I (?:found|find|thought|think) (?:that|it|this) (?:is |was )?{_VERY}{_GOOD}"
    r"|I(?:['\u2019]m| am| was) (?:all for (?:that|it)|with (?:you|him|her|them)(?: there| on that)?"
    r"|(?:glad|happy|pleased) to hear (?:that|it)|impressed(?: by that)?)"
    rf"|(?:you|he|she|they)(?: (?:are|is)|['\u2019](?:re|s)) {_VERY}right"
    r"|(?:that|this) is (?:exactly |just )?how I (?:would )?(?:see|do) it(?: too)?"
    rf"|(?:(?:das|es|so|ich) )?(?:finde?|fand|halte) (?:ich )?(?:(?:das|es) )?(?:für )?{_VERY}{_GOOD}(?: so)?"
    rf"|(?:das |es )?(?:gefällt|gefiel) mir(?: (?:{_GOOD}|sehr|auch|so|ganz|besonders))*"
    rf"|das hat m(?:ir|ich) {_VERY}(?:gut )?(?:gefallen|beeindruckt|überzeugt|gefreut|angesprochen)"
    r"|(?:(?:das|so|ich) )?(?:sehe?|denke?|dachte) (?:ich )?(?:(?:das|es) )?"
    r"(?:(?:auch|genauso|genau|ganz|so|ähnlich)\b ?)+"
    rf"|(?:das )?(?:stimmt|passt|klingt {_VERY}{_GOOD}|leuchtet mir ein|macht sinn|ergibt sinn"
    r"|(?:überzeugt|freut|beeindruckt|interessiert|reizt) mich|spricht mich an)"
    rf"|das (?:ist|war) {_VERY}{_GOOD}(?: so)?|genau(?: so)?|(?:ganz |auch )?meine meinung|gute idee|ich auch"
    r"|geht mir (?:auch|genauso)(?: so)?|volle zustimmung"
    r"|da (?:bin ich|hat \w+|haben sie|hast du)(?: (?:ganz|völlig|sehr|absolut))*(?: (?:bei \w+|recht|dabei"
    r"|deiner meinung|ihrer meinung))?"
    r"|(?:da )?stimme ich (?:\w+ )?zu"
    r"|(?:(?:ich habe|ich hab|habe ich|hab ich|habe|hab) )?(?:(?:es|das) )?(?:\w+ ){0,2}?(?:immer|bisher|auch)"
    r" (?:\w+ )?so gehalten|(?:ich )?(?:würde|möchte|will) (?:ich )?daran (?:\w+ ){0,4}nichts ändern"
    r"|(?:ich )?bleibe (?:ich )?dabei|dabei bleibe ich)"
)
_CONVENIENT = re.compile(
    r"(?i)\b(?:rest days?|days? off|shift patterns?|commut\w+|parking|home office|(?:my|our|two|three) (?:\w+ )?"
    r"(?:children|kids|toddlers?|daughters?|sons?)|freie[nrs]? tage?|urlaub(?!er)\w*|wochenend\w*|gleitzeit|homeoffice"
    r"|parkplatz|(?:meine?|unsere?) (?:\w+ )?(?:kinder|tochter|sohn)|pendel\w*|abends zu hause)\b"
)
_OF_ONESELF = re.compile(r"(?i)\b(?:I|we|my|mine|our|ours|me|us|ich|wir|mein\w*|mir|mich|uns\w*)\b")
_ENOUGH = 6  # words by which a thought says something without


def only_approves(thought: str) -> bool:
    """Whether a thought says no more than that one likes it, or sees it so, too."""
    parts = re.split(
        r"\s*[,.;:!\u2013\u2014-]+(?:\s+|$)|\s+(?:and|und)\s+", " ".join(thought.split())
    )
    said = [part for part in parts if part]
    return bool(said) and all(_APPROVES.fullmatch(part) for part in said)


def is_convenience(thought: str) -> bool:
    """Whether a thought is on what is convenient for who applies: their days off, their way to work."""
    return _CONVENIENT.search(thought) is not None


def says_of_oneself(thought: str) -> bool:
    """Whether a thought tells of who thought it, or says at least as much: “erst einmal abwarten” does neither."""
    return bool(_OF_ONESELF.search(thought)) or len(thought.split()) >= _ENOUGH


def says_yes(thought: str) -> bool:
    """Whether an answer begins with a yes: “yes I can, I asked my wife”."""
    return re.match(r"(?i)(?:yes|ja|oui|sí)\b", thought.strip()) is not None
