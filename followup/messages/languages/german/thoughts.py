"""German thoughts as one types them in a hurry: “haben wir auch so gemacht” gets the object that it left out.

What is not surely understood stays as it is, or is no sentence.
"""

import re
from functools import lru_cache

from followup.messages.languages.german.nouns import is_plural
from followup.messages.languages.german.short import written_out
from followup.messages.languages.german.things import talked_about
from followup.messages.languages.german.typed import nouns_large, with_commas
from followup.messages.languages.german.verbs import is_finite, is_participle
from followup.messages.languages.lines import (
    ToBegin,
    as_reason,
    is_fragment,
    one_line,
    tidied,
    unfinished,
)
from followup.prose.word_lists import word_groups, word_list, word_rows

_I_DO, _WE_DO, _SHORT, _WORKED, _GONE = word_groups("german_thoughts")
TO_BEGIN: ToBegin = {
    "about": ("Ich würde zuerst", "In meiner letzten Stelle habe ich", "Seitdem denke ich, dass"),
    "that": ("Dasselbe habe ich gelernt, als ich", "Ich würde", "Seitdem denke ich, dass"),
    "question": (
        "Ich würde zuerst",
        "Ergänzen möchte ich, dass",
        "In meiner letzten Stelle habe ich",
    ),
    None: ("Seitdem habe ich", "Daran gedacht habe ich, als ich", "Inzwischen denke ich, dass"),
}
_VERB, _IT_IS_ME = map(re.compile, word_rows("german_sentences")[:2])
_A_THING = re.compile(r"(?i)^(?:meine?|unsere?|der|die|das|den|eine?n?|diese[rs]?)\s")
_RELATIVE = re.compile(
    r", (?:(?:in|bei|mit|auf|für|an|zu|von) )?(?:der|die|das|dem|den|denen|deren|wo|da|als)\b"
)
_HALF = re.compile(
    r"(?i)(?:wenn|als|bis|solange|sobald) (?:ich|er|sie|es|man|wir|alle|jeder)\b[^,]*$"
)
_PREPOSITIONAL = re.compile(
    r"\b(?:[Ii]n|[Ii]m|[Bb]ei|[Bb]eim|[Mm]it|[Aa]uf|[Aa]us|[Vv]on|[Vv]om|[Aa]n|[Aa]m|[Ff]ür|[Ss]eit|[Vv]or|[Nn]ach|[Zz]u"
    r"|[Zz]um|[Zz]ur|[Aa]ls|[Üü]ber|[Uu]nter|[Nn]eben|[Oo]hne|wie)(?: \w+){0,2}? [A-ZÄÖÜ][\w-]+"
    r"|\b[Aa]ls(?: [A-ZÄÖÜ][\w-]+)+"
)
_TYPED_SHORT = re.compile(
    rf"(?i)^(?:{'|'.join(_SHORT)})(?= )|(?<=\bund )(?:{'|'.join(_SHORT)})(?= (?!ich\b))"
)
_SO_IT_WAS = re.compile(
    r"(?i)^(?:(?:steht|fehlt|liegt|gehört|war|ist|wäre|lief|läuft|ging|geht|klappte|hat|dauerte?|kostete?)\b"
    r"(?= (?:mir|uns|bei|in|im|auf|an|am|dort|da|genau|genauso|auch|ähnlich|immer|früher|so|damals|mein|für)\b"
    r"|.*\b(?:auch so|genauso|ähnlich|nicht anders)\b)"
    r"|kommt d?a?r?auf (?:[\w ]+ )?an$|kommt (?:mir|uns) (?:sehr )?bekannt vor\b"
    r"|(?:macht|gibt es|gab es) bei (?:uns|mir)\b"
    r"|(?:erinnerte?|freut|wundert|überrascht|beruhigt) (?:mich|uns)\b"
    r"|(?:hat|passt|klingt|reizt|interessiert|hilft|reicht) (?:mir|mich|gut|zu|sehr|für)\b)"
)
_VERB_FIRST = re.compile(rf"(?i)^({'|'.join(_I_DO | _WE_DO)}) (ich|wir|man)\b(.*)$")
_NO_MORE_THAN_LIKED = re.compile(
    r"(?i)^(?:das )?(?:finde?|fand|sehe?|mag|gefällt|gefiel|hat|stimmt|super|klasse|toll|cool|voll)\b(?: \w+){0,3}$"
)
_BECAUSE_OF = re.compile(r"\b([Ww]egen de)n ([A-ZÄÖÜ][a-zäöüß]+)n\b")
_IT_WENT = re.compile(
    r", (?=(?:lief|ging|klappte|war|hat|funktioniert\w*|läuft|geht|klappt)"
    r" (?:super|gut|prima|bestens|sehr|richtig|toll|auch gut|immer gut)\b)"
)
_I_BEHIND = re.compile(
    r", (?=(?:hatte|habe|bin|mache|machte|konnte|musste|durfte|kenne|arbeite|lerne|mag) (?!ich\b|wir\b|es\b|das\b)"
    r"|war (?:oft|immer|meist|selbst|auch|lange|dort|da|früher|damals|schon|allein|als|\d|ein (?:halbes )?[Jj]ahr))"
)
_IT_WAS_BEHIND = re.compile(r", (?=war [a-zäöü]+$)")
_ITS_OUTCOME = re.compile(
    r", (?=(?:hat|hatte|kostete) (?:uns|mir|mich|ihm|ihr|ihnen|allen)\b"
    r"|ist (?:wie|auch|immer|genau|bei (?:uns|mir)) |war (?:k?eine? (?!jahr|halbe)|bei (?:uns|mir)\b)|h(?:ieß|eißt) )"
)
_THE_ONLY_ONE = re.compile(
    r"(?i)^war (?:\w+ ){0,2}?(?:der|die) (?:einzige|erste|letzte|jüngste|älteste)\b"
)
_WHAT_I_WAS = re.compile(
    r"(?i)^war (?!.*\b(?:so|genauso|ähnlich|anders|gleich\w*|mir|mich|uns|eine?|die|der|das)\b)"
    r"(?:(?:früher|damals|auch|selbst|lange|mal|einmal|\d+ jahre|jahrelang) )+[^,]*?(?-i:[A-ZÄÖÜ]\w+)$"
)  # “war früher Bäcker”
_GOOD_IF = re.compile(r"(?i)^wäre (?:schön|toll|gut|super|klasse), (?:wenn|dass)\b")
_SO_IT_WOULD = re.compile(
    r"(?i)^würde (?:mir|mich) .*\b(?:leichter|helfen|gefallen|passen|liegen|reizen|interessieren|Spaß|fehlen|guttun)\b"
)  # “würde mir die Umstellung leichter machen”
_WITHOUT_SUBJECT = {
    _THE_ONLY_ONE: "Ich", _WHAT_I_WAS: "Ich", _SO_IT_WAS: "Das", _SO_IT_WOULD: "Das", _GOOD_IF: "Es"
}  # fmt: skip
_THAT_TOO = re.compile(
    r"^((?:ja, |nein, )?(?!(?:wenn|als|weil|seit (?:ich|wir|es|die|der)|seitdem|obwohl|bevor|nachdem|wer|was|wo"
    r"|ob|dass)\b)[^,]+), "
    rf"(?=(?:steht|passt|geht|wird|klappt|gilt|reicht|stimmt) (?:auch|schon|so|für|mir|genau|ja|doch|sogar)\b"
    rf"|(?:{'|'.join(sorted(_I_DO | _WE_DO))}) (?:ich|wir) (?![^,]*\b(?:das|es|so etwas)\b)(?-i:[^,A-ZÄÖÜ]*)"
    r"(?:(?:beim|bei|im|in|am|auf) [^,]*)?(?:auch|genauso|auch so|immer so|schon|(?-i:aber [^,A-ZÄÖÜ]+))(?:,|$))",
    re.IGNORECASE,
)
"""“passt für mich, hatte ich beim letzten Arbeitgeber genauso”: what comes second is without its “das”, too."""
_YES_SINCE = re.compile(r"(?i)^(ja|nein|doch) (?=(?:seit|schon|klar|sehr|immer|sogar|aber|gern)\b)")
_YES = re.compile(rf"(?i)^(ja|nein|doch),? (?=(?:{'|'.join(_I_DO | _WE_DO)}) (?:ich|wir)\b)")
_AVAILABLE = re.compile(r"(?i)^([A-ZÄÖÜ][\w -]*) (?:vorhanden|liegt vor|hab ich|habe ich)$")
_SINCE_WHEN = re.compile(r"(?i)^seit .*\b(?:bei|in|im|auf|an|am|beim)\b")
_AT_MOST_SO_MANY = re.compile(r"\bmax\.? (?=\d)")
_A_GERMAN_NAME = re.compile(r"[A-ZÄÖÜ][\wäöüß-]+")
_HOW_LONG = re.compile(
    rf"(?:\b\w+ )?(?:{'|'.join(sorted(word_list('german_times')))}|Tage?|Male?)\b(?: lang)?|\bjede[nrs]? \w+"
)

