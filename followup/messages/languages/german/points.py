"""What a German point tells of (a trouble of theirs, a view, what speaks for them), and what a thought on it is."""

import re

from followup.messages.languages.german.verbs import is_participle
from followup.model.vocabulary import Frame, Topic
from followup.prose.word_lists import word_groups

# What one would not thank for: it is told, and nobody says that it was good to hear.
_A_TROUBLE = re.compile(
    r"(?i)\b(?:zu (?:viel|wenig|lange?|spät|langsam|teuer|klein|groß|eng|alt|oft)\w*|fehl(?:t|en)|mangel\w*"
    r"|\w*problem\w*|schwierig\w*|schwer|ärger\w*|leider|veraltet\w*|kaum|stress\w*|überlast\w*|überstunden"
    r"|unterbesetzt\w*|ausfäll\w*|ausgefallen|ausfallen|verzöger\w*|nerv\w*|hakt|klemmt|liegen ?bl(?:ei|ie)b\w*|rente"
    r"|(?:keiner|niemand) (?:mehr|richtig|so recht)|nicht (?:richtig|rund)|krank\w*|sink(?:t|en)|not"
    r"|weggegangen|verlassen|sorgen?|leid\w*|chaos|knapp\w*|nicht (?:mehr|genug|immer)"
    r"|noch .*\b(?:dauer(?:t|n)|auf papier|von hand|per fax|mit excel)"
    r"|nicht still|noch nicht|kein\w* (?:zeit|geld|platz|leute))\b"
)
# What only says how things are: neither good nor bad news to whoever wants to work there.
_A_CONDITION = re.compile(
    r"(?i)\b(?:ab (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|\d+)|erst"
    r"|such(?:t|en)|brauch(?:t|en)|samstag\w*|sonntag\w*|wochenend\w*|\w*schicht\w*|probezeit|befristet\w*"
    r"|war(?:en)?|hatten?|wurden?|\d{4}|letzte[nrsm]?|leer\w*|will|wollen|höchste\w*|ich|mir|kosten|probleme?"
    r"|start(?:et|en)|beginn\w*|umzieh\w*|meld\w*|wichtig|kein\w*|nicht|wechsel\w*|gegangen|offen|druck"
    r"|hektisch|laut|alt\w*|muss|müssen"
    r"|soll(?:te)?n?|zähl\w*|lieber|nur|immer (?:öfter|mehr|weniger)|selten|ständig|dauernd|langsam"
    r"|eigentlich)\b"
)


_PLANNED = re.compile(
    r"(?i)\b(?:will|wollen|wollt|plan(?:t|en)|such(?:t|en)|brauch(?:t|en)|hoff(?:t|en)|möchten?|wünsch(?:t|en)"
    r"|umstell\w+|umzieh\w*"
    r"|um(?:ge)?bau\w*|auf(?:ge)?bau\w*|erweiter\w+|einführ\w*|wachsen|wächst|eröffn\w+)\b"
)
_NOBODY_DOES = re.compile(
    r"(?i)\b(?:keiner|niemand\w*)\b.*\b(?:schreit|brüllt|allein|angeschrien|ausgelacht|bestraft|anlüg\w*|lügt|hetzt"
    r"|drängt|vergessen|hängen|rausschmeiß\w+)\b"
)
_WORK = re.compile(
    r"(?i)(?:umzug|umbau|umstellung|einführung|aufbau|neubau|sanierung|eröffnung|ausbau|digitalisierung|migration"
    r"|modernisierung|ablösung|inventur|renovierung|planung|entwicklung|relaunch|einrichtung|abschied vom|projekt)"
    r"|\bneue[nrs]? (?!kolleg|chef|leute|mitarbeit)(?-i:[A-ZÄÖÜ])"
)
_HOW_I_WOULD = re.compile(
    r"(?i)^(?:wie|was|womit|woran|wo) .*?\bich\b(?:.*\b(?:würde|umgehe|vorgehe|mache|tue|sage|erkläre|merke)\b)"
)

_YES_OR_NO = re.compile(r"(?i)^ob (?!.*\boder\b).*\b(?:ich|mir|mich|mein\w*)\b")
_OF_ME = re.compile(r"(?i)\b(?:ich|mich|mir|mein\w*)\b")

_PRAISE = re.compile(
    r"(?i)\b(?:gefallen|gefällt|gefiel|passe|überzeugt|beeindruckt|freue?n?|sympathisch)\b"
)


def kinds_of(frame: Frame, topic: Topic, text: str) -> frozenset[str]:
    """The words of `WHEN` for what kind of thing was said; none where nothing is sure."""
    if frame == "about":
        to_do = topic == "goal" or (topic in {"project", "company"} and _WORK.search(text))
        return frozenset({"job"} if to_do else ())
    if frame == "question":
        of_work, of_me = _HOW_I_WOULD.match(text), _YES_OR_NO.match(text)
        return frozenset({"of_work"} if of_work else {"yes_or_no"} if of_me else ())
    if text[:1] == "„" or is_view(text):
        return frozenset()
    if (
        _OF_ME.search(text)
        and (topic == "strength" or _PRAISE.search(text))
        and not is_trouble(text)
    ):
        return frozenset({"of_me"})
    if topic in {"culture", "strength"} and _NOBODY_DOES.search(text):
        return frozenset({"practice"})
    if is_trouble(text):
        return frozenset({"plan", "trouble"})
    if topic == "goal" or _PLANNED.search(text) or _A_VIEW.search(text):  # the last with its time
        return frozenset({"plan"})
    done_there = topic in {"culture", "strength", "company"} and speaks_for_them(text)
    return frozenset({"practice"} if done_there else ())


