"""German sentences as one types them in a hurry: “haben wir auch so gemacht”, “wir arbeiten immer zu zweit”.

What is surely a sentence without its subject gets one, a main clause behind “dass” its verb at the end; what is not
sure stays as it is.
"""

import re

from followup.messages.languages.frames import word_set
from followup.messages.languages.german_things import talked_about
from followup.messages.languages.thoughts import is_german_sentence, tidied
from followup.prose.word_lists import word_list

_PREPOSITIONAL = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Mm]it|[Aa]uf|[Aa]us|[Vv]on|[Vv]om|[Aa]n|[Aa]m|[Ff]ür|[Ss]eit|[Vv]or|[Nn]ach|[Zz]u"
    r"|[Zz]um|[Zz]ur|[Aa]ls|[Üü]ber|[Uu]nter|[Nn]eben|[Oo]hne|wie)(?: \w+){0,2}? [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*"
)
_I_DO = word_set(
    "habe hab hatte bin war kenne arbeite leite führe führte baue baute betreue kam lernte mache machte würde"
    " möchte finde fand koche kochte fahre fuhr pflege unterrichte schreibe nutze mag mochte spreche freue weiß"
    " versuche versuchte programmiere plane plante denke glaube hätte könnte sehe wohne helfe half bringe"
)
_SHORT = re.compile(
    r"(?i)(?<=\bich )(?:hab|kenn|mach|würd|denk|glaub|find)\b|\b(?:hab|kenn|mach|würd|find)(?= ich\b)"
    r"|^(?:hab|kenn|mach|würd)\b"
)
_WE_DO = word_set("haben hatten machen machten kennen nutzen arbeiten würden hätten führten")
_SO_IT_WAS = re.compile(
    r"(?i)^(?:war|ist|wäre|lief|läuft|ging|geht|klappte)\b(?= (?:bei|in|im|auf|an|am|dort|da|genau|genauso|auch"
    r"|ähnlich|immer|früher|so|damals|mein|für)\b|.*\b(?:auch so|genauso|ähnlich|nicht anders)\b)"
)
_VERB_FIRST = re.compile(
    r"(?i)^(hab|habe|haben|hatte|hatten|kenne?|kennen|mache?|machen|machte|machten|fand|finde|würde|würden|mag|mochte"
    r"|nutzen|lernte|lernten|sehe|sehen|könnte|konnte) (ich|wir)\b(.*)$"
)
_PARTICIPLE = re.compile(
    r"(?:\w*ge\w{2,}(?:t|en)|\w{3,}iert|(?:be|ver|er|ent)\w{3,}(?:t|en)|\w*(?:unter|über)\w{3,}(?:t|en))$"
)
_WORKED = word_set(
    "gearbeitet gelebt gewohnt gejobbt geholfen mitgearbeitet gelernt studiert unterrichtet gekellnert"
)
_GONE = word_set("gewesen gefahren gereist geworden geblieben gegangen gekommen")
_IT_WENT = re.compile(
    r", (?=(?:lief|ging|klappte|war|hat|funktioniert\w*|läuft|geht|klappt)"
    r" (?:super|gut|prima|bestens|sehr|richtig|toll|auch gut|immer gut)\b)"
)
_I_BEHIND = re.compile(
    r", (?=(?:war|hatte|habe|bin|mache|machte|konnte|musste|durfte|kenne|arbeite|lerne|würde|mag)"
    r" (?!ich\b|wir\b|es\b|das\b))"
)
_AT_MOST_SO_MANY = re.compile(r"\bmax\.? (?=\d)")
_A_GERMAN_NAME = re.compile(r"[A-ZÄÖÜ][\wäöüß-]+")
_A_THING_OF_MINE = re.compile(
    r"(?i)^(?:meine|unsere|die|das|diese|dieses)\s"
)  # which is called the same behind “an”
_A_TIME = re.compile(r"(?i)^(?:\d+|\w+) (?:jahre?|monate?)\b")
_OF_ONES_OWN = re.compile(r"(?i)\b(?:ich|wir|mir|mich|mein\w*)\b")
_HOW_LONG = re.compile(
    r"(?:\b\w+ )?(?:Jahre?|Monate?|Wochen?|Tage?|Winter|Sommer|Mal|Male|Saison|Saisons|Semester)\b(?: lang)?"
)
_EXPERIENCE = re.compile(
    r"(?i)^(?:eigene |viel |lange |etwas |auch )?(?:erfahrung(?:en)?|praxis|routine|übung)\b"
)


