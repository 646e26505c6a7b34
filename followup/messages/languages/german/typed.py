"""German as it is typed in a hurry: nouns typed small get their capital, forgotten commas stand where they are sure."""

import re
from collections.abc import Sequence

from followup.messages.languages.german import compounds
from followup.messages.languages.german.nouns import (
    are_given,
    ends_as_noun,
    gender_of,
    is_noun,
    is_plural,
    is_small,
    is_verb,
    may_be_noun,
    weak_ones_bent,
)
from followup.messages.languages.german.order import LINKS, WHO
from followup.messages.languages.german.short import OF_ME
from followup.messages.languages.german.verbs import FINITE, MODAL, is_finite
from followup.prose.word_lists import word_rows, word_set

_MORE_CLAUSES = re.compile(
    r"(?<=\w)(?<!\bund)(?<!\boder)(?<!\baber)"
    r" (?=(?:(?:auch|selbst|vor allem|besonders|gerade|außer) (?:wenn|weil)\s|sondern\s"
    r"|(?<!\bes )(?<!\bdas )(?<!\bich )(?<!\bwas )aber (?:es|ich|wir|das|die|der|man|dann|da|jetzt|inzwischen)\s"
    r"|(?<!\bda )wo (?:man|ich|wir|es|alle|keiner|jeder|der|die|das|den)\s|(?:in|mit|auf|an|bei|für|zu"
    r"|von|aus) welche[nmrs]?\s|was [^,]* (?:angeht|betrifft)$"
    r"|dann (?:lief|ging|war|kam|hat|ist|läuft|geht|kommt) (?:es|das|ich|alles)\b"
    r"|also (?:\d|seit|schon|rund)|bis (?:ich|wir|man|es|alle|jeder)\s|seit (?:ich|wir)\s))"
)
"""“… gemacht auch wenn ich falsch lag”: what goes with such a word stands behind the comma, too."""
_THAT_TOO = re.compile(
    r"(?<=\w) (auch|vor allem|nur|erst)(?: (?=dass\s)|(?<=nur|rst) (?=(?:wenn|weil)\s))"
)
_FOUND_THAT = re.compile(
    r"(?i)\b((?:finde?|fand|denke|glaube|hoffe|weiß|gemerkt|gelernt|froh)(?: (?:gut|schön|wichtig|toll"
    r"|super|klasse))?)"
    r",? das (?=(?:ich|wir|ihr|man|sie|er|es|jeder|alle|niemand|keiner) )"
)


_I_SUPPOSE = re.compile(r"(?<=[a-zäöüß\d]) ((?:glaube|denke|schätze|vermute) ich) (?=\w)")
_COMMAS: Sequence[re.Pattern[str]] = tuple(map(re.compile, word_rows("german_commas")))


def with_commas(text: str) -> str:
    """It with the commas before its clauses that were left out."""
    text = _FOUND_THAT.sub(r"\1, dass ", _THAT_TOO.sub(_that_too, _MORE_CLAUSES.sub(", ", text)))
    for where in _COMMAS:
        text = where.sub(lambda found: f"{found[0].rstrip()}, ", text)
    text = _I_SUPPOSE.sub(_set_apart, text)
    return re.sub(r",(?: ?,)+", ",", text)  # where two saw one


def _set_apart(found: re.Match[str]) -> str:
    """“ich würde mich glaube ich dazusetzen”: it stands between commas where the clause has its verb."""
    clause = re.split(r"[,:.]", found.string[: found.start()])[-1]
    does = any(is_finite(word) or OF_ME.fullmatch(word) for word in clause.split()[1:])
    return f", {found[1]}, " if does else found[0]


def _that_too(found: re.Match[str]) -> str:
    """“gut fand ich auch, dass …”; behind another “dass” it is one more of them: “…, auch dass …”."""
    more = found[1] in ("auch", "vor allem") and "dass " in found.string[: found.start()]
    return f", {found[1]} " if more else f" {found[1]}, "


# --- capitals ---

