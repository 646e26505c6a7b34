"""The order of German words behind “dass”: where the verb stands, and whether that is sure."""

import re

from followup.messages.languages.german.nouns import is_verb
from followup.messages.languages.german.verbs import FINITE, MODAL, PREFIXES, is_participle
from followup.prose.word_lists import word_list, word_set

_ONE = word_set("wir ihr man jeder jede jedes niemand alle es sie keiner")
WHO = word_set(
    "ich wir man ihr sie mich uns euch niemand jemand keiner jeder"
)  # no nouns: “die Zeit, in der ich lernte”
LINKS = word_list("german_links")
_SEPARATED = PREFIXES - word_set("mit bei nach statt durch weiter zusammen weg")
"""Those that end a clause as nothing but what its verb has left behind: “Kunden rufen direkt bei uns an”."""
_INFINITIVES = word_set("werden haben sein")
_PRONOUNS = word_set("wir ihr sie man es alle sich")
_A_WHEN_OR_WHERE = re.compile(
    r"(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|nachts|morgens|abends|mittags|hier|dort|oft"
    r"|manchmal|meistens|immer|jeden \w+|jede \w+|einmal im \w+|alle (?:paar |zwei |drei )?\w+"
    r"|(?:im|am|beim|bei|in|vor|nach|zum) (?:\w+ ){0,2}?[A-ZÄÖÜ]\w+|bei uns)"
)
_SOME = (
    "die meisten",
    "die anderen",
    "die einen",
    "die alten",
    "die jungen",
    "die kleinen",
    "die großen",
)
_A_LONG_THING = re.compile(
    r"(?:der|die|das|unser\w*) (?:[a-zäöüß]+e[nr]? )?[A-ZÄÖÜ][\w-]+"
    r" (?:an|am|in|im|auf|bei|beim|für|mit|von|vom|zu|zur|zum|aus|nach)"
    r" (?:(?:der|dem|den|die|das|einer|einem) )?(?:[a-zäöüß]+en )?[A-ZÄÖÜ][\w-]+ (?=[a-zäöüß]+ )"
)  # “der Ausschuss an der neuen Linie (ist zu hoch)”
_MANY = word_set("die viele alle manche unsere")
_AT_MOST = 4  # words before a verb that stands second


def verb_last(text: str) -> str:
    """The end of a clause behind “dass”: “wir arbeiten immer zu zweit” is “wir immer zu zweit arbeiten”."""
    head, comma, tail = _split(text)
    words = head.split()
    last = words[-1] if words and words[-1].islower() else ""
    if last == "an" and {"vom", "von"} & {*words}:
        last = ""  # “vom ersten Tag an”
    at = next(
        (n for n, word in enumerate(words[: _AT_MOST + 1]) if n and _stands_second(word, last)), 0
    )
    at = at or _several_do(words)
    if (long := _A_LONG_THING.match(head)) and _stands_second(words[long[0].count(" ")], last):
        at = long[0].count(" ")
    if not at or at == len(words) - 1 or not (long or _one_thing(words[:at])):
        return text
    infinitive = last in _INFINITIVES and words[at] in MODAL
    if last in FINITE and last not in PREFIXES and not infinitive and words[at] not in MODAL:
        return text
    verb, before, behind = words[at], words[:at], words[at + 1 :]
    if behind[0].casefold() in _PRONOUNS and words[0].casefold() not in _ONE:
        before, behind = [behind[0], *before], behind[1:]
    if last in PREFIXES and len(behind) > 1 and verb not in MODAL:
        verb, behind = f"{last}{verb}", behind[:-1]
    return " ".join([*before, *behind, verb]) + comma + tail


def _split(text: str) -> tuple[str, str, str]:
    """What ends with the verb, and what follows it: a clause, “statt …”, or “auch die Website”."""
    found = re.search(
        r",| (?:statt|anstatt) |(?<= selber| selbst) auch (?=(?:die|den|das|der) [A-ZÄÖÜ]\w+$)",
        text,
    )
    if found is None:
        return text, "", ""
    between = ", auch " if found[0] == " auch " else found[0]
    return text[: found.start()], between, text[found.end() :]


def _stands_second(word: str, last: str) -> bool:
    """Whether a word is a verb that may stand second; before a last “an” or “vor” any that looks like one."""
    if not word.islower():
        return False
    apart = last in _SEPARATED and re.fullmatch(r"[a-zäöüß]{3,}(?:en|t)", word)
    plain = re.fullmatch(r"[a-zäöüß]{3,}t", word) and is_verb(word) and not is_participle(word)
    return word in FINITE or bool((apart or plain) and word not in _NO_VERBS)


