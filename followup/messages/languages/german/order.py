"""The order of German words behind “dass” and in a question told, and nouns typed small: what is not sure stays."""

import re

from followup.messages.languages.frames import word_set
from followup.prose.word_lists import word_list

COMMA = re.compile(
    r"(?<=\w)(?<!\bund)(?<!\boder)(?<!\bals)(?<!\bauch)(?<!\bnur)(?<!\bselbst)(?<!\berst)(?<!\bso)(?<!\bwie)"
    r"(?<!\bbis)(?<!\bab)(?<!\bseit)(?<!\bohne)(?<!\bstatt)(?<!\baußer) (?=(?:wenn|weil|dass|ob|obwohl|wann|warum)\s)"
)
"""Where one forgets a comma: “… umgehe wenn ein Amt nicht antwortet”."""
_ONE = word_set("wir ihr man jeder jede jedes niemand alle es sie keiner")
_FINITE = word_list("german_verbs")
_MODAL = word_set(
    "kann können muss müssen soll sollen sollte sollten darf dürfen will wollen wird werden möchte möchten würde würden"
)
_PREFIXES = word_set(
    "an auf aus ab ein mit vor zu los nach weg zurück um bei hin her zusammen weiter statt durch fest"
)
_INFINITIVES = word_set("werden haben sein")
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
    last = words[-1] if words and words[-1].islower() else ""
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


_NO_VERBS = word_set(
    "gut oft nicht leicht laut schlecht recht fest direkt echt bunt alt kalt klein allein"
    " fein rein eigen offen selten selbst"
)
_ENDS_IN_NO_VERB = re.compile(r"(?:ig|lich|isch|bar|sam|los|haft|voll)$")


def has_a_verb(clause: str) -> bool:
    """Whether what follows “dass” ends in what may be a verb, in one of its parts at least: in no noun or adjective."""
    ends = [part.split()[-1] for part in clause.split(",") if part.split()]
    return any(
        end[:1].islower() and end not in _NO_VERBS and not _ENDS_IN_NO_VERB.search(end)
        for end in ends
    )


_ASKED_DIRECTLY = re.compile(
    r"(?i)^((?:wie|was|warum|wann|wo|woran|womit|wofür|worauf|weshalb|wieso|welche[nmrs]?)(?: [\wäöüÄÖÜß-]+){0,3}?)"
    r" (\w+) (Sie|du|ich|wir)\b(.*)$"
)
_IS_A_QUESTION = re.compile(
    r"(?i)(?:(?:in|mit|auf|für|an|bei|bis|ab|seit|vor|nach|zu|von|aus) )?(?:wie|was|we[rnm]|wo\w*|warum|wann|ob"
    r"|welche\w*|weshalb|wieso)\b"
)
_IS_DIRECT = re.compile(
    r"(?i)^(?:haben|hast|können|kannst|würden|würdest|sind|bist|wären|wärst|möchten|kennen|kennst) (?:Sie|du)\b"
)


def is_a_question(text: str) -> bool:
    """Whether it follows “Sie haben mich gefragt”, and is no thing like “Umgang mit Kritik”."""
    return text.endswith("?") or bool(_IS_A_QUESTION.match(text))


def question_told(text: str) -> str:
    """A question as it is told: “wie gehe ich mit Stress um” is “wie ich mit Stress umgehe”.

    One that was put to me in its own words and lacks its mark gets it.
    """
    if text.endswith("?"):
        told = question_told(text.rstrip("?"))
        return text if told.endswith("?") or told == text.rstrip("?") else told
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
    return " ".join([found[1][0].lower() + found[1][1:], "ich", *words, verb]) + comma + tail


# --- a thing typed in small letters ---

_A_FEW_WORDS = 6
_SHORT_NAMES = re.compile(
    r"(?i)\b(cnc|sap|edv|hplc|crm|erp|api|datev|cad|kfz|lkw|pkw|op)\b(?: (?=(?-i:[A-ZÄÖÜ])))?"
)
_SMALL = word_list("german_small")


def written_large(thing: str) -> str:
    """A thing typed all in small letters with its nouns large: “die neue cnc fräse” is die neue CNC-Fräse."""
    if thing != thing.lower() or "," in thing or len(thing.split()) > _A_FEW_WORDS:
        return thing
    words = thing.split()
    ends = [n for n, word in enumerate(words) if word not in _SMALL]
    nouns = {n for n in ends if n + 1 not in ends}
    large = " ".join(w[0].upper() + w[1:] if n in nouns else w for n, w in enumerate(words))
    return _SHORT_NAMES.sub(lambda m: m[1].upper() + "-" * m[0].endswith(" "), large)
