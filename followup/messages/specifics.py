"""What was said in the interviews: which of it a message may refer to, and for each of a panel a different one.

A specific goes into a letter by its frame. One without is a jotting: it stays out until its sentence is finished.
"""

from collections.abc import Collection, Mapping, Sequence

from followup.messages.languages import ENGLISH
from followup.messages.languages.grammar import Grammar
from followup.messages.occasion import Occasion
from followup.messages.thought import (
    listener,
    moment,
    outlasts,
    refusal,
    speaks_of_it,
    thought_of,
    told,
)
from followup.model.action import Action
from followup.model.facts import Specific, Touchpoint
from followup.model.vocabulary import LIVE, Topic
from followup.playbook.case import sent_to
from followup.prose import jotted
from followup.prose.jotted import delicate, likely_told, private
from followup.prose.word_lists import word_set

MOST_SPECIFICS = 2
_ROOM = 62  # words of two details and their thoughts, with which a letter stays under some 110
_LAST = 5  # a question whether I would or have: what one was asked is no talk to remember
OWN_TOPICS: frozenset[Topic] = frozenset({"missed", "my_question"})
"""Topics of the user's own, which nobody said to them: a thank-you has a sentence for each."""

_TAKE_TWO = word_set("thank_you keep_in_touch")
_AFTER_A_NO = word_set("rejection_reply feedback_request withdraw_note")
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


def in_reach(occasion: Occasion) -> tuple[Specific, ...]:
    """What the message may refer to, newest first: the round's own for a thank-you, else every round's."""
    own = occasion.interview if occasion.kind == "thank_you" else None
    rounds = (own,) if own else occasion.case.held
    every = (said for round_ in reversed(rounds) for said in reversed(round_.specifics))
    return tuple(said for said in every if said.text.strip())


def suggest_specifics(
    occasion: Occasion, *, taken: Collection[str] = (), grammar: Grammar | None = None
) -> tuple[Specific, ...]:
    """All specifics that can be told to this reader, the best first; the first is the default.

    First what the user has a thought on that goes into this letter and that nobody has read, whoever said it. Then what
    this person said, then what no other interviewer of the round was told (or, by id in `taken`, is about to be), what
    they were there for, what ties to me, the newest.
    """
    texts = [t.text for t in told_to_others(occasion)]
    people = {p.id for p in (occasion.person, occasion.recipient) if p}
    gone = {p.id for p in occasion.application.people if p.left}
    # Whoever set an AI round said and heard none of it: there its reader counts for nothing.
    by_machine = occasion.interview is not None and occasion.interview.mode == "ai"
    grammar, thanks = grammar or occasion.grammar(), occasion.kind == "thank_you"
    read = _read_before(occasion)
    to_hr = occasion.recipient is not None and occasion.recipient.role in ("recruiter", "hr")

    def rank(specific: Specific) -> tuple[int, ...]:
        thought = _of_ones_own(occasion, specific, grammar)
        little = _rest(specific, thought, grammar)
        told_beside = specific.id in taken or likely_told(specific.text, texts)
        return (
            is_delicate(specific),
            not thanks and specific.said_by in gone,
            not thought or told_beside or likely_told(thought, read),
            occasion.kind == "send_material" and not speaks_of_it(occasion, thought),
            _is_sore(_kinds(specific, grammar), thanks=thanks),
            not thanks and specific.frame == "question",
            thanks and little == _LAST,
            specific.said_by not in people and not (by_machine and thought),
            told_beside,
            thanks and specific.said_by is not None and not by_machine,
            not by_machine and not listener(occasion, specific, grammar).met,
            thanks and little,
            to_hr and jotted.is_convenience(f"{specific.text} {specific.ties_to}"),
            0 if thanks else _LATER.index(specific.frame),
        )

    theirs = (s for s in in_reach(occasion) if s.topic not in OWN_TOPICS)
    return tuple(sorted((s for s in theirs if moment(occasion, s, grammar)), key=rank))


def _read_before(occasion: Occasion) -> tuple[str, ...]:
    """What was sent to them; of a round's thank-yous none counts for another, so that sending one changes no other."""
    case, action = occasion.case, occasion.action
    thanks = case.sent("thank_you") if occasion.kind == "thank_you" else ()
    beside = {t.id for t in thanks if action.interview in (None, case.interview_of(t))}
    sent = (t for t in case.touchpoints if t.direction == "sent" and t.id not in beside)
    return tuple(t.text for t in sent)


def _of_ones_own(occasion: Occasion, specific: Specific, grammar: Grammar) -> str:
    """The user's thought on it as typed; "" where it cannot stand in this letter, or only approves as anybody could."""
    thought = grammar.clause(specific.ties_to, specific.frame)
    refused = not thought or refusal(occasion, specific, grammar)
    if occasion.kind in _AFTER_A_NO and not outlasts(specific.frame or "", thought, grammar):
        return ""
    return "" if refused or jotted.only_approves(specific.ties_to) else specific.ties_to