_SMALL_WORD = re.compile(r"(?<![\w-])[a-zäöüß]{3,}(?![\w-])")
_NOUNED = re.compile(
    r"\b(?:klasse(?= \d)|(?<=ten )mal(?= |$)|(?:(?<=jedes )|(?<=letzte )|(?<=erste )|(?<=nächste ))mal|"
    r"(?<=\bin )kauf|(?<=als )erstes|(?<=als )nächstes"
    r"|(?<=das )[a-zäöüß]{3,}ste(?= (?:ist|war|bisher|an|in|bei|daran|die|der|das|dass)\b|[,.]|$)"
    r"|(?<=(?:die|der) )(?:einzige|erste(?= (?:am|im) \w+ war))(?=[,.]|$| d(?:er|ie|as)\b| [ai]m\b)"
    r"|(?<=\bdie )(?:kleinen|großen|alten|jungen|neuen)(?=$|[,.]| und\b)|(?<=\bstatt )[a-zäöüß]+n$"
    r"|(?<=\bdas )[a-zäöüß]{3,}(?:en|ern|eln)(?= (?:ist|war|fällt|[a-zäöüß]+t$)\b)"
    r"|(?:(?<=\bbeim )|(?<=\bvom )|(?<=\bzum ))(?!\w+(?:e|en|er|es|em)\b)[a-zäöüß]{4,}(?! [A-ZÄÖÜ\d])\b)"
)
_OF_ONESELF = re.compile(r"(?i)\bich $|^ ich\b")  # “ich berichte”, “berichte ich”
_IN_A_PHRASE = re.compile(
    r"\b(?i:im|am|zum|zur|beim|vom|ins|(?:(?:k|m|d|s)?ein|unser|jed|dies|beid)(?:e[nmrs]?)?|eur?e[nmrs]?"
    r"|viele|mehrere"
    r"|einige|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf"
    r"|\d{1,3}) (?P<adjectives>(?:[a-zäöüß]+e[nrsm]? )*)$"
)
_BEHIND_THE = re.compile(
    r"(?i)(?:^|\b(?:in|an|auf|bei|mit|von|zu|aus|für|um|ohne|gegen|habe?|hatte|mache) )(?:de[rmn]|die|das) $"
)
_ENDS_THERE = re.compile(
    r"(?:$|,| \d| (?:in|im|an|am|auf|bei|mit|von|vom|für|zu|zum|zur|aus|und|ohne|nach|seit)\b)"
)
_AIDS = word_set(
    "ist war hat hast habt hatte bin habe haben hatten hätten waren wären wurden würden sind seine seinen"
    " ihre ihren meine meinen"
)
_PEOPLE = re.compile(
    r"(?i)(?:\b(?:keiner|jeder|dieser)|(?:^|, )einer)"
    r"(?: (?:vorher|nachher|immer|wieder|lieber|leider|früher|später))? $"
)  # “keiner macht”
_NO_NOUN = word_set(
    "anders andere anderen anderem anderer anderes einmal selbst fort fest früh miteinander gegenüber nichts viel"
    " wohl voraus los weg daheim zuhause heute jetzt"
    " total extra sowieso paar bisschen mal wenig mehr gut recht ersten zweiten dritten vierten fünften"
    " sechsten siebten achten neunten zehnten zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
)
_I_OWN = re.compile(r"\bich (?:(?:auch|noch|schon|sogar) )*$")
_OWNED = re.compile(r" (?:habe|hatte|bekomme|brauche|kenne|mag)(?=$|,| )")  # “ob ich Punkte habe”
_OF_WHERE = re.compile(r"(?i)(?:^|[ ,])(?:auf|mit|bei|aus|ohne|für|gegen) $")
_BEFORE_ITS_VERB = re.compile(
    r" (?!(?:lassen|gehen|können|wollen|müssen|werden|dürfen|sollen|lernen|helfen|haben|sein|sehen|hören"
    r"|kommen|bleiben"
    r"|würden|hätten|wären|möchten|könnten|müssten|konnten|mussten|sollten|wollten|durften|wurden|waren|hatten)\b)"
    r"[a-zäöüß]{4,}en(?: (?:können|dürfen|müssen|wollen|sollen|möchten))?$"
)  # “im Winter hallen vermieten”
_WHICH = re.compile(r"(?i)\b(?:welche[nmrs]?|wie viele|wieviele?|was für) $")
_CLIPPED = word_set(
    "stapler ortho neuro azubi azubis uni reha abi deko info infos profi profis lkw pkw"
)
_PERHAPS = 4  # letters of a word that nobody knows, and that may be a name
_SHORT_NAMES = re.compile(
    r"(?i)\b(cnc|sap|edv|hplc|crm|erp|api|datev|cad|kfz|lkw|pkw|op|qr|gps|ifrs|hgb|adr|ct|mrt|ekg|ki|abap"
    r"|wig|ihk|tüv|sql|aws"
    r"|pc|pdf|gmbh|fsj|zfa|mfa|mta|pta|seo|kpis?|vba|bim)\b(?: (?=(?-i:[A-ZÄÖÜ])(?!nternehmen online)))?"
)
_SO_A_ONE = re.compile(r"(?i)\bso eine[rs]? $")
_GOES = re.compile(r"(?:raus|rein|rauf|runter|rüber|ran)\w+t")  # “bei minus fünf rausgeht”


def nouns_large(text: str) -> str:
    """A text with the nouns large that are surely some: “man darf fehler machen” is man darf Fehler machen."""
    text = compounds.names_as_spelt(text)
    if compounds.has_its_capitals(text):
        return weak_ones_bent(_SMALL_WORD.sub(compounds.capital_if_sure, text))
    text = _SMALL_WORD.sub(lambda m: m[0].capitalize() if _stands_as_noun(m) else m[0], text)
    text = _SHORT_NAMES.sub(lambda m: m[1].upper() + "-" * m[0].endswith(" "), text)
    return weak_ones_bent(compounds.names_large(_NOUNED.sub(lambda m: m[0].capitalize(), text)))


