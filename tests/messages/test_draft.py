"""From an action to a message."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from followup.messages.draft import draft
from followup.messages.gate import TemplateRefused
from followup.messages.occasion import NothingToWrite
from followup.messages.specifics import suggest_specifics, told_to_others
from followup.messages.templates import MessageTemplate, built_in, templates_for
from followup.model.facts import Facts, Interview, Outcome, Person, Promise, Specific, Touchpoint
from followup.model.kinds import KINDS
from followup.model.vocabulary import ActionKind
from followup.playbook.plan import plan
from tests.builders.northwind import (
    ACCEPTED_ELSEWHERE,
    DANA,
    ELSEWHERE,
    LEE,
    ME,
    MIA,
    NOW,
    SPECIFICS,
    TOM,
    TUESDAY,
    action,
    facts,
    occasion,
)


def ids(specifics: tuple[Specific, ...]) -> list[str]:
    return [s.id for s in specifics]


def thanked(text: str, who: str = "tom") -> Touchpoint:
    return Touchpoint(
        id=f"t-{who}",
        at=TUESDAY,
        direction="sent",
        purpose="thank_you",
        people=(who,),
        interview="i1",
        text=text,
    )


def test_a_draft_has_all_that_a_message_needs() -> None:
    made = draft(occasion(action(), facts(SPECIFICS[:1])))
    assert re.search(
        r"[Tt]hank you|our conversation|the move to Kafka|the data engineer role", made.subject
    )
    assert made.to == "dana@example.com"
    assert (made.channel, made.recipient, made.lacks) == ("email", DANA, ())
    assert made.body == (
        "Dear Dana,\n\n"
        "Thank you for making the time on Tuesday. "
        "We talked about the move to Kafka. I moved our reports to Kafka at Acme.\n\n"
        "I'm glad to tell you more about it. I'd be delighted to join you.\n\n"
        "Best regards,\nSam Rivera"
    )


# --- which specifics ---


def test_what_has_a_thought_comes_first_then_what_the_person_said_then_the_newest() -> None:
    assert ids(suggest_specifics(occasion())) == ["s1", "s2", "s3"]
    assert ids(suggest_specifics(occasion(action(person="tom")))) == ["s2", "s1", "s3"]


def test_what_another_interviewer_was_told_comes_later() -> None:
    told = [thanked("I keep thinking about your point that you deploy every day.")]
    more = (
        SPECIFICS[0],
        SPECIFICS[1],
        Specific(id="s4", text="the office in Porto", frame="about", ties_to="I lived there"),
        SPECIFICS[2],
    )
    found = facts(more, interviewers=["dana", "tom"], touchpoints=told)
    assert ids(suggest_specifics(occasion(action(), found))) == ["s1", "s4", "s3", "s2"]
    assert ids(suggest_specifics(occasion(action(), found), taken={"s4", "s3"})) == [
        "s1",
        "s3",
        "s4",
        "s2",
    ]
    assert [t.id for t in told_to_others(occasion(action(), found))] == ["t-tom"]
    assert told_to_others(occasion(action(person="tom"), found)) == ()


def test_a_check_may_refer_to_every_round_what_has_a_thought_first() -> None:
    earlier = Interview(
        id="i0",
        starts_at=datetime(2026, 11, 3, 9, tzinfo=UTC),
        time_zone="UTC",
        specifics=(Specific(id="old", text="a plan", frame="about"),),
    )
    application = facts().applications[0]
    found = Facts(
        applications=(application.replace(interviews=(*application.interviews, earlier)),)
    )
    assert ids(suggest_specifics(occasion(action("status_check", "mia"), found))) == [
        "s1",
        "s2",
        "old",
        "s3",
    ]
    assert "old" not in ids(suggest_specifics(occasion(action(), found)))


def test_the_users_choice_and_order_are_kept() -> None:
    made = draft(occasion(), specifics=[SPECIFICS[1], SPECIFICS[0]])
    assert ids(made.specifics) == ["s2", "s1"]
    assert made.body.index("deploy") < made.body.index("Kafka")
    assert draft(occasion(), specifics=[]).specifics == ()
    many = [
        Specific(id=str(n), text=f"the plan for {w}", frame="about")
        for n, w in enumerate(["tea", "rye", "oat", "rice"])
    ]
    assert len(draft(occasion(), specifics=many).specifics) == 4


def test_what_makes_the_text_too_long_is_left_out_from_the_end() -> None:
    long = [
        Specific(id=str(n), text="the " + "old " * 90 + "long story", frame="about")
        for n in range(3)
    ]
    made = draft(occasion(action(), facts(long)), specifics=long)
    assert ids(made.specifics) == ["0"]
    note = action("linkedin_connect", channel="linkedin")
    assert draft(occasion(note, facts(long)), specifics=long).specifics == ()
    short = [
        Specific(
            id="s",
            text="the move of all two hundred services from one cloud to another cloud by the end of next May, "
            "and what has to be in place at each of the four sites before it",
            frame="about",
        )
    ]
    assert draft(occasion(note), specifics=short).specifics == ()
    assert draft(occasion(note), specifics=short, limit=300).specifics != ()


def test_a_short_note_takes_the_first_detail_that_fits_or_says_that_none_does() -> None:
    note = action("linkedin_connect", channel="linkedin")
    long = Specific(id="long", text="the " + "very " * 60 + "long story", frame="about")
    made = draft(occasion(note), specifics=[long, SPECIFICS[0]])
    assert ids(made.specifics) == ["s1"]
    made = draft(occasion(note), specifics=[long])
    assert [m.sentence for m in made.lacks] == [
        "What you chose is too long for this message: shorten it."
    ]


def test_an_own_template_that_is_long_by_itself_keeps_all_details() -> None:
    body = "Hello. " * 300 + "{{ specifics | listed }}"
    mine = MessageTemplate(
        id="m", kind="thank_you", channel="email", name="M", subject="", body=body
    )
    assert len(draft(occasion(), template=mine, specifics=SPECIFICS).specifics) == 3


def test_an_endless_note_still_gives_a_draft() -> None:
    endless = [Specific(id="s", text="word " * 19_000, frame="about", ties_to="x" * 90_000)]
    assert len(draft(occasion(action(), facts(endless, company="y" * 9_000))).body) < 4_000


# --- what is missing ---


def test_what_is_missing_is_named_and_the_text_can_still_go() -> None:
    made = draft(occasion(action(person=None), facts([], people=[], interviewers=[])))
    assert [m.field for m in made.lacks] == ["greeting", "moment", "to"]
    assert re.match(r"(?s)Dear Northwind hiring team,\n\n.*[Tt]hank(?:s| you) for", made.body)
    assert made.to == ""


def test_a_reply_says_that_the_answer_itself_is_still_to_be_written() -> None:
    assert [m.field for m in draft(occasion(action("reply"))).lacks] == ["reply"]


def test_the_address_follows_the_channel() -> None:
    check = action("status_check")
    assert draft(occasion(check), channel="phone").to == DANA.phone
    assert draft(occasion(check), channel="voicemail").to == DANA.phone
    assert draft(occasion(check), channel="linkedin").to == DANA.linkedin
    nameless = facts(people=[DANA.replace(phone=""), TOM, MIA, LEE])
    made = draft(occasion(check, nameless), channel="phone")
    assert [m.sentence for m in made.lacks] == [
        "There is no address for Dana Adler: a phone number is needed."
    ]


def test_an_action_without_words_or_application_is_a_sentence() -> None:
    with pytest.raises(NothingToWrite, match="nothing to write"):
        draft(occasion(action("debrief")))
    with pytest.raises(NothingToWrite, match="no longer there"):
        draft(occasion(action(), Facts()))


def test_the_users_own_template_passes_the_gate_or_is_refused() -> None:
    def mine(subject: str, body: str) -> MessageTemplate:
        return MessageTemplate(
            id="m",
            kind="thank_you",
            channel="email",
            name="M",
            subject=subject,
            body=body,
            own=True,
        )

    made = draft(
        occasion(), template=mine(" {{ role }}: \n", "\n\nHi {{ person.first_name }}  ,\n\n\n\nx")
    )
    assert (made.subject, made.body) == ("Data Engineer", "Hi Dana,\n\nx")
    with pytest.raises(TemplateRefused, match="did you mean"):
        draft(occasion(), template=mine("x", "{{ persn.name }}"))


def test_every_action_that_the_plan_derives_has_its_draft() -> None:
    rejected, offer = (Outcome(kind=k, at=TUESDAY) for k in ("rejected", "offer"))
    searches = [
        facts(
            interviewers=["dana", "tom"],
            promises=[Promise(id="m", kind="material", text="the deck")],
            others=[ELSEWHERE],
        ),
        facts(outcome=rejected),
        facts(people=[DANA.replace(rapport=True)]),
        facts(outcome=offer, others=[ACCEPTED_ELSEWHERE]),
        facts(outcome=offer),
        facts(state="no_show"),
        facts(mode="ai", interviewers=[], people=[]),
        facts(route="agency", people=[DANA.replace(email=""), LEE]),
        received("Your notice period?"),
    ]
    wants = searches[-1].applications[0]
    asked = wants.replace(touchpoints=(wants.touchpoints[0].replace(wants_answer=True),))
    kinds = set()
    for found in [*searches, Facts(applications=(asked,))]:
        for days in (0, 4, 10, 30, 100):
            now = NOW + timedelta(days=days)
            for due in plan(found, now):
                if KINDS[due.kind].written:
                    kinds.add(due.kind)
                    made = draft(occasion(due, found, now))
                    assert made.body
                    assert made.template.kind in {due.kind, "find_contact"}
    assert kinds >= {"thank_you", "send_material", "reply", "status_check", "expedite", "rejection_reply",
                     "keep_in_touch", "offer_reply", "withdraw_note", "linkedin_connect"}  # fmt: skip


def test_a_thank_you_can_carry_what_was_promised_in_that_interview() -> None:
    found = facts(promises=[Promise(id="m", kind="material", text="send her the slides")])
    carrying = next(
        t
        for t in templates_for(occasion(action(), found))
        if t.id == "thank_you.email.plain.material"
    )
    assert "the slides, as promised" in draft(occasion(action(), found), template=carrying).body


# --- the thread ---


def received(subject: str, text: str = "We need\n\na week more.") -> Facts:
    last = Touchpoint(
        id="r",
        at=NOW,
        direction="received",
        purpose="update",
        people=("dana",),
        subject=subject,
        text=text,
    )
    return facts(touchpoints=[last])


def test_an_answer_quotes_the_last_message_under_its_subject() -> None:
    made = draft(occasion(action("reply"), received("Your interview")), quote=True)
    assert made.subject == "Re: Your interview"
    assert made.body.endswith(
        "Sam Rivera\n\nOn 20 November 2026 at 10:00, Dana Adler wrote:\n> We need\n>\n> a week more."
    )


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Am 20. November 2026 um 10:00 schrieb Dana Adler:"),
        ("fr", "Le 20 novembre 2026 à 10:00, Dana Adler a écrit :"),
        ("es", "El 20 de noviembre de 2026 a las 10:00, Dana Adler escribió:"),
    ],
)
def test_the_line_above_what_is_quoted_is_in_the_letters_language(language: str, line: str) -> None:
    found = received("Your interview")
    kind: ActionKind = "reply" if language == "de" else "rejection_reply"
    made = draft(occasion(action(kind), found), quote=True, language=language)
    assert f"\n\n{line}\n> We need" in made.body


@pytest.mark.parametrize(
    "subject", ["Re: Next steps", "RE: re: Next steps", "AW: Next steps", "Next steps"]
)
def test_re_stands_once(subject: str) -> None:
    assert (
        draft(occasion(action("reply"), received(subject)), quote=True).subject == "Re: Next steps"
    )


def test_there_is_nothing_to_quote_without_a_message() -> None:
    plain = draft(occasion(action("reply")))
    assert draft(occasion(action("reply")), quote=True) == plain
    assert "wrote:" not in draft(occasion(action("reply"), received("x"))).body


def test_the_same_facts_give_the_same_draft() -> None:
    assert draft(occasion()) == draft(occasion())


@pytest.mark.parametrize("language", ["en", "de"])
def test_who_has_entered_no_name_says_none_on_the_phone(language: str) -> None:
    nameless = facts(language=language, people=[], interviewers=[]).replace(me=ME.replace(name=""))
    call = occasion(action("status_check", None, channel="phone"), nameless)
    for template in (t for t in built_in(language) if t.kind == "find_contact"):
        body = draft(call, template=template).body
        assert not re.search(r"(?:my name is|this is|mein Name ist)\W*(?:\.|$)", body), body


def test_a_herr_is_inflected_behind_mit_and_von_on_the_phone() -> None:
    met = Person(id="y", name="Herr Yilmaz")
    german = facts(language="de", people=[met], interviewers=["y"])
    call = occasion(action("thank_you", "y", channel="phone"), german)
    said = [draft(call, template=t).body for t in built_in("de") if t.kind == "find_contact"]
    assert any("mit Herrn Yilmaz" in body and "von Herrn Yilmaz" in body for body in said)
    assert not any("mit Herr " in body or "von Herr " in body for body in said)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["Northwind", "Adatum", "Fabrikam", "Litware", "Proseware"])
def test_of_several_that_have_yet_to_decide_none_is_called_the_favourite(
    name: str, language: str
) -> None:
    (mine,) = facts().applications
    world = (
        mine.replace(company=name, language=language),
        mine.replace(id="a3", company="Tailspin"),
        ELSEWHERE,
    )
    claims = re.compile(r"(?i)rather|prefer|first choice|the one I|lieber|liebsten|erste Wahl")
    body = draft(occasion(action("expedite"), facts().replace(applications=world))).body
    assert not claims.search(body), body