def _has_an_object(rest: str) -> bool:
    """Whether a noun stands there by itself, behind no preposition."""
    return bool(_A_GERMAN_NAME.search(_HOW_LONG.sub(" ", _PREPOSITIONAL.sub(" ", rest))))


def whole_thought(typed: str) -> str:
    """A thought as a sentence of its own where it surely makes one; else ""."""
    tie = _AT_MOST_SO_MANY.sub("höchstens ", _SHORT.sub(r"\g<0>e", tidied(typed)))
    tie = _I_BEHIND.sub(", ich ", _IT_WENT.sub(" und es ", tie))
    if found := _VERB_FIRST.match(tie):
        verb, who, rest = found[1].lower(), found[2].lower(), found[3]
        first, _, _ = rest.partition(" und es ")
        named = _has_an_object(first) or re.search(r"\b(?:das|es|so etwas)\b", first)
        return f"{who.capitalize()} {verb}{rest}" if named else f"Das {verb} {who}{rest}"
    if _SO_IT_WAS.match(tie):
        return f"Das {tie[0].lower()}{tie[1:]}"
    first, _, rest = tie.partition(" ")
    small = first.lower()
    if small in _I_DO and not re.match(r"(?i)(?:ich|wir|man|es|sie|er)\b", rest):
        return f"Ich {small} {talked_about(rest) if ' ' not in rest else rest}" if rest else ""
    if small in _WE_DO and rest and not re.match(r"(?i)(?:wir|sie|die|man)\b", rest):
        return f"Wir {small} {rest}"
    if is_german_sentence(tie) and not _NO_SUBJECT_YET.match(tie):
        return tie
    return _by_its_end(tie)


_NO_SUBJECT_YET = re.compile(
    r"(?i)^(?:auch|schon|selbst|selber)\s(?!\w+ ich\b|\w+ wir\b)(?!.*\b(?:ich|wir)\b)"
)


def _by_its_end(tie: str) -> str:
    """“beim Bund gelernt” as “Das habe ich beim Bund gelernt”."""
    last = tie.rsplit(" ", 1)[-1].strip(",.;")
    before, _, _ = tie.rpartition(" ")
    if (
        not before
        or re.search(r"[,:;?!]", tie)
        or re.search(r"(?i)\b(?:ich|wir|er|sie|man|es|ist|sind|war)\b", tie)
    ):
        return ""
    if not (last.islower() and _PARTICIPLE.search(last)):
        return ""
    said = (
        f"{tie[0].lower()}{tie[1:]}"
        if not _A_GERMAN_NAME.match(tie) or _PREPOSITIONAL.match(tie)
        else tie
    )
    if last in _GONE:
        return f"Ich bin {said}"
    if (last in _WORKED and last != "gelernt") or _has_an_object(before):
        return f"Ich habe {said}"
    return f"Das habe ich {said}"


def thought_said(typed: str) -> str:
    """What the user brings as a sentence of their own; "" where it is none."""
    tie = tidied(typed)
    if said := whole_thought(tie):
        return said
    if (_A_TIME.match(tie) or _EXPERIENCE.match(tie)) and not _OF_ONES_OWN.search(tie):
        return f"Ich bringe {tie if _EXPERIENCE.match(tie) else tie[0].lower() + tie[1:]} mit"
    if not _A_THING_OF_MINE.match(tie):
        return ""
    thing, comma, of_it = tie.partition(",")
    return f"Ich dachte dabei an {thing[0].lower()}{thing[1:]}{comma}{of_it}"


# --- the order of words behind “dass” and in a question told ---

_ONE = word_set("wir ihr man jeder jede jedes niemand alle es sie keiner")
_FINITE = word_list("german_verbs")
_MODAL = word_set(
    "kann können muss müssen soll sollen sollte sollten darf dürfen will wollen wird werden möchte möchten würde würden"
)
_PREFIXES = word_set(
    "an auf aus ab ein mit vor zu los nach weg zurück um bei hin her zusammen weiter statt durch fest"
)
_INFINITIVES = word_set("werden haben sein")
_WITH_AN_I = {"fängt": "anfängt"}
_PRONOUNS = word_set("wir ihr sie man es alle")
_A_WHEN_OR_WHERE = re.compile(
    r"(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|nachts|morgens|abends|mittags|hier|dort|oft"
    r"|manchmal|meistens|immer|jeden \w+|jede \w+|einmal im \w+|alle (?:paar |zwei |drei )?\w+"
    r"|(?:im|am|beim|bei|in|vor|nach|zum) (?:\w+ ){0,2}?[A-ZÄÖÜ]\w+|bei uns)"
)
_AT_MOST = 4  # words before a verb that stands second


