"""From an action to a message."""

from datetime import UTC, datetime, timedelta

import pytest

from followup.messages.draft import (
    NothingToWrite,
    draft,
    suggest_specifics,
    templates_for,
    told_to_others,
)
from followup.messages.gate import TemplateRefused
from followup.messages.templates import MessageTemplate
from followup.model.facts import Facts, Interview, Outcome, Promise, Specific, Touchpoint
from followup.playbook.plan import plan
from tests.messages.samples import (
    ACCEPTED_ELSEWHERE,
    DANA,
    ELSEWHERE,
    LEE,
    MIA,
    NOW,
    SPECIFICS,
    TOM,
    TUESDAY,
    action,
    facts,
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
    made = draft(action(), facts(SPECIFICS[:1]), NOW)
    assert made.subject == "Thank you for our video interview about the Data Engineer role"
    assert made.to == "dana@example.com"
    assert (made.channel, made.person, made.missing) == ("email", DANA, ())
    assert made.body == (
        "Dear Dana,\n\n"
        "Thank you for taking the time for our video interview on Tuesday about the Data Engineer role at Northwind. "
        "What stayed with me most was our conversation about the move to Kafka. From my side, I would bring my "
        "Kafka work at Acme.\n\n"
        "I am even more interested in the role than before. If there is anything you would like to know in more "
        "detail, I am happy to answer, in writing or in another call.\n\n"
        "Best regards,\nSam Rivera"
    )


# --- which specifics ---


def test_what_the_person_said_comes_first_then_the_newest() -> None:
    assert ids(suggest_specifics(action(), facts(), NOW)) == ["s3", "s1", "s2"]
    assert ids(suggest_specifics(action(person="tom"), facts(), NOW)) == ["s2", "s3", "s1"]


def test_what_another_interviewer_was_told_comes_later() -> None:
    told = [thanked("I keep thinking about the fact that you deploy every day.")]
    more = (*SPECIFICS, Specific(id="s4", text="the office in Porto"))
    found = facts(more, interviewers=["dana", "tom"], touchpoints=told)
    assert ids(suggest_specifics(action(), found, NOW)) == ["s3", "s1", "s4", "s2"]
    assert ids(suggest_specifics(action(), found, NOW, taken={"s4", "s3"})) == [
        "s1",
        "s3",
        "s4",
        "s2",
    ]
    assert [t.id for t in told_to_others(action(), found, NOW)] == ["t-tom"]
    assert told_to_others(action(person="tom"), found, NOW) == ()


def test_a_check_may_refer_to_every_round_the_newest_first() -> None:
    earlier = Interview(
        id="i0",
        starts_at=datetime(2026, 11, 3, 9, tzinfo=UTC),
        time_zone="UTC",
        specifics=(Specific(id="old", text="a"),),
    )
    application = facts().applications[0]
    found = Facts(
        applications=(application.replace(interviews=(*application.interviews, earlier)),)
    )
    assert ids(suggest_specifics(action("status_check", "mia"), found, NOW)) == [
        "s3",
        "s2",
        "s1",
        "old",
    ]
    assert "old" not in ids(suggest_specifics(action(), found, NOW))


def test_the_users_choice_and_order_are_kept() -> None:
    made = draft(action(), facts(), NOW, specifics=[SPECIFICS[1], SPECIFICS[0]])
    assert ids(made.specifics) == ["s2", "s1"]
    assert made.body.index("deploy") < made.body.index("Kafka")
    assert draft(action(), facts(), NOW, specifics=[]).specifics == ()
    many = [
        Specific(id=str(n), text=f"the plan for {w}")
        for n, w in enumerate(["tea", "rye", "oat", "rice"])
    ]
    assert len(draft(action(), facts(), NOW, specifics=many).specifics) == 4


def test_what_makes_the_text_too_long_is_left_out_from_the_end() -> None:
    long = [Specific(id=str(n), text="the " + "very " * 60 + "long story") for n in range(3)]
    made = draft(action(), facts(long), NOW, specifics=long)
    assert ids(made.specifics) == ["0"]
    note = action("linkedin_connect", channel="linkedin")
    assert draft(note, facts(long), NOW, specifics=long).specifics == ()
    short = [
        Specific(
            id="s",
            text="the move of all two hundred services from one cloud to another cloud by May",
        )
    ]
    assert draft(note, facts(), NOW, specifics=short).specifics == ()
    assert draft(note, facts(), NOW, specifics=short, limit=300).specifics != ()


def test_a_short_note_takes_the_first_detail_that_fits_or_says_that_none_does() -> None:
    note = action("linkedin_connect", channel="linkedin")
    long = Specific(id="long", text="the " + "very " * 60 + "long story")
    made = draft(note, facts(), NOW, specifics=[long, SPECIFICS[0]])
    assert ids(made.specifics) == ["s1"]
    made = draft(note, facts(), NOW, specifics=[long])
    assert [m.message for m in made.missing] == [
        "What you chose is too long for this message: shorten it."
    ]


def test_an_own_template_that_is_long_by_itself_keeps_all_details() -> None:
    body = "Hello. " * 300 + "{{ specifics | listed }}"
    mine = MessageTemplate(
        id="m", kind="thank_you", channel="email", name="M", subject="", body=body
    )
    assert len(draft(action(), facts(), NOW, template=mine).specifics) == 3


def test_an_endless_note_still_gives_a_draft() -> None:
    endless = [Specific(id="s", text="word " * 19_000, ties_to="x" * 90_000)]
    assert len(draft(action(), facts(endless, company="y" * 9_000), NOW).body) < 4_000


# --- what is missing ---


def test_what_is_missing_is_named_and_the_text_can_still_go() -> None:
    made = draft(action(person=None), facts([], people=[], interviewers=[]), NOW)
    assert [m.field for m in made.missing] == ["moments", "person.greeting", "to"]
    assert made.body.startswith("Dear Northwind hiring team,\n\nThank you for")
    assert made.to == ""


def test_a_reply_says_that_the_answer_itself_is_still_to_be_written() -> None:
    assert [m.field for m in draft(action("reply"), facts(), NOW).missing] == ["reply"]


def test_the_address_follows_the_channel() -> None:
    check = action("status_check")
    assert draft(check, facts(), NOW, channel="phone").to == DANA.phone
    assert draft(check, facts(), NOW, channel="voicemail").to == DANA.phone
    assert draft(check, facts(), NOW, channel="linkedin").to == DANA.linkedin
    nameless = facts(people=[DANA.replace(phone=""), TOM, MIA, LEE])
    made = draft(check, nameless, NOW, channel="phone")
    assert [m.message for m in made.missing] == [
        "There is no address for Dana Adler: a phone number is needed."
    ]


def test_an_action_without_words_or_application_is_a_sentence() -> None:
    with pytest.raises(NothingToWrite, match="no message to write"):
        draft(action("debrief"), facts(), NOW)
    with pytest.raises(NothingToWrite, match="no longer there"):
        draft(action(), Facts(), NOW)


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
        action(),
        facts(),
        NOW,
        template=mine(" {{ role }}: \n", "\n\nHi {{ person.first_name }}  ,\n\n\n\nx"),
    )
    assert (made.subject, made.body) == ("Data Engineer", "Hi Dana,\n\nx")
    with pytest.raises(TemplateRefused, match="did you mean"):
        draft(action(), facts(), NOW, template=mine("x", "{{ persn.name }}"))


