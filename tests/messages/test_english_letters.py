"""What an English letter takes from the facts: how they greet, what was typed in a hurry, where a thought joins on."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from followup.messages.draft import draft
from followup.messages.fields import values
from followup.messages.languages import ENGLISH
from followup.messages.languages.english.thoughts import added, is_sentence, joined, nature_of
from followup.messages.languages.english.typed import parted, typed_out
from followup.messages.languages.listener import Listener
from followup.messages.languages.their_words import (
    gives_a_reason,
    is_ill,
    wants_news,
    was_close,
    writer_is_ill,
)
from followup.messages.specifics import is_delicate, suggest_specifics
from followup.model.facts import Facts, Interview, Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Direction, Frame, Mode, Purpose, Terms
from followup.prose.jotted import delicate, foreign
from tests.builders.northwind import DANA, NOW, TUESDAY, action, facts, occasion, person, setting
from tests.rows import each_row

MOVE = Specific(id="m", text="the move to Kafka", frame="about", said_by="dana")


def mail(text: str, purpose: Purpose = "reply", direction: Direction = "received") -> Touchpoint:
    return Touchpoint(
        id=f"t-{purpose}-{direction}",
        at=TUESDAY + timedelta(days=1),
        direction=direction,
        purpose=purpose,
        people=("dana",),
        text=text,
    )


@pytest.mark.parametrize(
    ("text", "direction", "greeting"),
    [
        ("Hi Sam, see you on Tuesday.", "received", "Hi Dana,"),
        ("Hello Dana, Tuesday is perfect.", "sent", "Hi Dana,"),
        ("Dear Sam, see you on Tuesday.", "received", "Dear Dana,"),
        ("Hire date is fine.", "received", "Dear Dana,"),
        ("", "received", "Dear Dana,"),
    ],
)
def test_a_letter_greets_as_the_mails_between_the_two_did(
    text: str, direction: Direction, greeting: str
) -> None:
    found = facts([MOVE], touchpoints=[mail(text, direction=direction)])
    assert draft(occasion(action(), found)).body.startswith(greeting)


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Dear Ms Rivera,\n\nplease come.\n\nYours sincerely\nDana Adler", "Dear Dana Adler,"),
        ("Dear Ms Rivera,\n\nplease come.\n\nBest\nDana", "Dear Dana,"),
        ("Dear Sam,\n\nplease come.\n\nYours sincerely\nDana Adler", "Dear Dana,"),
    ],
)
def test_who_writes_by_surname_is_answered_so(text: str, greeting: str) -> None:
    found = facts([MOVE], touchpoints=[mail(text, "invitation")])
    assert draft(occasion(action("reply"), found)).body.startswith(greeting)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Half of my renewals came from calls about nothing", True),
        ("My longest customer began with an apology", True),
        ("the things that came from it", False),
        ("the method used at Acme", False),
        ("the year I came to Leeds", False),
    ],
)
def test_a_past_that_is_no_participle_makes_a_sentence_of_a_thought(text: str, whole: bool) -> None:
    assert is_sentence(text) is whole


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "dont think i could work anywhere else, grew up w/ 3 in a field",
            "I don't think I could work anywhere else; I grew up with 3 in a field",
        ),
        ("didn't know that either", "I didn't know that either"),
    ],
)
def test_a_thought_that_says_what_one_did_not_gets_its_subject(typed: str, said: str) -> None:
    assert ENGLISH.clause(typed, "about") == said


def test_an_answer_that_says_how_is_told_in_short() -> None:
    said = "In short: with her name and not with our reference"
    assert ENGLISH.clause("With her name and not with our reference.", "question") == said
    assert ENGLISH.clause("With her name and not with our reference.", "about") == ""


def test_what_has_come_of_it_since_is_no_experience_of_before() -> None:
    since = MOVE.replace(ties_to="I have since moved ours, report by report")
    for n in range(12):
        found = facts([since], company=f"Firm {n}")
        assert "felt at home" not in draft(occasion(action("status_check"), found)).body


def test_what_happens_when_something_else_does_is_a_thing_to_talk_about() -> None:
    said = "home births on the islands when the ferry is off"
    assert ENGLISH.said(said, "about", Listener("Dana", "first")) == said


def test_an_invitation_that_asks_for_my_times_is_not_asked_for_theirs() -> None:
    for asked in (
        "When could you come in?",
        "Please send your availability.",
        "Wann passt es Ihnen?",
    ):
        found = facts([MOVE], touchpoints=[mail(asked, "invitation")])
        for n in range(6):
            one = found.applications[0].replace(company=f"Company {n}")
            body = draft(occasion(action("reply"), found.replace(applications=(one,)))).body
            assert not re.search("day would suit|name a day|good time", body), body


def test_who_gives_me_longer_is_thanked_for_that_and_for_no_new_offer() -> None:
    offers = [
        mail("We would like to offer you the job.", "offer").replace(id="o1", at=TUESDAY),
        mail("Of course, take until 7 December.", "offer"),
    ]
    for n in range(4):
        found = facts([MOVE], touchpoints=offers, company=f"Firm {n}")
        said = draft(occasion(action("offer_reply"), found))
        assert "new offer" not in said.body + said.subject
        assert re.search("more time|waiting", said.body)


def test_who_is_addressed_formally_is_never_greeted_with_hi() -> None:
    formal = DANA.replace(terms="formal")
    found = facts([MOVE], people=[formal], touchpoints=[mail("Hi Sam, see you on Tuesday.")])
    assert draft(occasion(action(), found)).body.startswith("Dear ")


@each_row(
    ("typed", "said"),
    [
        ("how i would tell him that his plan wont work", "how I would tell him that his plan won't work"),
        ("one van tour in february", "one van tour in February"),
        ("12 accounts by march", "12 accounts by March"),
        ("on the march", "on the march"),
        ("I stop. then i ring", "I stop. Then I ring"),
        ("i.e. the second one", "i.e. the second one"),
        ("cants and i/o", "cants and i/o"),
        ("Im on it, thats all", "I'm on it, that's all"),
        ("in the sun every sun until fri", "in the sun every Sunday until Friday"),
        ("this sat on my desk since last sat", "this sat on my desk since last Saturday"),
        ("the next sat down, every sun lounger was taken", "the next sat down, every sun lounger was taken"),
        ("on sun mornings, on sat I rest", "on Sunday mornings, on Saturday I rest"),
        ("I left cos they closed, cos lettuce is dull", "I left because they closed, cos lettuce is dull"),
        ("what id documents you need, and id scans", "what id documents you need, and id scans"),
        ("what id do first and how id ask", "what I'd do first and how I'd ask"),
        ("i said id ask, next time id set up earlier", "I said I'd ask, next time I'd set up earlier"),
        ("Id still ask. its true", "I'd still ask. It's true"),
        ("the photo id goes first, each order id stays", "the photo id goes first, each order id stays"),
        ("a shop with its own ovens, its quiet corner", "a shop with its own ovens, its quiet corner"),
        ("we know its worth, its true capacity", "we know its worth, its true capacity"),
        ("its very own canteen and its always open door", "its very own canteen and its always open door"),
        ("show a passport and id before the shift", "show a passport and id before the shift"),
        ("fine china from china", "fine china from china"),
        ("how to polish brass in polish", "how to polish brass in Polish"),
        ("a week w/o a chef and w/ two cooks", "a week without a chef and with two cooks"),
    ],
)  # fmt: skip
def test_what_tired_hands_left_out_is_put_in_where_it_is_sure(typed: str, said: str) -> None:
    assert typed_out(typed) == said


@each_row(
    ("text", "ill"),
    [
        ("I am ill, can we move it?", True),
        ("So sorry, I'm down with covid.", True),
        ("Sick today, sorry", True),
        ("I've got the flu", True),
        ("ich liege mit Grippe im Bett", True),
        ("I am so sorry, I have two nurses down with the flu and will be on the floor.", False),
        ("My daughter is ill.", False),
        ("Eine Kollegin ist krank.", False),
        ("I have two cooks down with flu and must stay on the pass.", False),
        ("I have half the kitchen in bed with norovirus.", False),
        ("ich habe drei Techniker krank und muss verschieben", False),
        ("Unser Koch war krank", False),
        ("bin leider krank geworden", True),
        ("ich habe die Grippe", True),
        ("I was ill all week", True),
    ],
)
def test_only_who_wrote_it_was_ill(text: str, ill: bool) -> None:
    assert writer_is_ill(text) is ill


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("We chose somebody with more experience of trusts.", True),
        ("It was because you have no licence yet.", True),
        ("We went with an internal candidate.", True),
        ("Wir haben die Stelle intern besetzt.", True),
        ("Other candidates scored a little higher in the case study.", True),
        ("We lost the provincial contract this job hung on.", True),
        ("I am afraid that we cannot give reasons.", False),
        ("The reasons are confidential.", False),
        ("It is not because of you.", False),
        ("Our internal process has come to its end.", False),
        ("Einen Grund dürfen wir nicht nennen.", False),
    ],
)
def test_only_a_reason_that_is_given_is_one(text: str, given: bool) -> None:
    assert gives_a_reason(text) is given


def test_feedback_asks_for_no_reason_that_they_have_given() -> None:
    told = mail("Other candidates scored a little higher in the case study.", "rejection")
    found = facts(touchpoints=[told], specifics=[])
    own = found.applications[0]
    searches = (found.replace(applications=(own.replace(company=f"Firm {n}"),)) for n in range(36))
    bodies = [draft(occasion(action("feedback_request"), search)).body for search in searches]
    assert any("Is there one thing about it that I should do differently?" in b for b in bodies)
    assert not any("Was it my experience" in b for b in bodies)


@pytest.mark.parametrize(
    ("text", "close", "news"),
    [
        ("It was close and the children still talk about your lesson.", True, False),
        ("You were second by a whisker. Let me know where you land.", True, True),
        ("We are close to a decision.", False, False),
        ("Please stay in touch.", False, True),
    ],
)
def test_what_they_wrote_with_a_no_is_heard(text: str, close: bool, news: bool) -> None:
    assert (was_close(text), wants_news(text)) == (close, news)


@pytest.mark.parametrize(
    ("thought", "follows_and", "follows_a_colon", "is_"),
    [
        ("I moved our reports at Acme.", "I moved our reports at Acme", "I moved our reports at Acme", "done"),
        ("My last team did it in a weekend.", "my last team did it in a weekend",
         "my last team did it in a weekend", "done"),
        ("I'd cut the macaron and keep the choux.", "", "I'd cut the macaron and keep the choux", "view"),
        ("I said by review; I would add a test.", "", "", ""),
        ("I stop. Then I ring.", "", "", ""),
        ("Initech did it so.", "", "", ""),
        ("I would have given a lot for that.", "I would have given a lot for that",
         "I would have given a lot for that", ""),
    ],
)  # fmt: skip
def test_a_thought_is_joined_where_that_makes_one_good_sentence(
    thought: str, follows_and: str, follows_a_colon: str, is_: str
) -> None:
    assert joined(thought) == follows_and
    assert added(thought) == follows_a_colon
    assert nature_of(thought) - {"deed", "fresh"} == ({is_} if is_ else set())


TO_AGENCY = Listener("Lee Park", "first", inside=False, speaker="Tom")


def test_a_question_in_quotation_marks_is_told_word_for_word() -> None:
    asked = ENGLISH.said("Have you ever broken our build?", "question", TO_AGENCY)
    assert asked == "“Have you ever broken our build?”"


def test_a_thing_is_the_answer_to_a_question_and_else_what_one_thought_of() -> None:
    asked = Specific(
        id="q", text="what I'd switch off first", frame="question", said_by="dana", ties_to="the second pager"
    )  # fmt: skip
    body = draft(occasion(action(), facts([asked]))).body
    assert "The best answer I have is the second pager." in body
    kept = MOVE.replace(ties_to="the second pager")
    assert "It made me think of the second pager." in draft(occasion(action(), facts([kept]))).body


@pytest.mark.parametrize(
    ("tie", "sentence"),
    [
        ("One stair taught me more than any test", True),
        ("My nan noticed who did", True),
        ("He gets to teach the second half", True),
        ("my old ward in Leeds", False),
    ],
)
def test_a_sentence_of_somebody_else_is_a_sentence_too(tie: str, sentence: bool) -> None:
    assert (ENGLISH.clause(tie).casefold() == tie.casefold()) is sentence
    assert ENGLISH.clause(tie)


@each_row(
    ("tie", "sentence", "thing"),
    [
        ("two winters looking after NIV patients in Bradford",
         "I have spent two winters looking after NIV patients in Bradford",
         "my two winters looking after NIV patients in Bradford"),
        ("my 9 years on listed farms", "I have spent 9 years on listed farms", "my 9 years on listed farms"),
        ("my two years at Acme until 2024", "I spent two years at Acme until 2024", "my two years at Acme until 2024"),
        ("both winters on the ward", "I have spent both winters on the ward", "both winters on the ward"),
        ("my first two years at Acme", "I know something of that from my first two years at Acme",
         "my first two years at Acme"),
        ("four years of SME ratings in Dublin", "I have four years of SME ratings in Dublin behind me",
         "my four years of SME ratings in Dublin"),
        ("ten years of payroll, the last four in SAP", "I have ten years of payroll behind me, the last four in SAP",
         "my ten years of payroll, the last four in SAP"),
        ("training 14 pickers on headsets", "I trained 14 pickers on headsets", ""),
        ("running a food bank in Leith", "I ran a food bank in Leith", ""),
        ("losing a big client in March", "I lost a big client in March", ""),
        ("laying 400 m of track", "I laid 400 m of track", ""),
        ("caring for my gran", "I cared for my gran", ""),
        ("being on call for three years", "I know something of that from being on call for three years",
         "being on call for three years"),
        ("nothing really", "", ""),
        ("interesting for me", "", ""),
        ("during my PhD", "", ""),
        ("willing to learn it", "", ""),
        ("according to the manual", "", ""),
        ("cataloguing my uncle's museum", "I catalogued my uncle's museum", ""),
        ("e-filing in three counties", "I know something of that from e-filing in three counties",
         "e-filing in three counties"),
        ("two S/4 finance rollouts", "I know something of that from two S/4 finance rollouts",
         "two S/4 finance rollouts"),
        ("3 yrs of nights at Westfield and never missed a round",
         "I have 3 years of nights at Westfield behind me and never missed a round", ""),
        ("a checklist on the door", "It made me think of a checklist on the door", ""),
        ("the way my gran kept bees", "", ""),
        ("6 yrs Excel", "", ""),
        ("My mother-in-law, to the letter", "That is my mother-in-law, to the letter", ""),
        ("Kafka at Initech", "", ""),
    ],
)  # fmt: skip
def test_what_one_brings_as_a_thing_is_a_sentence_and_can_be_woven_into_one(
    tie: str, sentence: str, thing: str
) -> None:
    assert (ENGLISH.clause(tie), ENGLISH.brought(tie)) == (sentence, thing)
    body = draft(occasion(action(), facts([MOVE.replace(ties_to=tie)]))).body
    assert (thing or sentence) in body


def test_a_thing_is_no_longer_than_a_letter_can_bear() -> None:
    endless = MOVE.replace(ties_to=f"two winters on the ward in Leeds{' and in York' * 60}")
    assert 0 < len(values(occasion(action(), facts([endless])), [endless])["brought"]) < 620


def test_what_i_forgot_to_say_needs_no_frame_where_it_is_a_sentence() -> None:
    forgot = Specific(id="f", text="i speak Spanish with claimants every week", topic="missed")
    got = values(occasion(action(), facts([forgot])), ())
    assert got["missed"] == "I speak Spanish with claimants every week"
    short = forgot.replace(text="i ran the floor w/o a manager every sunday")
    got = values(occasion(action(), facts([short])), ())
    assert got["missed"] == "I ran the floor without a manager every Sunday"
    thing = forgot.replace(text="a checklist on the door")
    assert values(occasion(action(), facts([thing])), ())["missed"] == ""
    bare = forgot.replace(text="Spanish, 3 yrs")
    assert values(occasion(action(), facts([bare])), ())["missed"] == ""


def test_the_round_is_called_as_it_was_and_its_length_as_one_says_it() -> None:
    (held,) = facts(()).applications[0].interviews
    one = facts(()).applications[0]
    taped = one.replace(interviews=(held.replace(round="Recorded interview", minutes=20),))
    got = values(occasion(action(), facts(()).replace(applications=(taped,))), ())
    assert (got["ai_round"], got["length"]) == ("the recorded interview", "twenty minutes")
    got = values(occasion(action(), facts(())), ())
    assert (got["ai_round"], got["length"]) == ("the AI interview", "")


def test_somebody_with_a_title_is_named_with_it_and_the_family_name() -> None:
    assert ENGLISH.named("Professor Julian Pemberton-Ashe") == "Professor Pemberton-Ashe"
    assert ENGLISH.named("Tom Novak") == "Tom Novak"


def test_a_referrer_hears_what_was_asked_and_answered() -> None:
    friend = person("sid", "Sid Rao", "referrer")
    asked = Specific(
        id="q",
        text="what you do in the four minutes after a red signal",
        frame="about",
        said_by="dana",
        ties_to="told her about the points at Middlewood",
    )
    found = facts([asked], people=[friend, DANA], interviewers=("dana",))
    body = draft(occasion(action("tell_referrer", "sid"), found)).body
    assert "the four minutes after a red signal" in body
    assert "I told her about the points at Middlewood." in body


def test_a_check_does_not_ask_whether_came_what_they_have_answered() -> None:
    due, world = setting("status_check", "email", ["task"], ())
    one = world.applications[0]
    later = mail("Got it, thank you.").replace(at=TUESDAY + timedelta(days=2, hours=4))
    answered = one.replace(touchpoints=(*one.touchpoints, later))
    bodies = set()
    for n in range(9):
        each = answered.replace(id=f"a{n}")
        of = occasion(replace(due, application=each.id), Facts(me=world.me, applications=(each,)))
        bodies.add(draft(of).body)
    assert not any("opened as it should" in b or "reached you safely" in b for b in bodies)


def test_what_is_meant_by_who_is_no_plan_of_theirs_and_a_rumour_may_be_a_word() -> None:
    said = "a catalogue is a promise to a reader who has not been born"
    assert "plan" not in ENGLISH.kinds_of("that", "culture", said)
    assert not delicate("a result nobody can repeat is a rumour")
    assert delicate("there are rumours about the sale")
    assert not foreign("no one fells alone", "en")


def test_a_check_takes_up_first_what_i_have_a_thought_of_that_they_have_not_read() -> None:
    bare = Specific(id="b", text="opening the second place in May", frame="about", said_by="dana")
    tied = Specific(
        id="t", text="family meal is cooked by whoever complained last", frame="that", topic="culture",
        said_by="dana", ties_to="I am keeping that one wherever I end up",
    )  # fmt: skip
    body = draft(occasion(action("status_check"), facts([bare, tied]))).body
    assert "I am keeping that one wherever I end up." in body


def test_a_day_of_last_week_is_no_day_of_this_one() -> None:
    held = Interview(id="i1", starts_at=TUESDAY - timedelta(days=3), time_zone="UTC")
    one = facts(()).applications[0].replace(interviews=(held,))
    got = values(occasion(action(), facts(()).replace(applications=(one,))), ())
    assert got["interview"]["day"] == "last Saturday"


@each_row(
    ("typed", "said"),
    [
        ("I'd put it on the table, people believe metal", "I'd put it on the table; people believe metal"),
        ("at home it was the atlas, I would show both", "at home it was the atlas; I would show both"),
        ("the shop I ran was moved twice, we kept going", "the shop I ran was moved twice; we kept going"),
        ("We hung a second curtain, it settled in days", "We hung a second curtain; it settled in days"),
        ("I sorted by sensor and tick, took a week", "I sorted by sensor and tick, and it took a week"),
        *(
            (same, same)
            for same in (
                "When I was there, we had two rooms",
                "I had the key to the store, which I kept",
                "I sat with him, he talked, and it worked",
                "I have done this for ten years, I think",
                "I would ask the regulars, people like you",
                "The year it was moved, we kept one trolley going",
                "In the week I painted it, we lost the roof",
                "I told the board last spring, we should close it",
            )
        ),
    ],
)  # fmt: skip
def test_two_main_clauses_that_only_a_comma_parts_get_a_semicolon(typed: str, said: str) -> None:
    assert parted(typed) == said


def test_what_is_surely_misspelt_is_put_right() -> None:
    assert typed_out("Wich peices we recieve") == "Which pieces we receive"


def test_what_i_forgot_is_told_where_it_is_a_thing() -> None:
    forgot = Specific(id="f", text="my two seasons with goat milk", frame="about", topic="missed")
    found = facts([MOVE, forgot])
    got = values(occasion(action(), found), ())
    assert (got["missed"], got["missed_thing"]) == ("", "my two seasons with goat milk")
    body = draft(occasion(action(), found)).body
    assert "my two seasons with goat milk" in body
    assert ": my two seasons" not in body


def test_a_sign_off_that_thanks_has_no_other_thanks_right_before_it() -> None:
    thankful = facts([MOVE])
    thankful = thankful.replace(me=thankful.me.replace(sign_off="Many thanks"))
    body = draft(occasion(action("expedite"), thankful)).body
    assert "anks.\n\nMany thanks," not in body
    assert "Thank you.\n\nMany thanks," not in body


@each_row(
    ("typed", "said"),
    [
        ("had it happen on I-80, found him a tow", "I had it happen on I-80 and found him a tow"),
        (
            "did Felixstowe 3 years, know the booking system",
            "I did Felixstowe 3 years and know the booking system",
        ),
        (
            "been wanting to do the course since I qualified",
            "I've been wanting to do the course since I qualified",
        ),
        ("kept bees myself", "I kept bees myself"),
        ("had I known, I'd have asked", "had I known, I'd have asked"),
        ("mine was 0.8 last year", "mine was 0.8 last year"),
        ("reminded me of my grandfather's workshop", "It reminded me of my grandfather's workshop"),
        ("surprised by how calm the kitchen was", "I was surprised by how calm the kitchen was"),
        (
            "raised on a farm so I know early mornings",
            "I was raised on a farm so I know early mornings",
        ),
        ("certified in first aid", "I am certified in first aid"),
        ("been a baker for ten years", "I've been a baker for ten years"),
        ("been a problem everywhere I worked", ""),
        ("needed in every kitchen I know", ""),
        ("sounded like my old crew", "It sounded like my old crew"),
        ("took us all of March", "It took us all of March"),
        ("took my level 3 last year", "I took my level 3 last year"),
        ("taught me patience", "It taught me patience"),
        ("taught six apprentices", "I taught six apprentices"),
        ("told me a lot about the work", ""),
        ("mixed teams work better", ""),
        ("wounded animals need a quiet hand", ""),
        ("Red tape was the worst of it", "Red tape was the worst of it"),
    ],
)
def test_a_thought_gets_the_i_that_it_left_out(typed: str, said: str) -> None:
    assert ENGLISH.clause(typed, "about").casefold() == said.casefold()


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("I never said no to a double shift", "I never said no to a double shift"),
        ("wanted to say how much I liked the team", "wanted to say how much I liked the team"),
        ("didnt mention my IV sign off", "my IV sign off"),
        ("forgot to say I know the old board software", "I know the old board software."),
    ],
)
def test_what_i_forgot_is_told_without_that_i_forgot_to_say_it(noted: str, said: str) -> None:
    missed = Specific(id="m2", text=noted, frame="that", topic="missed")
    body = draft(occasion(action(), facts([MOVE, missed]))).body
    assert said in body
    assert "forgot to say" not in body
    assert "didn't" not in body


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        (
            "the old desk from the radio station they're rewiring",
            "the old desk from the radio station you're rewiring",
        ),
        ("the new lab they want to open", "the new lab you want to open"),
        (
            "the customers and what they complain about",
            "the customers and what they complain about",
        ),
        ("the children they teach", "the children they teach"),
    ],
)
def test_they_behind_one_thing_are_the_readers_company(noted: str, said: str) -> None:
    assert ENGLISH.said(noted, "about", Listener("Dana Adler", "first", spoke=True)) == said


def test_nobody_longs_to_work_like_what_they_left_behind() -> None:
    said = Specific(
        id="r",
        text="code review happens the same day",
        frame="that",
        topic="culture",
        said_by="dana",
    )
    for thought in (
        "Waiting three days for a review is the thing I hate most",
        "I only ever saw it done once a week",
    ):
        body = draft(occasion(action(), facts([said.replace(ties_to=thought)]))).body
        assert not re.search(r"Hearing that|like that|done like that|That alone", body)


@pytest.mark.parametrize(
    ("name", "signed", "greeting"),
    [
        ("Roberta Lind", "you're in if you want it. Bobbie", "Dear Bobbie,"),
        ("Ayodele Coker", "Nothing you said or did. Ayo x", "Dear Ayo,"),
        ("Rev. Gillian Magowan", "Could you do Saturdays? Gillian", "Dear Gillian,"),
        ("Roberta Lind", "Best, Kevin", "Dear Roberta,"),
        ("Roberta Lind", "See you then. Thanks", "Dear Roberta,"),
        ("Roberta Lind", "see you then, bobbie", "Dear Roberta,"),
        ("William Lind", "Come early, will", "Dear William,"),
        ("Katherine Lind", "Thanks,\nKATE", "Dear Kate,"),
        ("Robert Lind", "You will meet my son, Rob", "Dear Robert,"),
    ],
)
def test_who_is_on_first_name_terms_is_called_as_they_sign(
    name: str, signed: str, greeting: str
) -> None:
    who = person("dana", name).replace(terms="first")
    mine = facts([MOVE], people=[who], touchpoints=[mail(signed)])
    assert draft(occasion(action(), mine)).body.startswith(greeting)


def test_a_round_tomorrow_is_called_off_with_a_word_of_regret_more_than_one_in_a_week() -> None:
    held = facts([MOVE])
    (mine,) = held.applications
    ahead = Interview(id="i9", starts_at=NOW, time_zone="Europe/Berlin", interviewers=("dana",))
    for number in range(12):  # whichever of the letters it is
        named = mine.replace(company=f"Firm {number}")
        bodies = []
        for days in (1, 9):
            later = ahead.replace(starts_at=NOW + timedelta(days=days))
            gone = named.replace(interviews=(*mine.interviews, later))
            bodies.append(
                draft(occasion(action("withdraw_note"), held.replace(applications=(gone,)))).body
            )
        soon, late = bodies
        assert "tomorrow" in soon
        assert len(soon.split()) > len(late.split()) or re.search("sorry|apologise", late)


def test_of_a_colleague_who_was_ill_the_letter_asks_how_they_are() -> None:
    assert is_ill("Nandini is out sick so we have to move tomorrow", ("Nandini", "Rao"))
    assert is_ill("Prim. Auer ist erkrankt", ("Prim", "Auer"))
    assert not is_ill("Nandini has two cooks who are ill", ("Nandini", "Rao"))


def test_an_agency_is_not_asked_when_it_decides() -> None:
    agency = DANA.replace(role="agency")
    for number in range(12):
        mine = facts([MOVE], people=[agency])
        (only,) = mine.applications
        other = mine.replace(applications=(only.replace(company=f"Firm {number}"),))
        body = draft(occasion(action(), other)).body
        assert not re.search(r"you (?:hope to )?decide|work with you|join you|your next", body)


def test_what_happened_of_itself_is_no_deed_of_mine() -> None:
    said = ENGLISH.clause(
        "happened to me at the cab office, I asked what they could see", "question"
    )
    assert said == "It happened to me at the cab office, I asked what they could see"


@pytest.mark.parametrize(
    ("asked", "is_private"),
    [
        ("why there is a gap in my CV", True),
        ("wie es mir nach dem Personenunfall 2023 geht", True),
        ("how I would tell a patient that they are ill", False),
        ("wie ich bei einem Unfall vorgehe", False),
        ("how I would support pregnant patients", False),
        ("ob ich krank war", True),
        ("how I would keep two teams on one schema", False),
    ],
)
def test_a_question_after_health_or_family_goes_into_no_letter_by_itself(
    asked: str, is_private: bool
) -> None:
    assert (
        is_delicate(Specific(id="q", text=asked, frame="question", topic="question")) is is_private
    )


def test_what_was_said_by_who_has_left_comes_last_in_a_hello() -> None:
    gone = person("kit", "Kit Moss").replace(left=(TUESDAY + timedelta(days=2)).date())
    first = Specific(
        id="a", text="the new lab in Leeds", frame="about", said_by="kit", ties_to="I built one"
    )
    second = Specific(
        id="b", text="the move to Kafka", frame="about", said_by="dana", ties_to="I moved ours"
    )
    mine = facts([second, first], people=[DANA, gone], interviewers=["dana", "kit"])
    found = suggest_specifics(occasion(action("keep_in_touch"), mine))
    assert [s.id for s in found] == ["b", "a"]


@each_row(
    ("frame", "typed", "told"),
    [
        ("that", "they're starting nurse clinics in Jan and want someone to run them",
         "you're starting nurse clinics in January and want someone to run them"),
        ("that", "they let nurses plan their own rota", "you let nurses plan their own rota"),
        ("that", "they love their lab", "you love your lab"),
        ("that", "nobody draws by hand anymore and she misses it", "nobody draws by hand anymore and you miss it"),
        ("that", "the last 2 managers left cos of the roster", "the last 2 managers left because of the roster"),
        ("that", "it only works if the hunters join in", None),
        ("question", "how id calm a relative whos filming you", "how I'd calm a relative who's filming you"),
        ("about", "the log that one can read a yr later", "the log that one can read a year later"),
        ("about", "the e-discovery backlog, 3 big construction cases at once", "the e-discovery backlog"),
        ("about", "the pass, the rota and the menu", "the pass, the rota and the menu"),
        ("about", "the desk, which nobody dares to touch", "the desk, which nobody dares to touch"),
    ],
)  # fmt: skip
def test_whose_they_it_is_and_what_was_typed_short(
    frame: Frame, typed: str, told: str | None
) -> None:
    to_who_spoke = Listener("Hiroko Sato", "first", met=True, spoke=True)
    assert ENGLISH.said(typed, frame, to_who_spoke) == told


def test_a_jotted_with_is_written_out() -> None:
    noted = MOVE.replace(text="month end in five days w/o anyone staying late & w/ a checklist")
    body = draft(occasion(action(), facts([noted]))).body
    assert "month end in five days without anyone staying late and with a checklist" in body


@each_row(
    ("noted", "said"),
    [
        ("Onboarding takes 3 weeks now, she wants one week", None),
        ("hiring: two more engineers in Q1", None),
        ("The on-call rota: one week in six", None),
        ("the API is too slow for the tills", None),
        ("our launch needs a second team", None),
        ("onboarding takes three weeks", None),
        ("the trip costs 20 pounds", None),
        ("the launch plans two sites need", "the launch plans two sites need"),
        ("the tests 2 teams run", "the tests 2 teams run"),
        ("the launch plans for both sites", "the launch plans for both sites"),
        ("why you are moving to Kafka", "why you are moving to Kafka"),
        ("the night runs at Leeds", "the night runs at Leeds"),
    ],
)
def test_what_we_talked_about_is_no_sentence(noted: str, said: str | None) -> None:
    assert ENGLISH.said(noted, "about", Listener("Dana Fischer", "first")) == said


def test_so_would_i_keeps_its_so() -> None:
    tie = "So would I, and I have the grinder scars to show for it"
    assert ENGLISH.clause(tie) == tie
    assert ENGLISH.clause("So I ran it for two years").startswith("I ran")


KAFKA = MOVE.replace(ties_to="I have run such a move twice.")
PLAIN = Specific(id="p", text="you deploy every day", frame="that", said_by="dana")
ASKED = Specific(
    id="q", text="how I would handle on-call", frame="question", said_by="dana", ties_to="I said by turns."
)  # fmt: skip
YES = Specific(
    id="y", text="whether I can do Saturdays", frame="question", said_by="dana", ties_to="Yes I can, I asked at home."
)  # fmt: skip


@pytest.mark.parametrize(
    "kind", ["thank_you", "status_check", "withdraw_note", "offer_reply", "send_material", "reply"]
)
def test_a_thought_that_goes_in_comes_before_none_whoever_said_it(kind: ActionKind) -> None:
    tom = KAFKA.replace(said_by="tom")
    found = facts([PLAIN, tom], interviewers=["dana", "tom"])
    assert suggest_specifics(occasion(action(kind), found))[0].id == "m"
    unsaid = tom.replace(ties_to="I would begin with")
    found = facts([PLAIN, unsaid], interviewers=["dana", "tom"])
    if kind == "thank_you":
        assert suggest_specifics(occasion(action(kind), found))[0].id == "p"


def test_an_answer_they_have_heard_comes_after_a_thought_and_a_yes_they_wait_for_before() -> None:
    assert suggest_specifics(occasion(action(), facts([KAFKA, ASKED])))[0].id == "m"
    assert suggest_specifics(occasion(action(), facts([ASKED, KAFKA])))[0].id == "m"
    assert suggest_specifics(occasion(action(), facts([KAFKA, YES])))[0].id == "y"


def test_what_i_forgot_to_say_of_a_thing_is_the_thought_on_it() -> None:
    forgot = Specific(
        id="f", text="validating the analyser", frame="about", topic="missed",
        ties_to="forgot to say that i ran one of these myself in 2023",
    )  # fmt: skip
    body = draft(occasion(action(), facts([PLAIN, forgot]))).body
    assert "validating the analyser" in body
    assert ": I ran one of these myself in 2023." in body
    assert ": validating" not in body


@pytest.mark.parametrize("kind", ["withdraw_note", "rejection_reply"])
def test_a_detail_stands_in_the_last_letter_only_with_its_thought(kind: ActionKind) -> None:
    bare, told, would = (
        draft(occasion(action(kind), facts([MOVE.replace(ties_to=tie)]))).body
        for tie in ("", "I went home and drew it up.", "I would begin with the reports.")
    )
    assert "Kafka" not in bare
    assert "Kafka" not in would
    assert "reports" not in would
    assert "Kafka" not in told or "I went home and drew it up." in told


def test_what_is_sent_goes_with_a_thought_and_first_with_one_that_points_into_it() -> None:
    plan = Promise(id="pr", kind="material", text="the test plan")
    points = MOVE.replace(ties_to="Page 3 of the plan is exactly that.")
    sending = replace(action("send_material"), promise="pr")
    assert points.ties_to in draft(occasion(sending, facts([points], promises=[plan]))).body
    elsewhere = MOVE.replace(id="e", ties_to="I moved one at Acme.")
    assert "Acme" in draft(occasion(sending, facts([elsewhere], promises=[plan]))).body
    both = draft(occasion(sending, facts([points, elsewhere], promises=[plan])))
    assert both.specifics == (points,)


@pytest.mark.parametrize(("terms", "named"), [("first", "Tom"), ("formal", "Mr Berg")])
def test_who_else_was_there_is_named_as_the_terms_are(terms: Terms, named: str) -> None:
    people = [DANA.replace(terms=terms), person("tom", "Tom Berg")]
    found = facts([], people=people, interviewers=["dana", "tom"])
    assert values(occasion(action(), found), ())["colleagues"] == named
    own = [people[0], people[1].replace(terms="first")]
    found = facts([], people=own, interviewers=["dana", "tom"])
    assert values(occasion(action(), found), ())["colleagues"] == "Tom"


def thanks_of(said: Specific, now: datetime, mode: Mode = "video") -> str:
    """The thank-yous for it in a dozen searches."""
    found = facts([said], mode=mode)
    (own,) = (each for each in found.applications if each.id == action().application)
    searches = (found.replace(applications=(own.replace(company=f"Firm {n}"),)) for n in range(36))
    return "\n".join(draft(occasion(action(), each, now)).body for each in searches)


def test_nobody_has_kept_thinking_since_this_morning() -> None:
    since = re.compile(
        r"one question of yours is still with me|went on thinking|keep thinking", re.IGNORECASE
    )
    late = KAFKA.replace(
        frame="question", text="how I would move it", ties_to="I should have said by topic"
    )
    assert since.search(thanks_of(late, NOW))
    assert not since.search(thanks_of(late, TUESDAY + timedelta(hours=3)))


def test_a_question_of_yes_or_no_is_not_praised_nor_a_caller_seen() -> None:
    bodies = thanks_of(YES, NOW, mode="phone")
    assert "whether I can do Saturdays" in bodies
    assert not re.search(r"liked best|good question|glad of|gone over|seeing me", bodies)
