"""German as it is typed in a hurry: nouns typed small get their capital, forgotten commas stand where they are sure."""

import re

from followup.messages.languages.german.nouns import is_noun, may_be_noun
from followup.prose.word_lists import word_list, word_set

_CLAUSES = re.compile(
    r"(?<=\w)(?<!\bund)(?<!\boder)(?<!\bals)(?<!\bauch)(?<!\bnur)(?<!\bselbst)(?<!\berst)(?<!\bso)(?<!\bwie)"
    r"(?<!\bbis)(?<!\bab)(?<!\bseit)(?<!\bohne)(?<!\bstatt)(?<!\baußer)(?<!\bsondern)"
    r" (?=(?:wenn|weil|dass|ob|obwohl|wann|warum|bevor|nachdem|sobald|solange|falls|sodass)\s)"
)
"""Where one forgets a comma: “… umgehe wenn ein Amt nicht antwortet”."""
_LEARNT_HOW = re.compile(
    r"\b(gemerkt|gelernt|gesehen|erlebt|verstanden|gefragt|weiß|weiss|wissen|sehe|merke|zeigt|fragt|egal)"
    r" (?=(?:wie|was|wo|wer|warum|woran)\b)"
)
_IN_ORDER_TO = re.compile(
    r"(?<=[a-zäöüß]) (?=um (?:[\wäöüß-]+ ){1,5}?(?:zu [a-zäöüß]+n|\w+zu\w+en)$)"
)
_NO_ADVERB = "(?!(?:nicht|oft|selbst|gut|zuerst|erst|fast|meist|sonst|laut|recht|heute|gerne)\\b)"
_WHO_DOES = re.compile(
    rf"(?i)^(wer (?:\w+ ){{0,3}}?{_NO_ADVERB}\w+[te]) (?=(?:{_NO_ADVERB}[a-zäöü]+t|wird|muss|darf|soll|kann)\b .)"
)
_IF_THEN = re.compile(
    r"(?i)^(wenn (?:\w+ ){1,5}?\w+t(?= \w+(?:en|t) (?:wir|man|ich|er|sie|es|alle|jeder|keiner)\b)"
    r"|(?:seit|seitdem|wenn|als|weil) [^,]*?\b(?:bin|habe|war|hatte|kann|muss|\w+te)(?= \w+e? ich\b)) "
)
_THE_ONE = re.compile(
    r"(?i)\b((?:einzige[nr]?|erste[nr]?|jemand|einer|typ|mensch|leute)) (?=(?:der|die|das) (?:\w+ ){0,6}?\w+[te]n?$)"
)


_WHOM = re.compile(
    r"(?<!\ban)(?<!\bauf)(?<!\bmit)(?<!\bvon)(?<!\bbei)(?<!\bzu)(?<!\bfür)(?<!\büber)(?<!\bum)"
    r" (?=(?:we[nm]|was) (?:wir|man|sie|er|ich|ihr)\b)"
)
_LEFT_BEHIND = re.compile(
    r"(?<=\w )(um|an|ein|aus|vor|ab|los|auf) (?=(?:der|die|das) (?:[a-zäöüß]+ ){1,5}?"
    r"(?:[a-zäöü]+t|will|kann|muss|ist)$)"
)  # “wie geht man mit einem Azubi um der nicht will”


def with_commas(text: str) -> str:
    """It with the commas before its clauses that were left out."""
    text = _IN_ORDER_TO.sub(", ", _LEARNT_HOW.sub(r"\1, ", _CLAUSES.sub(", ", text)))
    text = _WHOM.sub(", ", _LEFT_BEHIND.sub(r"\1, ", text))
    return _THE_ONE.sub(r"\1, ", _IF_THEN.sub(r"\1, ", _WHO_DOES.sub(r"\1, ", text)))


_OF_IT = re.compile(
    r"(?<=\w) (?=(?:(?:in|an|auf|bei|mit|für|von|zu|aus|über|um|nach) )?"
    r"(?:der|die|das|dem|den|denen|deren|dessen|wo)"
    r" (?:[\wäöüß-]+ ){0,7}(?:[a-zäöüß]+(?:t|te|en|ern|eln)|sind|war|muss|kann|will|soll|darf)$)"
)
_A_LINK = word_set(
    "und oder über für von mit in an auf bei zu aus um nach vor seit gegen ohne durch der die das den dem des"
)


