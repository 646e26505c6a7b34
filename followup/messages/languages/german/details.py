"""What was said as a German letter tells it: behind “über” or “dass”, as a question, or in their own words."""

import re
from functools import lru_cache

from followup.messages.languages.german.compounds import begun_small, in_one_word
from followup.messages.languages.german.nouns import behind_von, ends_as_noun, may_be_noun
from followup.messages.languages.german.order import has_a_verb, is_main_clause, verb_last
from followup.messages.languages.german.points import is_news, is_trouble, is_view
from followup.messages.languages.german.questions import is_a_question, question_told
from followup.messages.languages.german.short import is_written, written_out
from followup.messages.languages.german.sure import is_sure
from followup.messages.languages.german.things import (
    as_first,
    lacks_its_article,
    talked_about,
    with_its_clause_apart,
)
from followup.messages.languages.german.typed import nouns_large, with_commas
from followup.messages.languages.german.you import possessed, theirs
from followup.messages.languages.lines import mentions, one_line, without_aside
from followup.messages.languages.listener import Listener, Telling
from followup.model.vocabulary import Frame

SUBORDINATE = re.compile(
    r", (?:wer|wie|was|wo|ob|dass|warum|wann|welche\w*|in|mit|auf|an|bei|für|zu|von|über|nach|aus|um|vor|unter|durch"
    r"|ohne|gegen|seit|hinter|neben|zwischen|die|der|das|den|dem|denen|deren|dessen)\b"
)
CLAUSE = re.compile(
    r"(?i)(?:wie|was|wer|wo\w*|warum|wann|ob|dass|daß|weshalb)\s"
)  # follows no “über”
_THAT = re.compile(
    r"(?i)^(?:dass|daß"
    r"|das(?= (?:ich|wir|ihr|man|sie|er|es|jede[rsn]?|alle|niemand|keiner|bei|der|die|im|ab|seit)\b))\s+"
)  # “das” typed for it stands before no noun
_DOING = re.compile(r"^(?!.*, ).* (?!sieben$)(?:[a-zäöüß]+(?:[slnrtkgfbmhßz])en|zu [a-zäöüß]+n)$")
_OF_MINE = re.compile(r"(?i)\b(?:mein\w*|mir|mich|ich)\b")
_OF_THEIRS = re.compile(r"\b(?:Sie|Ihnen|Ihr\w*|ihr|euch|eu(?:er|re)\w*|hier)\b")
_LONGEST_QUOTE = 16  # words


_OF_NOTHING_NAMED = re.compile(
    r"(?i)(?:das|dies)\s+(?:nur|so|auch|nicht|hier|dort|da|immer|schon|erst|alles|eh|wirklich|sonst|bei|in|mit|am|im"
    r"|geht|ist|war|läuft|klappt|funktioniert)\b"
)  # “das nur geht, wenn die Jäger mitziehen”: was?


@lru_cache(maxsize=1024)  # a draft asks for each note many times
def said(text: str, frame: Frame, to: Listener) -> str | None:
    """A framed text as said to this reader; None where no sentence can surely hold it."""
    text = begun_small(written_out(text))
    if not is_written(text):
        return None
    if frame == "about":
        return _talked_about(text, to)
    typed = with_commas(nouns_large(_THAT.sub("", text)))
    if frame == "that":
        typed = in_one_word(typed)
    if frame == "that" and _OF_NOTHING_NAMED.match(typed):
        return None
    text = verb_last(as_first(typed)) if frame == "that" else question_told(typed)
    if frame == "that" and (is_main_clause(text) or (text != typed and _OF_MINE.search(typed))):
        return _quoted(typed, to) if to.speaker or to.spoke else None
    if not (has_a_verb(text) if frame == "that" else is_a_question(text)):
        return None  # “keine Nachtschichten”, “Umgang mit Kritik”
    if frame == "question" and re.match(
        r"\S+ (?:(?!wir)\S+ )?(?:ihr|[Ss]ie|du)\b", text
    ):  # what I asked, or one of them
        return None
    if text.endswith("?"):
        return _quoted(text, to) if frame == "question" else None
    found = theirs(text, to)
    sure = found and is_sure(found, "last") and not mentions(found, to.name)
    return found if sure else None