def _stands_as_noun(found: re.Match[str]) -> bool:
    """Whether a small word is a noun where it stands; what may be a verb, too, behind what only a noun follows."""
    word, before, behind = found[0], found.string[: found.start()], found.string[found.end() :]
    if _SO_A_ONE.search(before) and is_verb(word):  # “so eine stand in der Werkstatt”
        return False
    if word in LINKS | MODAL | WHO | _NO_NOUN | _AIDS or _is_my_verb(word, before, behind):
        return False
    if may_be_noun(word) and _WHICH.search(before):
        return True
    if _I_OWN.search(before) and _OWNED.match(behind):
        return may_be_noun(word) or ends_as_noun(word)
    following = re.match(r" ([\wäöüß-]+)", behind)
    noun = following and (
        is_noun(following[1]) or (_is_adjective(word) and _is_one_there(following[1]))
    )
    described = _is_adjective(word) and _AND_A_NOUN.match(behind)  # “eine laute neunte Klasse”
    alone = not following or not (following[1][0].isupper() or noun or described)
    of_oneself = _OF_ONESELF.search(before) or _OF_ONESELF.search(behind)
    if is_noun(word) or word in _CLIPPED:
        return not is_small(word) or (alone and not of_oneself)
    if _heads_a_clause(word, before, behind) or (
        alone and _BEFORE_ITS_VERB.match(behind) and is_plural(word)
    ):
        return True
    return word not in _NO_NOUN and alone and not of_oneself and _is_phrased(word, before, behind)


_AND_A_NOUN = re.compile(r"(?: [a-zäöüß]+e[nrsm]?)+ [A-ZÄÖÜ]")


def _is_adjective(word: str) -> bool:
    """Whether it may be an adjective with its ending: “eine neue klasse”."""
    return word[-1:] == "e" and is_small(word[:-1]) and not is_verb(word[:-1])


def _is_one_there(word: str) -> bool:
    """Whether a word behind an adjective is its noun."""
    return (may_be_noun(word) or not is_small(word)) and not is_verb(word)


def _is_phrased(word: str, before: str, behind: str) -> bool:
    """Whether a word that may be a noun stands where one must: behind an article, or behind “auf” or “bei”."""
    known = may_be_noun(word) or ends_as_noun(word)
    unknown = not (known or is_small(word) or _GOES.match(word)) and len(word) >= _PERHAPS
    if word in _AIDS or _PEOPLE.search(before):
        return False
    if phrase := _IN_A_PHRASE.search(before):
        adjectives = phrase["adjectives"].split()
        most = phrase[0].startswith("am ") and adjectives  # “am meisten gefallen”
        return (known or unknown) and not (
            most
            or any(
                is_noun(a) or is_verb(a) or (is_verb(word) and may_be_noun(a)) for a in adjectives
            )
        )
    if _SHORT_NAMES.search(before.rstrip()[-6:]) and word.endswith("e"):
        return _ENDS_THERE.match(behind) is not None  # “die neue CNC Fräse”
    if _BEHIND_THE.search(before):
        return unknown or (known and _ENDS_THERE.match(behind) is not None)
    one = ends_as_noun(word) or gender_of(word) in ("m", "f", "n") or are_given(word)
    return _OF_WHERE.search(before) is not None and len(word) > _PERHAPS and (unknown or one)


def _heads_a_clause(word: str, before: str, behind: str) -> bool:
    """Whether it is what a clause with its verb at the end is of: “das essen frei ist”."""
    last = behind.rsplit(" ", 1)[-1]
    if last not in FINITE or re.match(r" (?:wir|sie|alle|viele|die|der)\b", behind):
        return False
    one = re.fullmatch(r"(?i)(?:ob |dass )?d(?:as|er) ", before) and word.endswith(
        ("en", "ern", "eln")
    )
    several = re.fullmatch(r"(?i)(?:ob |dass )?die ", before) and is_plural(word)
    return bool(one or several) and not re.match(r" [A-ZÄÖÜ]", behind)


def _is_my_verb(word: str, before: str, behind: str) -> bool:
    """Whether it ends a clause of mine as its verb: “wie ich einem Kunden absage”."""
    ends = re.match(r"$|,| und\b| (?:was|wer|wie|wo|ob|dass|warum|der|die|das)\b", behind)
    mine = re.search(r"(?i)\bich\b[^,]*$", before)
    goes_on = before.endswith(" und ") and re.match(r" [a-zäöü]", behind)
    return bool((ends or goes_on) and mine and word.endswith("e") and OF_ME.fullmatch(word))