def test_every_action_that_the_plan_derives_has_its_draft() -> None:
    rejected, offer = (Outcome(kind=k, at=TUESDAY) for k in ("rejected", "offer"))
    searches = [
        facts(
            interviewers=["dana", "tom"],
            promises=[Promise(id="m", kind="material", text="the deck")],
            others=[ELSEWHERE],
        ),
        facts(outcome=rejected),
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
                if due.kind not in {"debrief", "move_on"}:
                    kinds.add(due.kind)
                    made = draft(due, found, now)
                    assert made.body
                    assert made.template.kind in {due.kind, "find_contact"}
    assert kinds >= {"thank_you", "send_material", "reply", "status_check", "expedite", "rejection_reply",
                     "keep_in_touch", "offer_reply", "withdraw_note", "linkedin_connect"}  # fmt: skip


def test_a_thank_you_can_carry_what_was_promised_in_that_interview() -> None:
    found = facts(promises=[Promise(id="m", kind="material", text="send her the slides")])
    carrying = next(
        t for t in templates_for(action(), found, NOW) if t.id == "thank_you.email.plain.material"
    )
    assert (
        "As promised, I am sending you the slides."
        in draft(action(), found, NOW, template=carrying).body
    )


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
    made = draft(action("reply"), received("Your interview"), NOW, quote=True)
    assert made.subject == "Re: Your interview"
    assert made.body.endswith(
        "Sam Rivera\n\nOn 20 November 2026 at 10:00, Dana Adler wrote:\n> We need\n>\n> a week more."
    )


@pytest.mark.parametrize(
    "subject", ["Re: Next steps", "RE: re: Next steps", "AW: Next steps", "Next steps"]
)
def test_re_stands_once(subject: str) -> None:
    assert draft(action("reply"), received(subject), NOW, quote=True).subject == "Re: Next steps"


def test_there_is_nothing_to_quote_without_a_message() -> None:
    plain = draft(action("reply"), facts(), NOW)
    assert draft(action("reply"), facts(), NOW, quote=True) == plain
    assert draft(action("reply"), received("x"), NOW) == plain


def test_the_same_facts_give_the_same_draft() -> None:
    assert draft(action(), facts(), NOW) == draft(action(), facts(), NOW)
