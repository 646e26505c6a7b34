"""What was said in the interviews: which of it a message may refer to, and for each of a panel a different one.

A specific goes into a letter by its frame. One without is a jotting: it stays out until its sentence is finished.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from followup.messages.languages import ENGLISH
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, one_line
from followup.messages.languages.listener import Listener
from followup.messages.languages.their_words import is_formal
from followup.messages.occasion import Occasion
from followup.model.action import Action
from followup.model.facts import Specific, Touchpoint
from followup.model.vocabulary import LIVE, Terms, Topic
from followup.playbook.case import sent_to
from followup.prose import jotted
from followup.prose.jotted import delicate, foreign, is_shorthand, likely_told, private
from followup.prose.word_lists import word_set

MOST_SPECIFICS = 2
USUAL_SPECIFICS = 1
_LAST = 4  # a question whether I would or have: what one was asked is no talk to remember
_LONGEST = 400  # characters of one that goes into a letter
OWN_TOPICS: frozenset[Topic] = frozenset({"missed", "my_question"})
"""Topics of the user's own, which nobody said to them: a thank-you has a sentence for each."""

_WITH_THOUGHTS = word_set("status_check second_check keep_in_touch linkedin_connect tell_referrer")
_LATER = ("about", "that", "question", None)  # what a letter after the thanks would rather take up


def told_to_others(occasion: Occasion) -> tuple[Touchpoint, ...]:
    """The thank-yous that went to other people of the same round, newest first."""
    case, action = occasion.case, occasion.action
    sent = (
        touchpoint
        for touchpoint in case.sent("thank_you")
        if action.interview in (None, case.interview_of(touchpoint))
        and (action.person is None or action.person not in sent_to(case, touchpoint))
    )
    return tuple(sent)[::-1]


def _in_reach(occasion: Occasion) -> tuple[Specific, ...]:
    """What the message may refer to, newest first: the round's own for a thank-you, else every round's."""
    own = occasion.interview if occasion.kind == "thank_you" else None
    rounds = (own,) if own else occasion.case.held
    every = (said for round_ in reversed(rounds) for said in reversed(round_.specifics))
    return tuple(said for said in every if said.text.strip())


def suggest_specifics(
    occasion: Occasion, *, taken: Collection[str] = (), grammar: Grammar | None = None
) -> tuple[Specific, ...]:
    """All specifics that can be told to this reader, the best first; the first is the default.

    After the thanks first what the user has a thought on. Then what this person said, then what no other interviewer
    of the round was told (or, by id in `taken`, is about to be), what they were there for, what ties to me, the newest.
    """
    texts = [t.text for t in told_to_others(occasion)]
    people = {p.id for p in (occasion.person, occasion.recipient) if p}
    gone = {p.id for p in occasion.application.people if p.left}
    # Whoever set an AI round said and heard none of it: there its reader counts for nothing, and a thought first.
    by_machine = occasion.interview is not None and occasion.interview.mode == "ai"
    grammar, thanks = grammar or occasion.grammar(), occasion.kind == "thank_you"
    read = [t.text for t in occasion.case.touchpoints if t.direction == "sent"]
    later = occasion.kind in _WITH_THOUGHTS
    to_hr = occasion.recipient is not None and occasion.recipient.role in ("recruiter", "hr")

    def rank(specific: Specific) -> tuple[int, ...]:
        return (
            is_delicate(specific),
            not thanks and specific.said_by in gone,
            _rest(specific, grammar) == _LAST if thanks else later and _old(specific),
            specific.said_by not in people and not (by_machine and _of_ones_own(specific, grammar)),
            specific.id in taken or likely_told(specific.text, texts),
            thanks and specific.said_by is not None and not by_machine,
            not by_machine and not listener(occasion, specific, grammar).met,
            _rest(specific, grammar) if thanks else _old(specific),
            to_hr and jotted.is_convenience(f"{specific.text} {specific.ties_to}"),
            0 if thanks else _LATER.index(specific.frame),
        )

    def _old(specific: Specific) -> bool:
        if not later:
            return specific.frame == "question"
        return not _of_ones_own(specific, grammar) or likely_told(specific.ties_to, read)

    theirs = (s for s in _in_reach(occasion) if s.topic not in OWN_TOPICS)
    return tuple(sorted((s for s in theirs if moment(occasion, s, grammar)), key=rank))


def _of_ones_own(specific: Specific, grammar: Grammar) -> str:
    """The user's thought on it; "" where it only approves, as anybody could."""
    bare = jotted.only_approves(specific.ties_to)
    return "" if bare else grammar.clause(specific.ties_to, specific.frame)


def _rest(specific: Specific, grammar: Grammar) -> int:
    """How little a letter has to say of it, from 0, a thought of mine, to what one was asked about oneself."""
    frame, thought = specific.frame, _of_ones_own(specific, grammar)
    kinds = grammar.kinds_of(frame, specific.topic, specific.text) if frame else ()
    asked = "yes_or_no" in kinds
    lines = (
        (jotted.says_of_oneself(thought) and not asked, 0),
        (thought, 1),
        (asked, _LAST),
        (frame == "question", 3),
        (kinds, 1),  # which have an answer of their own
    )
    return next((little for holds, little in lines if holds), 2)


