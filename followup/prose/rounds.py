"""What a text says of a round: that its time is only held, which times are proposed, that it was work on trial."""

import re
from collections.abc import Mapping, Sequence

_HOLD = " (hold)"
# What stands in the notes of such a round.
NOT_CONFIRMED = "A hold: they have not confirmed this time yet."


def as_hold(name: str) -> str:
    """“Second round (hold)”."""
    return f"{plain_name(name) or 'Interview'}{_HOLD}"


def is_hold(name: str) -> bool:
    """Whether the name says that the time is only held."""
    return name.endswith(_HOLD)


def plain_name(name: str) -> str:
    """The name of the round alone."""
    return name.strip().removesuffix(_HOLD)


_FIELDS = {
    "Round": "round",
    "How": "mode",
    "Minutes": "minutes",
    "Place": "location",
    "Link": "link",
    "With": "with",
}
PROPOSED = re.compile(
    r"^Proposed \((?P<zone>[^\n]+) time\):\n(?P<times>.+?)"
    rf"(?P<said>(?:\n(?:{'|'.join(_FIELDS)}): [^\n]+)*)\s*\Z",
    re.MULTILINE | re.DOTALL,
)
"""The note below a message: which times it proposes, by the clock of which zone, and what it says of the round."""


def proposing(text: str, times: str, zone: str, said: Mapping[str, str]) -> str:
    """A message's text with that note below it; `said` are fields of the round, its people's names as `with`."""
    lines = [f"{label}: {said[name]}" for label, name in _FIELDS.items() if said.get(name)]
    note = "\n".join((f"Proposed ({zone} time):", times, *lines))
    return "\n\n".join(part for part in (text, note) if part)


def said_in(note: re.Match[str]) -> dict[str, str]:
    """The same fields, as they stand in the note."""
    lines = (line.split(": ", 1) for line in note["said"].splitlines() if line)
    return {_FIELDS[label]: words.strip() for label, words in lines}


def as_written(text: str) -> str:
    """A message's text without that note, which they did not write."""
    return PROPOSED.sub("", text).rstrip()


_ON_TRIAL = {
    "en": re.compile(
        r"(?i)\b(?:trial (?:shift|day|morning|afternoon|evening|lesson|class|session|week|weekend|dinner|service|run"
        r"|\w+day)|(?<!clinical )(?<!drug )(?<!medical )(?<!field )(?<!mock )trial(?=\W*$| (?:at|in|with|on)\b)"
        r"|taster(?: (?:day|session|shift))?|try-?out|audition|casting|working interview|test (?:session|drive)"
        r"|(?:bench|weld(?:ing)?|driving|skills?|practical|trade) test|(?:sample|demo|observed) lesson"
        r"|lesson observation|assessment (?:day|cent(?:re|er))|hands-on(?: test)? session"
        r"|read(?:ing|-through)(?= for))\b|^(?:kitchen )?stage(?: (?:day|shift))?(?=\W*$)"
    ),
    "de": re.compile(
        r"(?i)\b(?:probe(?!zeit|exemplar)\w+|schnupper\w+|hospitation\w*|vorsprechen|vorsingen|vorspielen|lehrprobe"
        r"|test(?:fahrt|schweißen|schicht|tag)|assessment.center|arbeitsprobe|vorführstunde|unterrichtsbesuch)\b"
    ),
}
"""By language, what a round is called that is work on trial."""
_AGAIN = "round|interview|stage|step|meeting|conversation|talk|call|chat|visit|panel|presentation"
_A_TALK = r"(?:runde|\w*gespräch\w*|interview|termin|treffen|vorstellung)"
_NOT_THE_FIRST = re.compile(
    r"(?i)\b(?:second|2nd|third|3rd|fourth|4th|final|last)"
    rf"(?:(?: (?!line|level|tier|mile|year|shift)\w+)? (?:{_AGAIN})|-(?:{_AGAIN})|\W*$)\b"
    rf"|\b(?:{_AGAIN}|runde|gespräch) (?:no\.? ?)?(?:[2-9]|two|three|four|ii|iii|iv)\b|\bfinalist\w*"
    rf"|\b(?:zweite[srn]?|dritte[srn]?|vierte[srn]?|letzte[srn]?|[2-9]\.)(?: \w+)? {_A_TALK}\b"
    rf"|\b(?:zweit|dritt|abschluss|schluss|end|final){_A_TALK}\b|\bfinal(?:e|s)?\W*$"
)


def on_trial(name: str, language: str) -> str:
    """What that language calls a round which was work on trial, as its name says it; "" for any other."""
    found = _ON_TRIAL[language].search(name)
    return found[0] if found else ""


_A_VISIT = re.compile(
    r"(?i)\b(?:(?:(?!(?:first|second|third|final|last|next|another|short|quick|informal|follow-up|round|interview|and|with"
    r"|a|the)\b)[a-z]+ )?(?:walk(?:-?through|-?round|-?about)?|tour|visit)|coffee|lunch|dinner|breakfast"
    r"|shadowing(?: day| shift)?|open day)\b(?! (?:hours?|duty|shift|manager|guide|operator)\b)"
)


def visit_of(name: str) -> str:
    """What an English name calls a round that was more than a talk: “site walk”, “coffee”; "" for any other."""
    found = _A_VISIT.search(name)
    return found[0].casefold() if found else ""


_BY_MACHINE = re.compile(
    r"(?:(?:pre-?)?recorded|video|one-way|on-demand|automated|digital|virtual|ai|avatar|chatbot)"
    r"(?: (?:video|ai))? (?:interview|screening|screen)"
)


def by_machine(name: str) -> str:
    """What an English name calls an interview with an AI system: “recorded interview”; without one AI interview."""
    small = " ".join(name.split()).casefold()
    return re.sub(r"\bai\b", "AI", small) if _BY_MACHINE.fullmatch(small) else "AI interview"


def said_of_rounds(names: Sequence[str]) -> dict[str, bool]:
    """The words of `field_list.WHEN` for rounds that were held, by their names in their order."""
    return {
        "tried": any(on_trial(name, language) for name in names for language in _ON_TRIAL),
        "later": len(names) > 1 or any(_NOT_THE_FIRST.search(name) for name in names),
    }


_NAMED = re.compile(
    r"(?i)\b(?:(?P<second>second|2nd|zweite[srnm]?(?= \w+)|zweit(?=gespräch))"
    r"|(?P<third>third|3rd|dritte[srnm]?(?= \w+)|dritt(?=gespräch))"
    r"|(?P<final>final|finale[srnm]?(?= \w+)|(?:abschluss|schluss|final)(?=gespräch|runde)))"
    r"[ -]?(?:[\w-]+ )?(?P<what>round|interview|stage|chat|call|conversation|meeting|talk"
    r"|(?:\w+-)?(?:runde|gespräch\w*|bewerbungsgespräch\w*|vorstellungsgespräch\w*))\b"
)
_GERMAN = re.compile(r"(?i)runde|gespräch")
_ROUNDS = {
    "second": ("Second round", "Zweite Runde"),
    "third": ("Third round", "Dritte Runde"),
    "final": ("Final round", "Abschlussgespräch"),
}


def round_named(sentences: Sequence[str]) -> str:
    """The round that they invite to, by sentences of theirs: “Second round”; "" where none is told, or two are."""
    found = {
        names[bool(_GERMAN.search(named["what"]))]
        for sentence in sentences
        for named in _NAMED.finditer(sentence)
        for which, names in _ROUNDS.items()
        if named[which]
    }
    return found.pop() if len(found) == 1 else ""