def with_its_clause_apart(thing: str) -> str:
    """A thing with the comma before the clause that tells of it: “die alte CNC, an die keiner ran will”."""
    found = None if "," in thing else _OF_IT.search(thing)
    before = thing[: found.start()].rsplit(" ", 1)[-1] if found else ""
    if found is None or before in _A_LINK or before[:1].islower():
        return thing
    return f"{thing[: found.start()]}, {thing[found.end() :]}"


# --- capitals ---

_SMALL_WORD = re.compile(r"(?<![\w-])[a-zäöüß]{3,}(?![\w-])")
_NOUNED = re.compile(
    r"\b(?:(?<=jedes )mal|(?<=als )erstes|(?<=als )nächstes"
    r"|(?<=das )(?:wichtigste|schönste|beste|schwerste|schwierigste)(?= (?:ist|war|bisher)|[,.]|$)"
    r"|(?<=(?:die|der) )einzige(?=[,.]|$| d(?:er|ie|as)\b))"
)
_OF_ONESELF = re.compile(r"(?i)\bich $|^ ich\b")  # “ich berichte”, “berichte ich”
_BEFORE_A_NOUN = re.compile(
    r"(?i)\b(?:im|am|zum|zur|beim|vom|ins|(?:(?:k|m|d|s)?ein|unser|jed|dies)(?:e[nmrs]?)?|eur?e[nmrs]?|viele|mehrere"
    r"|einige|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|\d{1,3}) $"
)
_NO_NOUN = word_set("paar bisschen mal wenig mehr gut recht")


def nouns_large(text: str) -> str:
    """A text with the nouns large that are surely some: “man darf fehler machen” is man darf Fehler machen."""
    text = _SMALL_WORD.sub(lambda m: m[0].capitalize() if _stands_as_noun(m) else m[0], text)
    return _NOUNED.sub(lambda m: m[0].capitalize(), text)


def _stands_as_noun(found: re.Match[str]) -> bool:
    """Whether a small word is a noun where it stands; what may be a verb, too, behind what only a noun follows."""
    word, before, behind = found[0], found.string[: found.start()], found.string[found.end() :]
    if word in _NO_NOUN or _OF_ONESELF.search(before) or _OF_ONESELF.search(behind):
        return False
    if is_noun(word):
        return True
    following = re.match(r" ([\wäöüß-]+)", behind)
    alone = not following or not (following[1][0].isupper() or is_noun(following[1]))
    return alone and _BEFORE_A_NOUN.search(before) is not None and may_be_noun(word)


_A_FEW_WORDS = 6
_SHORT_NAMES = re.compile(
    r"(?i)\b(cnc|sap|edv|hplc|crm|erp|api|datev|cad|kfz|lkw|pkw|op)\b(?: (?=(?-i:[A-ZÄÖÜ])))?"
)
_SMALL = word_list("german_small")


def written_large(thing: str) -> str:
    """A thing typed all in small letters with its nouns large: “die neue cnc fräse” is die neue CNC-Fräse.

    Of one typed small at its head alone that head: “umzug nach Halle 3”.
    """
    words = thing.split()
    if thing != thing.lower():
        head, behind = words[0], words[1] if len(words) > 1 else "in"
        alone = head.isalpha() and head.islower() and head not in _SMALL and behind in _SMALL
        return f"{head.capitalize()}{thing[len(head) :]}" if alone else nouns_large(thing)
    if "," in thing or len(words) > _A_FEW_WORDS:
        return nouns_large(thing)
    ends = [n for n, word in enumerate(words) if word not in _SMALL]
    nouns = {n for n in ends if n + 1 not in ends}
    large = " ".join(w[0].upper() + w[1:] if n in nouns else w for n, w in enumerate(words))
    return _SHORT_NAMES.sub(lambda m: m[1].upper() + "-" * m[0].endswith(" "), large)