_MINE_ALONE = re.compile(r"(?<![td])e$")


def is_sentence(text: str) -> bool:
    """Whether a text reads as a sentence by itself."""
    if _A_THING.match(text):  # “meine Prüfungen, die ich schon habe”
        text = _RELATIVE.split(text, maxsplit=1)[0]
    none = is_fragment(text) or unfinished(text, TO_BEGIN) or _HALF.match(text)
    inside = text.split()[1:-1]
    return not none and (_VERB.search(text) is not None or any(map(is_finite, inside)))


def _has_an_object(rest: str) -> bool:
    """Whether a noun stands there by itself, behind no preposition."""
    return bool(_A_GERMAN_NAME.search(_HOW_LONG.sub(" ", _PREPOSITIONAL.sub(" ", rest))))


def whole_thought(typed: str) -> str:
    """A thought as a sentence of its own where it surely makes one; else ""."""
    tie = mended(typed)
    head, and_, went = tie.partition(" und es ")
    if _NO_MORE_THAN_LIKED.match(tie) and "ich" not in tie.casefold().split()[2:]:
        return ""
    if and_:
        said = whole_thought(head)
        return f"{said}{and_}{went}" if said else ""
    if is_sentence(said := _with_subject(tie)) and not _NO_SUBJECT_YET.match(said):
        return said
    return _by_its_end(tie)