# “die Liste der Sachen, die man noch nicht abgesagt hat” is nobody's.
_OF_ANYBODY = re.compile(r", (?:die|der|das|den|was|wo|wenn|weil|wer) man\b[^,]*")


def is_trouble(german: str) -> bool:
    """Whether a point tells of something that is hard for them, and not of what is so with everybody."""
    return _A_TROUBLE.search(_OF_ANYBODY.sub("", german)) is not None


_NEWS = re.compile(
    r"(?i)\b(?:seit|bisher|gerade|bald|ab|zum \d|nächste[nmrs]?|kommende[nmrs]?|letzte[nmrs]?|dieses|wurden?|worden"
    r"|früher|gab|kam(?:en)?|ging(?:en)?|\d+"
    r"|(?:zwei|drei|vier|fünf|sechs|acht|zehn|zwölf) (?:stunden|tage|wochen|monate|jahre)\w*)\b"
)
_OF_SOMETHING = re.compile(r"(?:die|der|das|den|dem|mit|auf|im|am|bei|beim|in|zum|zur|Frau|Herr)\b")


def is_news(text: str) -> bool:
    """Whether a point surely tells of something there: one is told that, where a saying is said."""
    if _OF_ME.search(text):  # “dass ich bald Bescheid bekomme”
        return False
    told = is_trouble(text) or _PLANNED.search(text) or "dürfen" in text
    named = _OF_SOMETHING.match(text) is not None
    return (bool(told) and named) or (_NEWS.search(text) is not None and not is_view(text))


def speaks_for_them(german: str) -> bool:
    """Whether a point is one that whoever wants to work there likes to hear."""
    rather = _NOT_BUT.sub("", german)
    return not is_trouble(rather) and _A_CONDITION.search(rather) is None


_NOT_BUT = re.compile(r"\b(?:nicht|kein\w*)\b[^,]*, sondern\b")  # what they do in its place counts


_A_VIEW = re.compile(
    r"(?i)\b(?:soll(?:te)?n?|muss|müssen|zählt)\b|\b(?:niemand\w*|keine?r?|nie|nicht)\b.*\b(?:darf|dürfen)\b"
)
# What has its time is to be done, and is no view.
_ITS_TIME = re.compile(
    r"(?i)\b(?:bis|ab|im|vor|nach|zum) (?:dem |zum |zur |anfang |mitte |ende |kommenden |nächsten )*"
    r"(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|frühjahr|frühling|sommer|herbst|winter|weihnachten|ostern|\d{4}"
    r"|jahresende)\b"
    r"|\b(?:bisher|derzeit|momentan|zurzeit|im moment)\b"
    r"|\b(?:diese[snm]?|nächste[sn]?|kommende[sn]?) (?:woche|monat|quartal|jahr|frühjahr|sommer|herbst|winter)\b"
)


def is_view(text: str) -> bool:
    """Whether a point says how things should be."""
    return bool(_A_VIEW.search(text)) and not _ITS_TIME.search(text)


_FRESH = re.compile(
    r"(?i)\b(?:hätte|ergänz\w*|hinzufügen|dazu noch|heute würde|inzwischen|mittlerweile|seitdem|seither|danach"
    r"|hinterher|im nachhinein|auf de[mr] (?:rück|heim)(?:weg|fahrt)|am abend|abends|(?:nach"
    r"|aus)gerechnet|nachgeschaut"
    r"|vergessen|besser wäre|doch lieber|nachgedacht|eingefallen)\b"
)


_VIEW = re.compile(
    r"(?i)(?:ich (?:würde|glaube|denke|finde|meine|vermute|halte|hätte)|für mich|vielleicht|\w+ (?:würde"
    r"|hätte) ich)\b"
)
_WISH = re.compile(
    r"(?i)\b(?:(?:will|möchte|werde|könnte|würde) ich|ich (?:will|möchte|werde|könnte|würde"
    r"|freue mich auf)|wäre ich gern)\b"
)
_MINE = re.compile(r"(?i)\b(?:ich|wir|mir|mich|uns|mein\w*|unser\w*)\b")
_WAS, _DEEDS = word_groups("german_past")


def nature_of(thought: str) -> frozenset[str]:
    """What a German thought is, by the words of `field_list.WHEN`: a view, something done, a deed, new since then."""
    words = re.findall(r"\w+", thought.partition(",")[0])
    view = _VIEW.match(thought) is not None
    over = bool(_WAS & {*words}) or (
        bool({"habe", "haben", "hat"} & {*words}) and any(map(is_participle, words))
    )
    done = over and not view and _MINE.search(thought) is not None
    holds = {
        "view": view,
        "wish": _WISH.search(thought) is not None,
        "done": done,
        "deed": done and bool(_DEEDS & {*words}),
        "fresh": _FRESH.search(thought) is not None,
    }
    return frozenset(word for word, true in holds.items() if true)