def usual_specifics(occasion: Occasion, grammar: Grammar | None = None) -> tuple[Specific, ...]:
    """What goes in where nobody has chosen: the best, unless it is delicate."""
    best = [s for s in suggest_specifics(occasion, grammar=grammar) if not is_delicate(s)]
    return tuple(best[:USUAL_SPECIFICS])


def is_delicate(specific: Specific) -> bool:
    """Whether it is gossip, a weakness of theirs or pay, which a letter takes up only where the user says so."""
    return (private if specific.frame == "question" else delicate)(specific.text)


def jottings(occasion: Occasion) -> tuple[Specific, ...]:
    """What was noted and cannot be told to this reader as it stands: its sentence is still to be finished."""
    grammar = occasion.grammar()
    return tuple(s for s in _in_reach(occasion) if not told(occasion, s, grammar))


def own_point(occasion: Occasion, topic: Topic, grammar: Grammar = ENGLISH) -> str:
    """The newest framed point of the user's own, as the end of a sentence; "" where there is none."""
    own = (s for s in _in_reach(occasion) if s.topic == topic)
    said = ((told(occasion, s, grammar) or _whole(s, grammar), s.frame) for s in own)
    return next((grammar.own(text, frame) for text, frame in said if text), "")


def _whole(specific: Specific, grammar: Grammar) -> str:
    """What I forgot to say where it was noted without a frame and is a sentence by itself; else ""."""
    text = one_line(clipped(specific.text, _LONGEST))
    mine = specific.topic == "missed" and specific.frame is None
    return grammar.clause(text) if mine and _is_written(text, grammar) else ""


def _is_written(text: str, grammar: Grammar) -> bool:
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


def told(occasion: Occasion, specific: Specific, grammar: Grammar = ENGLISH) -> str:
    """The end of its sentence as said to this reader; "" for a jotting, or where it speaks of them as of another."""
    text = one_line(clipped(specific.text, _LONGEST))
    text = re.sub(r" & (?=[a-zäöü])", f" {grammar.and_} ", text)
    if specific.frame is None or not text or not _is_written(text, grammar):
        return ""
    return grammar.said(text, specific.frame, listener(occasion, specific, grammar)) or ""


def moment(occasion: Occasion, specific: Specific, grammar: Grammar = ENGLISH) -> str:
    """It as a thing to remember, as said to this reader: “your point that …”; "" where `told` is."""
    text = told(occasion, specific, grammar)
    if not text or specific.frame is None:
        return ""
    return grammar.moment(specific.frame, text, listener(occasion, specific, grammar))


def proposal(occasion: Occasion, specific: Specific, grammar: Grammar = ENGLISH) -> Specific | None:
    """What cannot be told as it stands, with the frame and the words that it surely fits, for the user to accept.

    None where none is sure, where it can be told, or this reader could not be told it so.
    """
    found = None if told(occasion, specific, grammar) else grammar.proposed(specific.text)
    framed = specific.replace(frame=found[0], text=found[1]) if found else None
    return framed if framed and moment(occasion, framed, grammar) else None


def panel_of(occasion: Occasion, actions: Sequence[Action]) -> tuple[Occasion, ...]:
    """The thank-yous of the plan to all of this round as entered, done or not; empty where there is but one."""
    mine = occasion.action
    if mine.kind != "thank_you":
        return ()
    round_ = (mine.kind, mine.application, mine.interview)
    thanks = (each for each in actions if each.status in (*LIVE, "done"))
    same = [each for each in thanks if (each.kind, each.application, each.interview) == round_]
    if len(same) < 2:  # noqa: PLR2004 (one is no panel)
        return ()
    entered = [person.id for person in occasion.application.people]
    same.sort(key=lambda each: (entered.index(each.person) if each.person else -1, each.key))
    return tuple(occasion.beside(each) for each in same)


def first_specifics(occasion: Occasion, panel: Sequence[Occasion]) -> tuple[Specific, ...]:
    """What goes in at first: in a panel something else for each, else the best of what was said."""
    if len(panel) > 1:
        told = suggestions(panel)
        return (told[occasion.key],) if occasion.key in told else ()
    return usual_specifics(occasion)


def suggestions(panel: Sequence[Occasion]) -> Mapping[str, Specific]:
    """By action key the specific to begin with: for each one that nobody else is told, first what they said themselves.

    Where too little was noted some have none, since people compare. All of the round are counted, whether their note
    has gone or not, so that sending one changes no other; and the only thing that somebody said is theirs, though its
    sentence is still to be finished, so that finishing it changes no other either.
    """
    found: dict[str, Specific] = {}
    ranked = {one.key: suggest_specifics(one) for one in panel}
    own = {o.key for o in panel if any(s.said_by == o.action.person for s in ranked[o.key])}
    theirs = {
        o.action.person: [s for s in _in_reach(o) if s.said_by == o.action.person] for o in panel
    }
    alone = {said[0].id: person for person, said in theirs.items() if person and len(said) == 1}
    for one in sorted(panel, key=lambda one: one.key not in own):
        taken = {specific.id for specific in found.values()}
        taken |= {id_ for id_, person in alone.items() if person != one.action.person}
        free = [s for s in ranked[one.key] if s.id not in taken and not is_delicate(s)]
        if free:
            found[one.key] = free[0]
    return found
