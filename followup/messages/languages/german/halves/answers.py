"""An answer noted as half a sentence, and what the user forgot to say, as a letter says them."""

import re

from followup.messages.languages.german.nouns import article_of, is_verb
from followup.messages.languages.german.short import is_written, written_out
from followup.messages.languages.german.thoughts import mended
from followup.messages.languages.german.typed import nouns_large, with_commas
from followup.messages.languages.lines import tidied

_FEWEST = 2
_AN_ANSWER = re.compile(
    r"(?i)^(?:seit|ganz|erstmal|einmal|sofort|am besten|meistens|nicht immer|ehrlich|einfach|ruhig|lieber"
    r"|nur|indem|weil|durch|mit|ohne|erst"
    r"|zuerst|zunächst|über|bei|auf|nach|vor|in|im|am|beim)\b"
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
    answers = _AN_ANSWER.match(tie) or _lists_what_one_does(tie)
    return f"Kurz gesagt: {tie[0].lower()}{tie[1:]}" if answers else ""


def _lists_what_one_does(tie: str) -> bool:
    """Whether it begins and ends with what one does: “Grüßen, ein paar Worte wechseln und über anderes reden”."""
    first, *_, last = re.findall(r"\w+", tie.lower())
    does = all(word.endswith("en") and is_verb(word) for word in (first, last))
    return does and "," in tie and not re.search(r"\b(?:ich|wir|man|es|sie|er)\b", tie)


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
HELD = (
    r"(?:[A-ZÄÖÜ][\wäöüß]*)?(?i:schein|zertifikat|ausweis|abschluss|kurs|lizenz|berechtigung|nachweis"
    r"|diplom|prüfung|ausbildung"
    r"|führerschein|patent)"
)
_WITHOUT_ARTICLE = re.compile(
    rf"(?<=ich )((?:auch |noch |schon |sogar |außerdem )*)((?:[A-ZÄÖÜ\d]{{2,5}}[ -])?)({HELD})(?= habe$)"
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