def _several_do(words: list[str]) -> int:
    """Where the verb stands behind “wir”, or several of something (“die Dienstpläne hängen …”); 0 where none does."""
    begun, noun = [*words, "", ""][:2]
    at = 1 if begun.casefold() == "wir" else 2 * (begun.casefold() in _MANY and noun[:1].isupper())
    verb = words[at] if at < len(words) else ""
    does = re.fullmatch(r"[a-zäöüß]{4,}n", verb) is not None and is_verb(verb)
    return at if does and not (words[-1] in FINITE or is_verb(words[-1])) else 0


def _one_thing(words: list[str]) -> bool:
    """Whether the words before a verb are one part of its clause: “wir”, “neue Kolleginnen”, “am Montag”."""
    if _A_WHEN_OR_WHERE.fullmatch(" ".join(words)):
        return True
    if " ".join(words) in _SOME or (words[0] == "ihr" and words[1:] and words[1][:1].isupper()):
        return len(words) <= 2  # noqa: PLR2004 (“ihr Mann”)
    if len(words) == 1:
        return words[0].casefold() in _ONE or words[0][:1].isupper()
    if len(words) == 2 and words[0].casefold() in ("jeder", "jede", "jedes"):  # noqa: PLR2004 (“jeder Monteur”)
        return words[1][:1].isupper()
    return (
        words[0].casefold() not in _ONE
        and words[-1][:1].isupper()
        and not any(w[:1].isupper() for w in words[1:-1])
    )


_NO_VERBS = word_set(
    "gut oft nicht leicht laut schlecht recht fest direkt echt bunt alt kalt klein allein"
    " fein rein eigen offen selten selbst heute gestern morgen oben unten innen außen draußen drinnen dort sonst jetzt"
    " zusammen überhaupt bestimmt"
)
_ENDS_AS_A_VERB = re.compile(r"(?:[tn]|te|de|äre)$")
_OF_MINE = re.compile(r"\bich\b")


def has_a_verb(clause: str) -> bool:
    """Whether what follows “dass” ends in what may be a verb, in one of its parts at least: in no noun or adjective."""
    mine = _OF_MINE.search(clause)
    ends = [
        part.split()[-1]
        for part in re.split(r",| als | wie | statt | und (?=nicht |kein|dann |danach )", clause)
        if part.split()
    ]
    return any(
        end[:1].islower()
        and end not in _NO_VERBS
        and (end in FINITE or _ENDS_AS_A_VERB.search(end) or (mine and end.endswith("e")))
        for end in ends
    )


_GOES_ON = word_set("und oder als wie")
_HELPS = word_set(
    "ist sind sei seien wird werden hat haben habt seid war waren wurde wurden hatte hatten bin"
)
_BEGINS_A_SENTENCE = re.compile(
    r"(?i)(?:wenn|falls|sobald|wer|wo) [^,]+, (?:\w+t|\w+en|ist|hat|muss|kann|darf) |\w+ (?:habe|habt|bin|seid) ja\b"
    r"|(?:zuerst|erst|nie|immer|lieber|einfach|nicht) (?:[\w-]+ ){0,4}[a-zäöü]+en(?:,|$)"
)

_ONE_MORE = re.compile(
    r", (?:das|so|da|dann|deshalb|dafür) (?:ist|sind|war|macht|geht|hat|kommt|gibt) "
)


def is_main_clause(text: str) -> bool:
    """Whether a text is surely no end of a clause behind “dass”: “wer fragt, wird nicht ausgelacht”."""
    if _BEGINS_A_SENTENCE.match(text) or _ONE_MORE.search(text):
        return True
    for part in text.split(","):
        words = part.split()
        helped = [n for n, word in enumerate(words[:-1]) if word in _HELPS]
        if helped and is_participle(words[-1]) and not _GOES_ON & {*words[helped[-1] :]}:
            return True
    words = text.partition(",")[0].split()
    if not words or words[-1] in _SEPARATED:
        return bool(words)
    at = next((n for n, w in enumerate(words[: _AT_MOST + 1]) if n and _stands_second(w, "")), 0)
    if not at or at > len(words) - 2 or not _one_thing(words[:at]):
        return False
    return words[-1] not in FINITE or (words[at] in _HELPS | MODAL and words[-2] == "und")
