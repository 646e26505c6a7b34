"""Half a sentence of the user's as a letter says it: an answer, what they forgot to say, what they bring."""

import re
from functools import lru_cache

from followup.messages.languages.german.nouns import article_of, gender_of
from followup.messages.languages.german.order import FINITE
from followup.messages.languages.german.short import is_written, written_out
from followup.messages.languages.german.things import bent
from followup.messages.languages.german.thoughts import mended, on_one_line, whole_thought
from followup.messages.languages.german.typed import nouns_large, with_commas
from followup.messages.languages.german_spans import spent_on
from followup.messages.languages.lines import tidied

_FEWEST = 2
_AN_ANSWER = re.compile(
    r"(?i)^(?:seit|ganz|erstmal|ehrlich|einfach|ruhig|lieber|nur|indem|weil|durch|mit|ohne|erst|zuerst|zunächst|über|bei|auf|nach|vor|in|im|am|beim)\b"
)
_THAT = re.compile(r"(?i)^dass (?=\w+ .*\w{2,}(?:t|e|en|st|bin|ist|sind)\b)")


def answer_said(typed: str) -> str:
    """An answer that was typed as the end of a sentence, as one of its own: “mit seinen eigenen Zahlen”; else ""."""
    tie = mended(typed)
    if (
        not is_written(tie)
        or len(tie.split()) < _FEWEST
        or re.search(r"[;|#+]|->", tie.partition(";")[0])
    ):
        return ""
    if _THAT.match(tie):
        return f"Ich würde sagen, {tie[0].lower()}{tie[1:]}"
    return f"Kurz gesagt: {tie[0].lower()}{tie[1:]}" if _AN_ANSWER.match(tie) else ""


_TO_DO = re.compile(
    r"(?i)^(?:erst|erstmal|zuerst|zunächst|ehrlich|einfach|ganz|ruhig|lieber) (?:\w+ ){0,3}?\w+en(?:,|$)"
)


def is_to_do(typed: str) -> bool:
    """Whether an answer says what one does, and not who: “erst messen, dann fragen, wer zuletzt dran war”."""
    return _TO_DO.match(mended(typed)) is not None


# --- what was forgotten ---

_FORGOT = re.compile(
    r"(?i)^(?:(?:leider|noch|ich|habe?|hatte|hätte|ganz|auch|das|wollte|einfach|glatt)\s+)*"
    r"(?:vergessen|wollte?(?: (?:noch|auch))* (?:sagen|erwähnen|erzählen)|(?:erwähnen|sagen|erzählen) sollen"
    r"|verschwiegen|verpasst"
    r"|(?:gar |noch )?nicht (?:mehr )?(?:erwähnt|gesagt|erzählt|genannt))"
    r"(?:\s+zu\s+(?:sagen|erwähnen|erzählen|nennen))?[\s,:]+"
)
_THAT_I = re.compile(
    r"(?i)^(?:dass|daß|das) (ich|wir|mein\w*|unser\w*) (?P<rest>.* [a-zäöüß]{2,})$"
)
_HELD = (
    r"(?:[A-ZÄÖÜ][\wäöüß]*)?(?i:schein|zertifikat|ausweis|abschluss|kurs|lizenz|berechtigung|nachweis|diplom|prüfung|ausbildung"
    r"|führerschein|patent)"
)
_WITHOUT_ARTICLE = re.compile(
    rf"(?<=ich )((?:auch |noch |schon |sogar |außerdem )*)((?:[A-ZÄÖÜ\d]{{2,5}}[ -])?)({_HELD})(?= habe$)"
)
_ARTICLES = {"den": "einen", "das": "ein", "die": "eine"}


def forgotten(typed: str) -> str:
    """It as the end of “Eines habe ich nicht gesagt: …”; "" where it is no clause that begins with “dass”."""
    bare = _FORGOT.sub("", written_out(tidied(typed)))
    if not is_written(bare) or not (found := _THAT_I.match(bare)):
        return ""
    text = with_commas(nouns_large(f"dass {found[1]} {found['rest']}"))
    return _WITHOUT_ARTICLE.sub(_with_article, text)


def _with_article(found: re.Match[str]) -> str:
    article = _ARTICLES.get(article_of(found[3]), "")
    thing = f"{found[2].replace(' ', '-')}{found[3]}"
    return f"{found[1]}{article} {thing}" if article else found[0]


# --- what one brings, noted as a thing ---