def _is_sore(kinds: frozenset[str], *, thanks: bool) -> bool:
    """Whether it is what they find hard, which opens no letter where there is a friendlier thing to take up."""
    return "sore" in kinds or (thanks and "trouble" in kinds)


def _rest(specific: Specific, thought: str, grammar: Grammar) -> int:
    """How little a letter has to say of it, from 0, a thought of mine, to what one was asked about oneself.

    A thought on a question is mostly what was answered there, which the reader has heard; but a yes is waited for.
    """
    frame, kinds = specific.frame, _kinds(specific, grammar)
    asked, heard = "yes_or_no" in kinds, frame == "question"
    lines = (
        (asked and jotted.says_yes(thought), 0),
        (thought and not heard and jotted.says_of_oneself(thought), 0),
        (thought, 2 if heard else 1),
        (asked, _LAST),
        (heard, 4),
        (kinds, 2),  # which have an answer of their own
    )
    return next((little for holds, little in lines if holds), 3)


def _kinds(specific: Specific, grammar: Grammar) -> frozenset[str]:
    """What kind of thing was said, by the words of `field_list.WHEN`."""
    frame = specific.frame
    return grammar.kinds_of(frame, specific.topic, specific.text) if frame else frozenset()


def usual_specifics(occasion: Occasion, grammar: Grammar | None = None) -> tuple[Specific, ...]:
    """What goes in where nobody has chosen: the best, unless it is delicate, and a second one where there is room."""
    best = [s for s in suggest_specifics(occasion, grammar=grammar) if not is_delicate(s)]
    return _with_a_second(occasion, best, grammar or occasion.grammar())


def _with_a_second(
    occasion: Occasion, best: Sequence[Specific], grammar: Grammar
) -> tuple[Specific, ...]:
    """The first, and of the rest what this reader said too, where both have a thought of mine and stay short."""
    if not best:
        return ()
    first, *rest = best
    if occasion.kind not in _TAKE_TWO or not _of_ones_own(occasion, first, grammar):
        return (first,)
    told = f"{first.text} {first.ties_to}"
    for other in rest:
        thought = _of_ones_own(occasion, other, grammar) and thought_of(occasion, other, grammar)
        short = len(f"{told} {other.text} {thought}".split()) <= _ROOM
        sore = _is_sore(_kinds(other, grammar), thanks=occasion.kind == "thank_you")
        if thought and short and not sore and listener(occasion, other, grammar).spoke:
            return first, other
    return (first,)


def is_delicate(specific: Specific) -> bool:
    """Whether it is gossip, a weakness of theirs or pay, which a letter takes up only where the user says so."""
    return (private if specific.frame == "question" else delicate)(specific.text)


def jottings(occasion: Occasion) -> tuple[Specific, ...]:
    """What was noted and cannot be told to this reader as it stands: its sentence is still to be finished."""
    grammar = occasion.grammar()
    return tuple(s for s in in_reach(occasion) if not told(occasion, s, grammar))


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
        mine, taken = told.get(occasion.key), {specific.id for specific in told.values()}
        free = [s for s in suggest_specifics(occasion) if s.id not in taken and not is_delicate(s)]
        return _with_a_second(occasion, [mine, *free], occasion.grammar()) if mine else ()
    return usual_specifics(occasion)


def suggestions(panel: Sequence[Occasion]) -> Mapping[str, Specific]:
    """By action key the specific to begin with: for each one that nobody else is told, first what they said themselves.

    Where too little was noted some have none, since people compare. All of the round are counted, whether their note
    has gone or not, so that sending one changes no other; and the only thing that somebody said is theirs, though its
    sentence is still to be finished, so that finishing it changes no other either.
    """
    found: dict[str, Specific] = {}
    ranked = {one.key: suggest_specifics(one) for one in panel}

    def own(one: Occasion) -> tuple[bool, bool]:
        said = [s for s in ranked[one.key] if s.said_by == one.action.person]
        return not any(_of_ones_own(one, s, one.grammar()) for s in said), not said

    theirs = {
        o.action.person: [s for s in in_reach(o) if s.said_by == o.action.person] for o in panel
    }
    alone = {said[0].id: person for person, said in theirs.items() if person and len(said) == 1}
    for one in sorted(panel, key=own):
        taken = {specific.id for specific in found.values()}
        taken |= {id_ for id_, person in alone.items() if person != one.action.person}
        free = [s for s in ranked[one.key] if s.id not in taken and not is_delicate(s)]
        if free:
            found[one.key] = free[0]
    return found
