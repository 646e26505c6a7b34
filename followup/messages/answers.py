"""What the user answers or adds of their own: to which message, what it asks, what was noted on it or forgotten."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from followup.messages.languages import ENGLISH, their_words
from followup.messages.languages.english.thoughts import is_sentence
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, one_line, raised, stopped
from followup.messages.languages.listener import Listener
from followup.messages.occasion import Occasion
from followup.messages.specifics import in_reach
from followup.messages.templates import MessageTemplate
from followup.messages.thought import LONGEST, is_written, listener, thought_of, told, told_to
from followup.model.facts import Interview, Specific, Touchpoint
from followup.model.vocabulary import Frame, Topic
from followup.prose.rounds import as_written

_IN_PERSON = frozenset({"phone", "voicemail", "in_person"})
_QUOTED = 20_000  # characters of a message that an answer carries along
Noted = tuple[str, tuple[Frame, str] | None]
_A_THING = re.compile(r"(?i)(?:my|our|the|an?) ")


def answering(message: Touchpoint, subject: str) -> str:
    """“Re:” and the subject that was received, once; the draft's own where that one was empty."""
    bare = re.sub(r"(?i)^(?:\s*(?:re|aw|sv|antw)\s*:)+\s*", "", message.subject).strip()
    return f"Re: {bare}" if bare else subject


def quoted(message: Touchpoint, occasion: Occasion, grammar: Grammar) -> str:
    """The message received, with who wrote it when on the user's clock, each line behind “> ”."""
    at, never = occasion.case.clock.local(message.at), date.min  # so that the year stands there
    named = next((p.name for p in occasion.case.people(message.people) if p.name), None)
    who = named or occasion.application.company or "?"
    said = grammar.they_wrote.format(day=grammar.day(at.date(), never), time=f"{at:%H:%M}", who=who)
    lines = clipped(as_written(message.text), _QUOTED).splitlines() or [""]
    return f"{said}\n" + "\n".join(f"> {line}".rstrip() for line in lines)


_A_QUESTION = re.compile(r"(?:[^.!?\n]|(?<=\d)\.(?=[ \d,?])){3,200}\?")
_OF_WHOSE = re.compile(r"(?i)(?:mein|ihr|dein|unser|your|would)\w*")


def how_told(occasion: Occasion) -> dict[str, bool]:
    """How they told of the offer or the rejection that this answers: by phone or so, and whether they said why."""
    told = {"offer_reply": "offer", "rejection_reply": "rejection", "feedback_request": "rejection"}
    wanted = told.get(occasion.kind)
    last = next((t for t in reversed(occasion.case.messages) if t.purpose == wanted), None)
    if last is None or occasion.case.kind == "accepted":
        return {}
    note = occasion.application.outcome.note if occasion.application.outcome else ""
    why = their_words.praises if wanted == "offer" else their_words.gives_a_reason
    return {
        "by_call": last.channel in _IN_PERSON,
        "reason_given": why(f"{last.text}\n{note}"),
        **(their_words.of_a_no(last.text) if wanted == "rejection" else {}),
        "more_time": wanted == "offer" and their_words.gives_more_time(last.text),
    }


def still_to_write(occasion: Occasion, values: Mapping[str, Any], template: MessageTemplate) -> str:
    """What no letter of ours can say, the user's answer or the link that was promised; "" where nothing is missing."""
    sends = occasion.kind == "send_material"
    carries = "link" in template.letter.fields if template.letter else sends
    if carries and values["linked"] and not values["link"]:
        return "The link itself is still to be put in."
    if occasion.kind == "withdraw_note":
        return _own_reason(occasion)
    written = values["agreed_on"] or occasion.reply.strip()
    return _answer_owed(occasion) if occasion.kind == "reply" and not written else ""


def _own_reason(occasion: Occasion) -> str:
    """That the reason which the user noted for a withdrawal stays out, so that they may say it; "" for none."""
    outcome = occasion.application.outcome
    note = clipped(" ".join(outcome.note.split()), 80) if outcome else ""
    return (
        f"Why you withdraw is not in it. You noted “{note}”: if they may know, say it."
        if note
        else ""
    )


def _answer_owed(occasion: Occasion) -> str:
    """What they asked, as far as their message says it; the answer itself is the user's to write."""
    if asked := asked_in(occasion.quotable):
        return f"Your answer is still to be written. They asked: “{' '.join(asked)}”"
    return "Your answer is still to be written: say what they asked for."