_FEWEST_OF_A_THING = 3
THOUGHT_OF = "Ich dachte dabei an "
_A_TIME = re.compile(
    r"(?i)^(?:\d+|\w+) (?:jahre?|monate?|wochen?|winter|sommer|saisons?|semester)\b"
)
_ONE_OF_IT = re.compile(r"(?i)ein(?:en?)?\b")
_OF_ONES_OWN = re.compile(r"(?i)\b(?:ich|wir|mir|mich|mein\w*)\b")
_EXPERIENCE = re.compile(
    r"(?i)^(?:eigene |viel |lange |etwas |auch )?(?:erfahrung(?:en)?|praxis|routine|übung)\b"
)
_NAMED = re.compile(r"(?i)^(?:(?:mein|unser|dies)(?:e[nrs]?)?|eine?n?|de[rn]|die|das)\s")
_AND_ONE_MORE = re.compile(r"\bund (?:der|(?:m|d|k)?ein|unser)\b")
_OWN_WORK = re.compile(
    r"(?:(?:Master|Bachelor|Diplom|Doktor|Abschluss)arbeit|Ausbildung|Lehre|Umschulung|Praktikum|Studium|Zivildienst)\b"
    r"(?= [a-zäöü])"
)
_WANTS_AN_ENDING = ("mein", "unser", "ein")
_THAT_SAYS = re.compile(
    r"^\w+ [A-ZÄÖÜ][\w-]* (?!ge|(?:mit|damit|seit|nicht|dort|jetzt|selbst|zuletzt|fast|bereit|statt|samt)\b)"
    r"[a-zäöüß]{2,}t\b"
)
_VERB_AND_ME = re.compile(r"\b(?:\w+e|\w+te|bin|war|kann|will|muss) (?:ich|wir)\b")


def _of_experience(tie: str) -> tuple[str, str] | None:
    """The same for a time or for experience; None where it is neither."""
    if _A_TIME.match(tie) and (said := spent_on(tie)) is not None:
        return said, ""
    known = _EXPERIENCE.match(tie)
    if not (_A_TIME.match(tie) or known) or _OF_ONES_OWN.search(tie):
        return None
    named, comma, of_it = tie.partition(",")
    named = named if known else named[0].lower() + named[1:]
    thing = "" if known or _ONE_OF_IT.match(named) else f"meine {named}{comma}{of_it}"
    if " mit " not in named:
        return f"Ich bringe {named} mit{comma}{of_it}", thing
    # “Ich bringe Erfahrung mit Kindern mit”
    verb = (
        "Ich habe"
        if known
        else "Hinter mir liegt"
        if _ONE_OF_IT.match(named)
        else "Hinter mir liegen"
    )
    return f"{verb} {named}{comma}{of_it}", thing


def _brought(tie: str) -> tuple[str, str]:
    """What one has done or has, noted as a thing, as a sentence, and as it follows “an”; "" for what is not sure.

    “zwei Jahre Nachtdienst” is “Ich bringe zwei Jahre Nachtdienst mit” and meine zwei Jahre Nachtdienst.
    """
    named, comma, of_it = tie.partition(",")
    if (told := _of_experience(tie)) is not None:
        return told
    if own := _OWN_WORK.match(tie):
        ending = {"den": "en", "die": "e"}.get(article_of(own[0]), "")
        tie, named = f"mein{ending} {tie}", f"mein{ending} {named}"
    if not _NAMED.match(tie):
        return "", ""
    if any(word in FINITE for word in named.split()[2:]) or _THAT_SAYS.match(named):
        return tie, ""  # “die Oma meiner Freundin lebt dort”, “meine Dissertation handelt von …”
    noun = re.search(r"[A-ZÄÖÜ][\wäöüß-]+", named.partition(" ")[2])
    if noun is None:  # “meine halten nie so gut”: no thing
        return (tie if _VERB_AND_ME.search(of_it) else ""), ""
    thing = bent(named[0].lower() + named[1:])
    if not comma and len(thing.split()) < _FEWEST_OF_A_THING:
        return "", ""  # “meine Schwester” says too little
    if _AND_ONE_MORE.search(thing) or (
        thing.split(" ", 1)[0] in _WANTS_AN_ENDING and gender_of(noun[0]) != "n"
    ):
        return "", ""
    return f"{THOUGHT_OF}{thing}{comma}{of_it}", f"{thing}{comma}{of_it}"


def thought_said(typed: str) -> str:
    """What the user brings as a sentence of their own; "" where it is none."""
    return _read(typed)[0]


def thing_of_mine(typed: str) -> str:
    """The same where it is a thing, as it follows “an”: “der Umbau in Fulda” is den Umbau in Fulda; else ""."""
    return _read(typed)[1]


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def _read(typed: str) -> tuple[str, str]:
    tie = on_one_line(typed)
    if re.match(r"(?i)indem\b", tie) or not is_written(written_out(tie)):
        return "", ""
    large = nouns_large(tie)
    # “drei Jahre Kinder betreuen” ends as a participle does.
    said = (spent_on(large) if _A_TIME.match(large) else "") or whole_thought(tie)
    if said:
        return said, ""
    said, thing = _brought(large)
    return (
        ("", "") if said == large != tie else (said, thing)
    )  # a sentence is taken as it was typed