_HEAD = re.compile(
    r"^[a-zäöüß]{4,}(?=$|,| (?:in|im|an|am|auf|bei|beim|mit|von|vom|für|zu|zum|zur|aus|ohne|über|der|des|und|ab|vor)\b)"
)


def _heads_it(word: str) -> bool:
    """Whether what a thing begins with is a noun, or what one does: “schweißen von Alu”."""
    doing = re.search(r"(?:[^e]e|[rl])n$|ing$", word) is not None
    return ends_as_noun(word) or may_be_noun(word) or doing


_OF_SOMEBODY = re.compile(
    r", .*\b(?:er|ihm|ihn)\b|, .*\b[Ss]ie\b[^,]*t(?:,|$)"
)  # “Einlagen, denen er nicht traut”, “das Stück, mit dem sie durch die Dörfer fährt”
_GOES_ON = (
    r"(?:(?:in|mit|bei|auf|an|für|zu|von|aus|über|um|nach) )?(?:de[rnm]|die|das|denen|deren|dessen)|wo\w*|was|weil|wenn"
    r"|dass|ob|wie|warum|bis|obwohl|bevor|seit|damit|als|aber|nicht|ohne|mit|von|aus|in|für|bei|vor allem|auch|also"
)


_IN_ORDER_TO = re.compile(r", [^,]*\b\w*zu ?\w+en$")  # “deine Idee, montags aufzumachen”


def _talked_about(text: str, to: Listener) -> str | None:
    """A thing as it follows “über”; None where it is a clause, or what one does."""
    text, _, _ = re.sub(r"(?i)^über\s+", "", text).partition(": ")
    text = text if _IN_ORDER_TO.search(text) else without_aside(text, _GOES_ON)
    text = _HEAD.sub(lambda m: m[0].capitalize() if _heads_it(m[0]) else m[0], text)
    thing = with_its_clause_apart(possessed(in_one_word(nouns_large(text), alone=True), to))
    if CLAUSE.match(text) or _DOING.match(thing) or is_main_clause(thing):
        return None
    thing = with_commas(talked_about(thing))
    if lacks_its_article(thing):
        return None
    found = theirs(f"{thing}," if SUBORDINATE.search(thing) else thing, to)
    if found and to.spoke and _OF_SOMEBODY.search(found):
        return None
    sure = found and is_sure(found, "none") and not mentions(found, to.name)
    return found if sure else None


_SMALL_YOU = re.compile(
    r"^\w+ (?:\w+ )?(?:sie|ihnen)\b.*\?$|\bih(?:nen|re[nmrs]?)\b.*\?$"
)  # “wollen sie weg von …?”


def _quoted(text: str, to: Listener) -> str | None:
    """It in their own words; None where it is long, or says “du” to whom one says “Sie”, or the other way round."""
    other = (
        r"\b(?:du|dir|dich|dein\w*|[Ii]hr|euch)\b"
        if to.terms == "formal"
        else r"\b(?:Sie|Ihnen|Ihre?)\b"
    )
    if (
        len(text.split()) > _LONGEST_QUOTE
        or re.search(other, text)
        or _SMALL_YOU.search(text)
        or not is_sure(text)
    ):
        return None
    return f"„{text[0].upper()}{text[1:]}“"