def verb_last(text: str) -> str:
    """The end of a clause behind “dass”: “wir arbeiten immer zu zweit” is “wir immer zu zweit arbeiten”."""
    head, comma, tail = text.partition(",")
    words = head.split()
    at = next(
        (
            n
            for n, word in enumerate(words[: _AT_MOST + 1])
            if n and word.casefold() in _FINITE and word.islower()
        ),
        0,
    )
    last = words[-1].casefold() if words else ""
    if not at or at == len(words) - 1 or not _one_thing(words[:at]):
        return text
    infinitive = last in _INFINITIVES and words[at] in _MODAL
    if last in _FINITE and last not in _PREFIXES and not infinitive and words[at] not in _MODAL:
        return text
    verb, before, behind = words[at], words[:at], words[at + 1 :]
    if behind[0].casefold() in _PRONOUNS and words[0].casefold() not in _ONE:
        before, behind = [behind[0], *before], behind[1:]
    if last in _PREFIXES and len(behind) > 1 and verb not in _MODAL:
        verb, behind = f"{last}{verb}", behind[:-1]
    return " ".join([*before, *behind, verb]) + comma + tail


def _one_thing(words: list[str]) -> bool:
    """Whether the words before a verb are one part of its clause: “wir”, “neue Kolleginnen”, “am Montag”."""
    if _A_WHEN_OR_WHERE.fullmatch(" ".join(words)):
        return True
    if len(words) == 1:
        return words[0].casefold() in _ONE or words[0][:1].isupper()
    return (
        words[0].casefold() not in _ONE
        and words[-1][:1].isupper()
        and not any(w[:1].isupper() for w in words[1:-1])
    )


_ASKED_DIRECTLY = re.compile(
    r"(?i)^((?:wie|was|warum|wann|wo|woran|womit|wofür|worauf|weshalb|wieso|welche[nmrs]?)(?: [\wäöüÄÖÜß-]+){0,3}?)"
    r" (\w+) (Sie|du|ich|wir)\b(.*)$"
)
_IS_DIRECT = re.compile(
    r"(?i)^(?:haben|hast|können|kannst|würden|würdest|sind|bist|wären|wärst|möchten|kennen|kennst) (?:Sie|du)\b"
)


def asked(text: str) -> str:
    """A question as it is told: “wie gehe ich mit Stress um” is “wie ich mit Stress umgehe”.

    One that was put to me in its own words and lacks its mark gets it.
    """
    if text.endswith("?"):
        return text
    if _IS_DIRECT.match(text):
        return f"{text}?"
    found = _ASKED_DIRECTLY.match(text)
    verb = found[2].lower() if found else ""
    if not found or found[2] != verb or not re.search(r"(?:e|en|st|bin|sind|hab|mag)$", verb):
        return text
    if found[3] in ("Sie", "sie", "du", "Du", "wir"):
        return f"{text}?"
    rest, comma, tail = found[4].partition(",")
    words = rest.split()
    if words and words[-1].casefold() in _PREFIXES:
        verb, words = f"{words[-1]}{verb}", words[:-1]
    return " ".join([found[1], "ich", *words, verb]) + comma + tail


# --- a thing typed in small letters ---

_A_FEW_WORDS = 6
_SHORT_NAMES = re.compile(
    r"(?i)\b(cnc|sap|edv|hplc|crm|erp|api|datev|cad|kfz|lkw|pkw|op)\b(?: (?=(?-i:[A-ZÄÖÜ])))?"
)
_SMALL_WORDS = re.compile(
    r"(?:in|im|bei|beim|mit|auf|aus|von|vom|an|am|für|seit|vor|nach|zu|zum|zur|unter|über|und|ohne|de[rnms]|die|das"
    r"|ein\w*|mein\w*|unser\w*|ihr\w*|wie|was|wer|ob|dass|warum)"
)


def written_large(thing: str) -> str:
    """A thing typed all in small letters with its nouns large: “die neue cnc fräse” is die neue CNC-Fräse."""
    if thing != thing.lower() or "," in thing or len(thing.split()) > _A_FEW_WORDS:
        return thing
    words = thing.split()
    ends = [n for n, word in enumerate(words) if not _SMALL_WORDS.fullmatch(word)]
    nouns = {n for n in ends if n + 1 not in ends}
    large = " ".join(w[0].upper() + w[1:] if n in nouns else w for n, w in enumerate(words))
    return _SHORT_NAMES.sub(lambda m: m[1].upper() + "-" * m[0].endswith(" "), large)
