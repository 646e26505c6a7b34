"""What was said and what the user thought of it, answered to it or would do about it, as the fields of one letter."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from followup.messages.languages import ENGLISH
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, mentions, one_line, raised, stopped
from followup.messages.languages.listener import Listener, Telling
from followup.messages.languages.their_words import is_formal
from followup.messages.occasion import Occasion
from followup.model.facts import Specific
from followup.model.vocabulary import Frame, Terms
from followup.prose.jotted import foreign, is_shorthand, likely_told

# Characters of what was said, and of a thought, that go into a letter.
LONGEST, _LONGEST_THOUGHT = 400, 600
_A_CLAUSE = re.compile(
    r"(?i)(?:how|what|why|whether|when|where|who)\b|.* und (?:warum|wieso|wie|was|ob|wann)\b"
)
_OF_WORK = re.compile(r"(?i)\b(?:I'd|I would|würde)\b")
_OF_A_SPECIFIC = (
    "text", "reported", "heard", "agreed", "liked", "frame", "tie", "brought", "topic", "bare", "point"
)  # fmt: skip
# Characters of a detail behind which a reason still follows, and of one that a subject line bears.
_LEADS_ON, _SUBJECT = 90, 45
_THE_QUESTION = re.compile(
    r"(?i)\b(?:asked|asked me) ((?:how|what|why|whether|when|where|who|which)\b.*)"
)
_WHERE_IN_IT = re.compile(
    r"(?i)\b(?:page|slide|section|chapter|sheet|seite|folie|abschnitt|kapitel|blatt)\b"
)
_AT_ONCE = frozenset({"thank_you", "linkedin_connect"})


def is_written(text: str, grammar: Grammar) -> bool:
    """Whether a note is in that language, and no jotting once what is shortened in it is written out."""
    return not is_shorthand(grammar.typed_out(text)) and not foreign(text, grammar.code)


def terms_of(occasion: Occasion, grammar: Grammar) -> Terms:
    """Whether one is on first-name terms with the reader: as the user says, as they wrote last, else as is usual."""
    reader = occasion.recipient
    theirs = [t.text for t in occasion.case.messages if reader and t.people == (reader.id,)]
    by_surname = grammar.code == ENGLISH.code and any(map(is_formal, theirs[-1:]))
    return (reader and reader.terms) or ("formal" if by_surname else grammar.usual_terms)


def listener(occasion: Occasion, specific: Specific, grammar: Grammar) -> Listener:
    """Who reads that specific: whether it was the speaker, and whether a “they” means the reader's company."""
    reader, by = occasion.recipient, occasion.case.person(specific.said_by)
    rounds = (*occasion.case.held, *filter(None, [occasion.interview]))
    round_ = next((i for i in rounds if any(s.id == specific.id for s in i.specifics)), None)
    team = occasion.case.people(round_.interviewers) if round_ and round_.mode != "ai" else ()
    speaker = by or (team[0] if len(team) == 1 else None)
    spoke = reader is not None and speaker == reader
    return Listener(
        name=reader.name if reader else "",
        terms=terms_of(occasion, grammar),
        inside=reader is None or reader.role not in ("agency", "referrer"),
        met=reader is not None and (spoke or reader in team),
        spoke=spoke,
        speaker=grammar.colleague(speaker.name, speaker.terms or terms_of(occasion, grammar))
        if speaker and not spoke
        else "",
    )


def told_to(to: Listener, frame: Frame | None, text: str, grammar: Grammar) -> str:
    """The end of its sentence as said to this reader; "" for a jotting, or where it speaks of them as of another."""
    text = one_line(clipped(text, LONGEST))
    text = re.sub(r" & (?=[a-zäöü])", f" {grammar.and_} ", text)
    return (frame and text and is_written(text, grammar) and grammar.said(text, frame, to)) or ""


def told(occasion: Occasion, specific: Specific, grammar: Grammar = ENGLISH) -> str:
    """The same of a specific that is stored, and of this letter's reader."""
    to = listener(occasion, specific, grammar)
    return told_to(to, specific.frame, specific.text, grammar)


def moment(occasion: Occasion, specific: Specific, grammar: Grammar = ENGLISH) -> str:
    """It as a thing to remember, as said to this reader: “your point that …”; "" where `told` is."""
    text = told(occasion, specific, grammar)
    if not text or specific.frame is None:
        return ""
    return grammar.moment(specific.frame, text, listener(occasion, specific, grammar))


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


def _typed(specific: Specific) -> str:
    """The thought as it was typed, on one line and no longer than a letter can bear."""
    return clipped(" ".join(specific.ties_to.split()), _LONGEST_THOUGHT)


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
    chained = re.search(rf",| {grammar.and_} ", first["text"])
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
        "second_said": second["reported"] if second["frame"] != "about" else "",
        "second_talk": second["bare"] if _is_a_talk(second) else "",
        "second_told_of": second["reported"] if _is_a_talk(second) else "",
        "second_tie": second["tie"],
        "second_added": grammar.added(second["tie"]),
        "topic": grammar.topic(first["bare"]) if is_short else "",
        "thing": first["bare"] if _is_a_thing(first) else "",
        "fact": fact,
        "talked_of": first["bare"] if _is_a_talk(first) else "",
        "told_of": first["reported"] if _is_a_talk(first) else "",
        "their_question": _by_itself(first),
        "tie": first["tie"],
        "brought": first["brought"],
        "joined": grammar.joined(first["tie"]) if short_enough and not chained else "",
        "added": grammar.added(first["tie"]),
        "because": grammar.because(first["tie"]) if short_enough else "",
        "came_of_it": first["tie"] if _is_since(first["tie"], grammar) else "",
        "after": first["tie"] if outlasts(first["frame"], first["tie"], grammar) else "",
        "into_it": first["tie"] if speaks_of_it(occasion, first["tie"]) else "",
        "question": asked["text"],
        "answer": asked["tie"],
    }


def outlasts(frame: str, thought: str, grammar: Grammar) -> bool:
    """Whether a thought can still be told when it has come to nothing: no answer, and not what one would do there."""
    ahead = {"view", "wish"} & grammar.nature_of(thought)
    return bool(thought) and ((frame != "question" and not ahead) or _is_since(thought, grammar))


def _is_since(thought: str, grammar: Grammar) -> bool:
    """Whether a thought tells what has come of it since."""
    return re.search(rf"(?i)\b(?:{grammar.since_then})\b", thought) is not None


def speaks_of_it(occasion: Occasion, thought: str) -> bool:
    """Whether a thought says where in what is sent something stands: “page 3 of the plan is exactly that”."""
    if occasion.kind != "send_material" or occasion.promise is None:
        return False
    named = re.findall(r"\w{4,}", occasion.promise.text.casefold())
    return bool(_WHERE_IN_IT.search(thought)) or any(word in thought.casefold() for word in named)


def _by_itself(said: Mapping[str, str]) -> str:
    """A question as it follows a colon, where it is a clause: “how I would handle on-call”."""
    clause = _THE_QUESTION.search(said["reported"]) if said["frame"] == "question" else None
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
