"""Which template is taken, and how the files are read."""

import pytest

from followup.messages.draft import draft, templates_for
from followup.messages.gate import TemplateRefused
from followup.messages.templates import WHEN, MessageTemplate, built_in, read_template
from followup.model.facts import Facts, Outcome, Template
from followup.model.vocabulary import ActionKind, Channel
from tests.messages.samples import (
    ACCEPTED_ELSEWHERE,
    NOW,
    TOM,
    TUESDAY,
    action,
    facts,
    setting,
)


@pytest.mark.parametrize("template", [t for t in built_in() if not t.choice], ids=lambda t: t.id)
def test_each_of_ours_is_the_default_in_its_own_setting(template: MessageTemplate) -> None:
    due, found = setting(template)
    assert template.tone is not None
    first = templates_for(due, found, NOW, channel=template.channel, tone=template.tone)[0]
    general_video = template.id.removesuffix(".video")
    assert first.id == template.id or first.id in {
        f"{general_video}.{w}" for w in ("video", "feedback")
    }


def best(
    found: Facts,
    kind: ActionKind = "thank_you",
    channel: Channel | None = None,
    who: str | None = "dana",
) -> str:
    return templates_for(action(kind, who), found, NOW, channel=channel)[0].id


def test_the_thank_you_follows_the_interview() -> None:
    assert best(facts(mode="in_person")) == "thank_you.email.plain.in_person"
    assert best(facts(mode="phone")) == "thank_you.email.plain.phone"
    assert best(facts(interviewers=["dana", "tom"])) == "thank_you.email.plain.panel"
    assert best(facts(mode="ai", interviewers=[]), who="mia") == "thank_you.email.plain.ai"
    assert best(facts(interviewers=[]), who="mia") == "thank_you.email.plain.not_interviewer"


def test_without_an_address_the_thanks_go_through_the_agency() -> None:
    found = facts(
        route="agency",
        people=[TOM.replace(email=""), *facts().applications[0].people[3:]],
        interviewers=["tom"],
    )
    made = draft(action(person="tom"), found, NOW)
    assert made.template.id == "thank_you.email.plain.through_agency"
    assert made.to == "lee@example.com"
    assert "pass on my thanks to Tom Novak" in made.body
    with_address = facts(route="agency", interviewers=["tom"])
    assert draft(action(person="tom"), with_address, NOW).to == "tom@example.com"


def test_the_outcome_chooses_the_answer() -> None:
    offer, accepted = Outcome(kind="offer", at=TUESDAY), Outcome(kind="accepted", at=TUESDAY)
    assert best(facts(outcome=offer), "offer_reply") == "offer_reply.email.plain"
    assert best(facts(outcome=accepted), "offer_reply") == "offer_reply.email.plain.accept"
    assert best(facts(), "withdraw_note") == "withdraw_note.email.plain"
    assert (
        best(facts(others=[ACCEPTED_ELSEWHERE]), "withdraw_note")
        == "withdraw_note.email.plain.elsewhere"
    )
    assert best(facts(outcome=offer), "withdraw_note") == "withdraw_note.email.plain.declined"
    assert best(facts(), "rejection_reply") == "rejection_reply.email.plain.feedback"
    assert best(facts(state="cancelled"), "rejection_reply") == "rejection_reply.email.plain"


def test_what_only_the_user_can_know_is_offered_and_never_the_default() -> None:
    ids = [t.id for t in templates_for(action(), facts(), NOW)]
    assert "thank_you.email.plain.material" in ids
    assert "thank_you.email.plain.answer" in ids
    assert "reply.email.plain.reschedule" in [
        t.id for t in templates_for(action("reply"), facts(), NOW)
    ]


def test_the_users_own_come_first_and_ours_stay() -> None:
    mine = Template(id="mine", kind="thank_you", name="Mine", subject="Hi", body="{{ company }}")
    found = facts().replace(templates=(mine,))
    offered = templates_for(action(), found, NOW)
    assert (offered[0].id, offered[0].own) == ("mine", True)
    assert {t.id for t in offered[1:]} == {t.id for t in templates_for(action(), facts(), NOW)}


def test_the_switchboard_comes_first_where_no_address_is_known() -> None:
    lost = action(needs_contact=True)
    assert templates_for(lost, facts(), NOW, channel="phone")[0].id == "find_contact.phone.plain"
    made = draft(lost, facts(), NOW, channel="phone")
    assert "human resources" in made.body


def test_a_channel_without_templates_falls_back_to_mail() -> None:
    assert best(facts(), channel="post").startswith("thank_you.email")
    assert best(facts(), "linkedin_connect", channel="email") == "linkedin_connect.linkedin.plain"


def test_only_an_action_with_something_to_write_has_templates() -> None:
    assert templates_for(action("debrief"), facts(), NOW) == ()


GOOD = "---\nkind: reply\nchannel: email\ntone: warm\nname: A: b\nsubject: S\n---\nBody\n"


def test_a_file_is_read() -> None:
    template = read_template("x", GOOD)
    assert (template.kind, template.channel, template.tone) == ("reply", "email", "warm")
    assert (template.name, template.subject, template.body) == ("A: b", "S", "Body\n")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Body", "begins with lines between two lines ---"),
        (GOOD.replace("kind: reply", "kind: rply"), "the kind “rply” is not one of"),
        (GOOD.replace("tone: warm", "tone: hot"), "the tone “hot” is not one of plain, warm"),
        (GOOD.replace("name", "nme"), "there is no key “nme”"),
        (GOOD.replace("subject: S", "subject"), "not of the form key: value"),
        (GOOD.replace("subject: S", "when: monday"), "“monday” is not a word of “when”"),
    ],
)
def test_a_damaged_file_is_refused_with_its_name(text: str, sentence: str) -> None:
    with pytest.raises(TemplateRefused, match=sentence) as refused:
        read_template("thank_you.x", text)
    assert "thank_you.x: " in str(refused.value)


def test_every_word_of_when_is_used() -> None:
    assert {word for t in built_in() for word in t.when} == set(WHEN)
