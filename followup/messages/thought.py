"""What was said and what the user thought of it, answered to it or would do about it, as the fields of one letter."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, mentions, raised, stopped
from followup.messages.languages.listener import Telling
from followup.messages.occasion import Occasion
from followup.messages.specifics import listener, moment, told
from followup.model.facts import Specific
from followup.prose.jotted import foreign, likely_told

_LONGEST = 600  # characters of one that go into a letter
_A_CLAUSE = re.compile(r"(?i)(?:how|what|why|whether|when|where|who)\b")
_OF_WORK = re.compile(r"(?i)\b(?:I'd|I would|würde)\b")
_OF_A_SPECIFIC = (
    "text", "reported", "heard", "agreed", "liked", "frame", "tie", "brought", "topic", "bare", "point"
)  # fmt: skip
_LEADS_ON = 90  # characters of a detail behind which a reason still follows
_SUBJECT = 45  # characters of a detail that a subject line bears
_THE_QUESTION = re.compile(
    r"(?i)\b(?:asked|asked me) ((?:how|what|why|whether|when|where|who|which)\b.*)"
)
_AT_ONCE = frozenset({"thank_you", "linkedin_connect"})


def refusal(occasion: Occasion, specific: Specific, grammar: Grammar) -> str:
    """Why the thought of a specific cannot stand in this letter as it was typed; "" where it can, or there is none."""
    typed = _typed(specific)
    if not typed:
        return ""
    shown = clipped(typed, 60)
    if grammar.unfinished(typed):
        return f"“{shown}” goes on: finish the sentence."
    if foreign(typed, grammar.code):
        return f"“{shown}” is in another language: say it in {grammar.name}."
    if not grammar.clause(typed, specific.frame):
        return f"“{shown}” {grammar.unclear(typed)}"
    to = listener(occasion, specific, grammar)
    if to.name and mentions(typed, to.name):
        return f"“{shown}” goes to {to.name}: say “you”."
    of = grammar.of_somebody(typed, specific.text) if to.spoke else ""
    return (
        f"“{shown}” goes to {to.name}: say “you” where it says “{of}”, or name who that is."
        if of
        else ""
    )


def thought_of(occasion: Occasion, specific: Specific, grammar: Grammar) -> str:
    """The thought as a sentence for this reader; "" where there is none, or none that they have not read already."""
    typed = _typed(specific)
    if not typed or refusal(occasion, specific, grammar) or _read(occasion, typed):
        return ""
    return stopped(raised(grammar.clause(typed, specific.frame)))


_OF_WHOSE = re.compile(r"(?i)(?:mein|ihr|dein|unser|your|would)\w*")


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


def _typed(specific: Specific) -> str:
    """The thought as it was typed, on one line and no longer than a letter can bear."""
    return clipped(" ".join(specific.ties_to.split()), _LONGEST)


def nature(occasion: Occasion, specific: Specific, grammar: Grammar) -> frozenset[str]:
    """The words of `field_list.WHEN` for what kind of thought it is."""
    return grammar.nature_of(thought_of(occasion, specific, grammar))


def _read(occasion: Occasion, thought: str) -> bool:
    """Whether a message that the user has sent to them says it."""
    return likely_told(
        thought, (t.text for t in occasion.case.touchpoints if t.direction == "sent")
    )


def ways_to_begin(occasion: Occasion, specific: Specific, grammar: Grammar) -> tuple[str, ...]:
    """Some beginnings that fit what was said, or, in a letter after the thanks, what has come of it since."""
    frame = specific.frame if occasion.kind in _AT_ONCE else None
    return tuple(grammar.beginnings(frame))


def _specific(occasion: Occasion, specific: Specific, grammar: Grammar) -> dict[str, str]:
    text, bare = moment(occasion, specific, grammar), told(occasion, specific, grammar)
    to = listener(occasion, specific, grammar)

    def reported(as_: Telling) -> str:
        return grammar.reported(specific.frame, bare, to, as_) if specific.frame and bare else ""

    return {
        "text": text,
        "reported": reported("told"),
        "heard": reported("heard") if specific.frame == "that" else "",
        "agreed": reported("agreed") if specific.frame == "that" else "",
        "liked": grammar.liked(bare) if specific.frame == "that" else "",
        "frame": str(specific.frame or ""),
        "bare": bare if specific.frame == "about" else "",
        "point": bare if specific.frame == "that" and bare[:1] != "„" else "",
        "tie": (tie := thought_of(occasion, specific, grammar)),
        "brought": grammar.brought(_typed(specific)) if tie else "",
        "topic": specific.topic,
    }


def said_and_thought(
    occasion: Occasion, chosen: Sequence[Specific], grammar: Grammar
) -> dict[str, Any]:
    """The fields that say what was chosen of the interview; a jotting is none of them."""
    notes = [_specific(occasion, s, grammar) for s in chosen]
    notes = [note for note in notes if note["text"]]
    nothing = dict.fromkeys(_OF_A_SPECIFIC, "")
    first, second = [*notes, nothing, nothing][:2]
    asked = next((n for n in notes if n["topic"] == "question"), {"text": "", "tie": ""})
    fact = first["bare"] if first["topic"] == "company" else ""
    short_enough = len(first["text"]) <= _LEADS_ON
    since = re.search(rf"(?i)\b(?:{grammar.since_then})\b", first["tie"])
    is_short = len(first["bare"]) <= _SUBJECT and "," not in first["bare"]
    return {
        "specifics": notes,
        "specifics_count": len(notes),
        "specific": first,
        "moments": [note["text"] for note in notes],
        "moment": first["text"],
        "they_said": first["reported"] if first["frame"] == "that" else "",
        "heard": first["heard"],
        "agreed": first["agreed"],
        "liked": first["liked"],
        "they_asked": _asked(occasion, first) if first["frame"] == "question" else "",
        "point": first["point"],
        "second": second["text"],
        "second_tie": second["tie"],
        "topic": grammar.topic(first["bare"]) if is_short else "",
        "thing": first["bare"] if _is_a_thing(first) else "",
        "fact": fact,
        "talked_of": first["bare"] if _is_a_talk(first) else "",
        "told_of": first["reported"] if _is_a_talk(first) else "",
        "their_question": _by_itself(first),
        "tie": first["tie"],
        "brought": first["brought"],
        "joined": grammar.joined(first["tie"]) if short_enough else "",
        "added": grammar.added(first["tie"]),
        "because": grammar.because(first["tie"]) if short_enough else "",
        "came_of_it": first["tie"] if since else "",
        "question": asked["text"],
        "answer": asked["tie"],
    }


def _by_itself(said: Mapping[str, str]) -> str:
    """A question as it follows a colon, where it is a clause: “how I would handle on-call”."""
    if said["frame"] != "question":
        return ""
    clause = _THE_QUESTION.search(said["reported"])
    return clause[1] if clause else ""


def _is_a_talk(said: Mapping[str, str]) -> bool:
    """Whether it was talked about, and is no event to remember by itself: “the tour”."""
    return bool(said["bare"]) and said["bare"] != said["text"]


def _is_a_thing(said: Mapping[str, str]) -> bool:
    """Whether what was talked about can stand by itself: neither “the tour”, which was no talk, nor “how you hire”."""
    return _is_a_talk(said) and not _A_CLAUSE.match(said["bare"])


def _asked(occasion: Occasion, first: Mapping[str, str]) -> str:
    """A question as told; weeks later only one of how I would work, or that I have a new answer to."""
    told = first["reported"]
    return told if occasion.kind == "thank_you" or first["tie"] or _OF_WORK.search(told) else ""