_WHO = r"(?:(?:frau|herr|dr\.|prof\.) )*(?:[\w-]+ )?"
_REPORTED = re.compile(
    rf"(?i)^(?:{_WHO}(?:meinte?|sagte?|erzählte?|fand|findet|erwähnte?|betonte?|erklärte?|berichtete?|glaubt|denkt)"
    rf"(?: mir| uns)?|{_WHO}hat (?:mir |uns )?(?:gemeint|gesagt|erzählt|erwähnt|betont|erklärt|berichtet))"
    r"(?:,|:| (?=dass )),? ?(?P<said>\S+ \S+.*)$"
)  # “Frau Wessels meinte, die Disposition sei unterbesetzt”
_ASKED = re.compile(
    rf"(?i)^(?:{_WHO}fragte(?: mich)?|{_WHO}hat (?:mich )?gefragt|{_WHO}wollte wissen),? (?P<asked>\S+ \S+.*)$"
)


def proposed(text: str) -> tuple[Frame, str] | None:
    """The frame that a note surely fits which tells what was said or asked; None for a thing, and what is unclear."""
    text = one_line(text)
    if asked := _ASKED.match(text):
        return "question", asked["asked"]
    reported = _REPORTED.match(text)
    said = reported["said"] if reported else text
    if reported or _THAT.match(said) or is_main_clause(begun_small(said)):
        return "that", _THAT.sub("", said)
    return None


def moment(frame: Frame, text: str, to: Listener) -> str:
    """What was said as a thing: “Ihre Frage, wie ich …,”."""
    your = "deine" if to.terms == "first" else "Ihre"
    if frame == "about":
        with_ = f" mit {_by(to.speaker)}" if to.speaker else ""
        return f"{'unser' if to.met else 'das'} Gespräch{'' if to.met else with_} über {text}"
    thing = "Bemerkung, dass" if frame == "that" else "Frage,"
    if text.startswith("„"):
        by = f" von {_by(to.speaker)}" if to.speaker and not to.spoke else ""
        noun = "Bemerkung" if frame == "that" else "Frage"
        return f"{your if to.spoke else 'die'} {noun}{by} {text}"
    if to.spoke:
        return f"{your} {thing} {text},"
    if not to.speaker:
        return f"die {thing} {text},"
    if to.speaker[-1:] in "sxzß" or to.speaker.startswith(("Frau ", "Herr ")):
        noun, _, link = thing.partition(",")
        return f"die {noun} von {_by(to.speaker)},{link} {text},"
    return f"{to.speaker}s {thing} {text},"


def reported(frame: Frame, text: str, to: Listener, as_: Telling = "told") -> str:
    """The same as a clause that tells it: “Sie haben gesagt, dass …”, “Sie haben mir vom Umzug erzählt”."""
    you, by_them = ("du", "du hast") if to.terms == "first" else ("Sie", "Sie haben")
    who = by_them if to.spoke else f"{to.speaker} hat" if to.speaker else ""
    link = ": " if text.startswith("„") else ", "
    if frame == "question":
        return f"{who} mich gefragt{link}{text}" if who else f"ich wurde gefragt{link}{text}"
    if frame == "about":
        of, clause = behind_von(text) if who and not _OF_MINE.search(text) else ("", "")
        return f"{who} mir {of} erzählt{clause}" if of else ""
    if as_ != "told" and link == ": ":
        return ""
    clause = text if link == ": " else f"dass {text}"
    if as_ == "heard":
        by = f"von {_by(to.speaker)} " if to.speaker else ""
        return "" if is_trouble(text) else f"{by}zu hören, {clause}"
    if as_ == "agreed":
        like = f"wie {you if to.spoke else to.speaker}" if who else "auch"
        return f"{like}, {clause}" if is_view(text) else ""
    news = _OF_THEIRS.search(text) or is_news(text)
    told = "erzählt" if link == ", " and news else "gesagt"
    return f"{who} {told}{link}{clause}" if who else f"ich habe gehört{link}{clause}"


def _by(speaker: str) -> str:
    """Somebody's name behind “von” or “mit”."""
    return re.sub(r"^Herr\b", "Herrn", speaker)