def on_one_line(typed: str) -> str:
    """The thought on one line; “so” at its head joins nothing in German."""
    bare = typed.lstrip(" .…")
    return f"{bare[:3]}{tidied(bare[3:])}" if bare[:3].lower() == "so " else tidied(bare)


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def mended(typed: str) -> str:
    """It with the endings, words and commas that one leaves out."""
    tie = _TYPED_SHORT.sub(r"\g<0>e", written_out(on_one_line(typed)))
    tie = _IT_IS_ME.sub(lambda m: "Mir wird" if m[0][0] == "I" else "mir wird", tie)
    tie = _THAT_TOO.sub(r"\1, das ", _YES_SINCE.sub(r"\1, ", _ITS_OUTCOME.sub(", das ", tie)))
    tie = with_commas(nouns_large(_AT_MOST_SO_MANY.sub("höchstens ", tie)))
    tie = _BECAUSE_OF.sub(lambda m: f"{m[1]}r {m[2]}" if is_plural(m[2].lower()) else m[0], tie)
    return _I_BEHIND.sub(", ich ", _IT_WAS_BEHIND.sub(" und es ", _IT_WENT.sub(" und es ", tie)))


def _with_subject(tie: str) -> str:
    """It with the subject or the “Das” that it left out; as it is where it left out none."""
    if found := _YES.match(tie):
        said = _with_subject(tie[found.end() :])
        return f"{found[1]}, {said[:1].lower()}{said[1:]}"
    if found := _AVAILABLE.match(tie):
        return f"Ich habe {talked_about(found[1])}"
    if found := _VERB_FIRST.match(tie):
        verb, who, rest = found[1].lower(), found[2].lower(), found[3]
        first, _, _ = rest.partition(",")
        named = _has_an_object(first) or re.search(r"\b(?:das|es|so etwas)\b", first)
        return f"{who.capitalize()} {verb}{rest}" if named else f"Das {verb} {who}{rest}"
    for pattern, who in _WITHOUT_SUBJECT.items():
        if pattern.match(tie):
            return f"{who} {tie[0].lower()}{tie[1:]}"
    first, _, rest = tie.partition(" ")
    small = first.lower()
    who = (
        r"(?i)(?:ich|wir|man)\b"
        if _MINE_ALONE.search(small)
        else r"(?i)(?:ich|wir|man|es|sie|er)\b"
    )
    if small in _I_DO and not re.match(who, rest):
        return f"Ich {small} {talked_about(rest) if ' ' not in rest else rest}" if rest else ""
    if small in _WE_DO and rest and not re.match(r"(?i)(?:wir|sie|die|man)\b", rest):
        return f"Wir {small} {rest}"
    if _SINCE_WHEN.match(tie) and not is_sentence(tie):
        return f"Ich bin {tie[0].lower()}{tie[1:]}"
    return tie


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
    if not (last.islower() and is_participle(last)):
        return ""
    said = (
        f"{tie[0].lower()}{tie[1:]}"
        if not _A_GERMAN_NAME.match(tie) or _PREPOSITIONAL.match(tie)
        else tie
    )
    if last in _GONE:
        return f"Ich bin {said}"
    if last in _WORKED or _has_an_object(before):
        return f"Ich habe {talked_about(said)}"
    return f"Das habe ich {said}"


_REASON = re.compile(
    r"Ich (?:habe|war|bin|leite|arbeite|kenne|führe|hatte|betreue|mache|baue|schreibe)\b"
)


def because(thought: str) -> str:
    """A thought as it follows „weil“; "" where it is no reason."""
    bare = as_reason(thought, _REASON)
    return bare[:1].lower() + bare[1:]


_POINTS_BACK = re.compile(
    r"(?i)(?:das|dasselbe|dieselbe\w*|so|da\w*|dort|genau\w*|deshalb|auch|ähnlich\w*|etwas ähnliches|kurz gesagt)\b"
)


def added(thought: str) -> str:
    """A thought as it follows a colon; "" where it points back to what was said: “Das habe ich nie gesehen”."""
    return "" if _POINTS_BACK.match(thought) else thought.removesuffix(".")


_OF_THE_SPEAKER = re.compile(
    r"(?i)\b(?:(?:ganz|da|völlig) bei|(?:stimme|gebe|glaube)) (ihm|ihr)\b(?! [A-ZÄÖÜ])|\bwie (er|sie)$"
)


def of_somebody(thought: str, said: str) -> str:
    """The “ihm” of a thought that agrees with who said it; "" where there is none, or “er” may be a thing."""
    found = _OF_THE_SPEAKER.search(one_line(thought).partition(",")[0])
    return (found[1] or found[2]) if found and said else ""