def to_confirm(occasion: Occasion) -> Interview | None:
    """The round ahead that their message wants confirmed; None where it is about none, or a round that is over."""
    message = occasion.quotable if occasion.kind == "reply" else None
    return next((r for r in occasion.case.ahead if message and r.id == message.interview), None)


def asked_in(message: Touchpoint | None) -> list[str]:
    """The questions that their message asks, as they stand in it; none of no message."""
    found = _A_QUESTION.findall(message.text if message else "")
    return [question.strip() for question in found]


def noted_answer(occasion: Occasion, grammar: Grammar) -> str:
    """What was noted under the very question that they write, or that what is sent answers; "" where nothing was.

    “You asked me how long my notice is: six weeks.”
    """
    named = occasion.promise.text if occasion.kind == "send_material" and occasion.promise else ""
    written = occasion.quotable.text if occasion.kind == "reply" and occasion.quotable else ""
    for said in (s for round_ in reversed(occasion.case.held) for s in round_.specifics):
        to, bare = listener(occasion, said, grammar), told(occasion, said, grammar)
        tie = thought_of(occasion, said, grammar) if said.frame == "question" and to.spoke else ""
        is_it = _names(said.ties_to, named) if named else _asks(written, said.text)
        if tie and bare and is_it:
            return f"{raised(grammar.reported('question', bare, to))}: {tie}"
    return ""


def _asks(written: str, question: str) -> bool:
    """Whether a message asks what was asked before: each longer word of the question stands in one of its own."""
    words = {w for w in re.findall(r"\w{5,}", question.casefold()) if not _OF_WHOSE.fullmatch(w)}
    asked = (ask.casefold() for ask in re.findall(r"[^.!?\n]+\?", written))
    return bool(words) and any(words <= {*re.findall(r"\w+", ask)} for ask in asked)


def _names(thought: str, thing: str) -> bool:
    """Whether a thought names what is sent: “it says so in the reference”, “steht im Zeugnis” of the Arbeitszeugnis."""
    things = re.findall(r"\w{6,}", thing.casefold())
    return any(t.endswith(w) for w in re.findall(r"\w{6,}", thought.casefold()) for t in things)


def own_point(occasion: Occasion, topic: Topic, grammar: Grammar = ENGLISH) -> str:
    """The newest framed point of the user's own, as the end of a sentence; "" where there is none."""
    own = (s for s in in_reach(occasion) if s.topic == topic)
    said = ((told(occasion, s, grammar) or _whole(s, grammar), s.frame) for s in own)
    return next((grammar.own(text, frame) for text, frame in said if text), "")


def missed(occasion: Occasion, grammar: Grammar = ENGLISH) -> tuple[str, str]:
    """What I forgot to say, as it follows a colon, and of what: of a thing noted, it is the thought that is said."""
    newest = next((s for s in in_reach(occasion) if s.topic == "missed"), None)
    about = newest and newest.frame == "about" and thought_of(occasion, newest, grammar)
    if not newest or not about:
        return own_point(occasion, "missed", grammar), ""
    return grammar.own(about.removesuffix("."), None), told(occasion, newest, grammar)


def _whole(specific: Specific, grammar: Grammar) -> str:
    """What I forgot to say where it was noted without a frame and is a sentence by itself; else ""."""
    text = one_line(clipped(specific.text, LONGEST))
    mine = specific.topic == "missed" and specific.frame is None
    return grammar.clause(text) if mine and is_written(text, grammar) else ""


def forgotten(said: tuple[str, str], grammar: Grammar) -> dict[str, str]:
    """What I forgot to say, as it follows a colon; in English apart where it is a thing, which says nothing there."""
    text, about = said
    thing = grammar.code == "en" and _A_THING.match(text) and not is_sentence(text)
    return {
        "missed": "" if thing else text,
        "missed_thing": text if thing else "",
        "missed_about": about if text and not thing else "",
    }


def as_noted(text: str, frame: Frame | None, by: str, grammar: Grammar) -> Noted:
    """How a letter to `by`, who said it, takes a note up; where none can, how it would with that frame and words."""
    to = Listener(by, grammar.usual_terms, spoke=bool(by))

    def read(frame: Frame | None, words: str) -> str:
        end = told_to(to, frame, words, grammar)
        return stopped(raised(grammar.moment(frame, end, to))) if frame and end else ""

    sentence = read(frame, text)
    fits = None if sentence else grammar.proposed(text)
    fitted = read(*fits) if fits else ""
    return sentence or fitted, fits if fitted else None
