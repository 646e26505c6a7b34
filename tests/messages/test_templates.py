"""What a message begins from, how the files of letters are read, and which of their sentences a situation takes."""

from collections.abc import Collection
from dataclasses import replace

import pytest

from followup.messages.draft import Draft, draft
from followup.messages.field_list import WHEN, WITHOUT_WEIGHT
from followup.messages.gate import TemplateRefused
from followup.messages.templates import built_in, read_templates, templates_for
from followup.model.beside import Template
from followup.model.facts import Facts
from followup.model.vocabulary import ActionKind, Channel
from tests.builders.northwind import SPECIFICS, TOM, action, facts, occasion, setting
from tests.rows import each_row


def written(kind: ActionKind, when: str = "", channel: Channel = "email") -> Draft:
    due, found = setting(kind, channel, when.split())
    return draft(occasion(due, found))


def best(
    found: Facts,
    kind: ActionKind = "thank_you",
    channel: Channel | None = None,
    who: str | None = "dana",
) -> str:
    return templates_for(occasion(action(kind, who), found), channel=channel)[0].id


@each_row(
    ("kind", "when", "says"),
    [
        ("thank_you", "", "Tuesday"),
        ("thank_you", "ai", "AI interview"),
        ("thank_you", "not_interviewer", "arranging|bringing about|your work"),
        ("thank_you", "through_agency", "Tom Novak"),
        ("status_check", "", "he data engineer role"),
        ("status_check", "decided", "yesterday"),
        ("status_check", "to_agency", "Northwind"),
        ("status_check", "no_show", "missed each other|did not take place|must have come up"),
        ("status_check", "date called_off", "on Wednesday"),
        ("status_check", "date", "date|day"),
        ("status_check", "letter offered", "offer|papers"),
        ("status_check", "task", "he case study"),
        ("status_check", "on_hold", "on hold|have to wait|in November"),
        (
            "offer_reply",
            "offered",
            "answer|reply|decision|in touch|come back to you|mine|hear from me",
        ),
        ("offer_reply", "offered extended", "new"),
        ("offer_reply", "accepted", "accept|yes"),
        (
            "withdraw_note",
            "",
            "withdraw|off the list|not the right step|going on|close|no longer|against|taking back|pursue",
        ),
        ("withdraw_note", "offered", "not accept|not to accept|decided against"),
        ("withdraw_note", "accepted_elsewhere", "another|other"),
        ("expedite", "", "25 November"),
        ("reply", "invited", "invit"),
        ("reply", "", "asked about the deck|know about the deck"),
        ("tell_referrer", "", "on Tuesday|On Tuesday"),
        ("tell_referrer", "accepted", "accepted|going to|said yes"),
        ("tell_referrer", "rejected", "somebody else"),
        ("tell_referrer", "withdrawn", "withdrawn|not going on"),
    ],
)
def test_a_letter_knows_what_happened(kind: ActionKind, when: str, says: str) -> None:
    made = written(kind, when)
    text = f"{made.subject}\n{made.body}"
    assert any(word in text for word in says.split("|")), text


def test_an_offer_elsewhere_is_never_told_to_the_employer_that_made_it() -> None:
    for kind in ("offer_reply", "status_check"):
        for when in ("offered", "offered extended", "letter offered"):
            body = written(kind, when).body
            assert "elsewhere" not in body
            assert "another offer" not in body


def test_a_recruiter_who_held_the_round_is_an_interviewer() -> None:
    people = [
        p.replace(role="recruiter") if p.id == "dana" else p for p in facts().applications[0].people
    ]
    body = draft(occasion(action(), facts(people=people))).body
    assert "arranging" not in body
    assert "setting up" not in body


def test_without_an_address_the_thanks_go_through_the_agency() -> None:
    found = facts(
        route="agency",
        people=[TOM.replace(email=""), *facts().applications[0].people[3:]],
        interviewers=["tom"],
    )
    made = draft(occasion(action(person="tom"), found))
    assert made.to == "lee@example.com"
    assert "Tom Novak" in made.body
    with_address = facts(route="agency", interviewers=["tom"])
    assert draft(occasion(action(person="tom"), with_address)).to == "tom@example.com"


def test_what_only_the_user_can_know_is_offered_and_never_the_default() -> None:
    ids = [t.id for t in templates_for(occasion())]
    assert "thank_you.email.plain.material" in ids[1:]
    replies = [t.id for t in templates_for(occasion(action("reply")))]
    assert "reply.email.plain.reschedule" in replies[1:]


def test_the_users_own_come_first_and_ours_stay() -> None:
    mine = Template(id="mine", kind="thank_you", name="Mine", subject="Hi", body="{{ company }}")
    found = facts().replace(templates=(mine,))
    offered = templates_for(occasion(action(), found))
    assert (offered[0].id, offered[0].own) == ("mine", True)
    assert {t.id for t in offered[1:]} == {t.id for t in templates_for(occasion())}


def test_the_switchboard_comes_first_where_no_address_is_known() -> None:
    unreached = [p.replace(email="") for p in facts().applications[0].people]
    lost = occasion(action(), facts(people=unreached))
    assert templates_for(lost, channel="phone")[0].id == "find_contact.phone.plain"
    made = draft(lost, channel="phone")
    assert "human resources" in made.body


def test_a_channel_without_templates_falls_back_to_mail() -> None:
    assert best(facts(), channel="post").startswith("thank_you.email")
    assert best(facts(), "linkedin_connect", channel="email") == "linkedin_connect.linkedin.plain"


def test_only_an_action_with_something_to_write_has_templates() -> None:
    assert templates_for(occasion(action("debrief"))) == ()


# --- the files ---

HEAD = "---\nkind: reply\nchannel: email\nname: A: b\n---\n"
GOOD = (
    HEAD + "== subject\n- S\n\n== opening\n- One.\n- [no_show] Two.\n\n-- more\n- [tie] {{ tie }}\n"
)


def test_a_file_is_read_once_for_each_tone() -> None:
    plain, warm = read_templates("x", GOOD)
    assert (plain.tone, warm.tone) == ("plain", "warm")
    assert (plain.kind, plain.channel, plain.name) == ("reply", "email", "A: b, plain")
    assert (plain.subject, plain.body) == ("S", "One. {{ tie }}")


@pytest.mark.parametrize(
    ("holds", "filled", "body"),
    [
        ((), (), "One."),
        (("no_show",), (), "Two."),
        ((), ("tie",), "One. {{ tie }}"),
    ],
)
def test_the_closest_sentence_is_taken_and_none_that_would_say_nothing(
    holds: Collection[str], filled: Collection[str], body: str
) -> None:
    (letter, _) = (t.letter for t in read_templates("x", GOOD))
    assert letter is not None
    assert letter.written(holds, filled, 0) == ("S", body)


WHOLE = (
    HEAD
    + "== subject\n- S\n\n== whole\n-\n  Dear.\n  [tie] Tied.\n  [or role] Role.\n  [or] Bare.\n\n"
    "  <Ihr|dein> Wort.\n  [!next] Own end.\n-\n  Other.\n\n-- next\n- [owed] Owed.\n"
)


@pytest.mark.parametrize(
    ("holds", "filled", "turn", "body"),
    [
        (("first",), ("tie", "role"), 0, "Dear. Tied.\n\ndein Wort. Own end."),
        (("formal",), ("role", "owed"), 2, "Dear. Role.\n\nIhr Wort. Owed."),
        (("formal",), (), 2, "Dear. Bare.\n\nIhr Wort. Own end."),
        (("formal",), ("owed",), 1, "Other. Owed."),
    ],
)
def test_a_whole_letter_says_each_line_that_holds_and_ends_in_its_own_way_where_nothing_is_next(
    holds: Collection[str], filled: Collection[str], turn: int, body: str
) -> None:
    (letter, _) = (t.letter for t in read_templates("x", WHOLE))
    assert letter is not None
    assert letter.written(holds, filled, turn) == ("S", body)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Body", "begins with lines between two lines ---"),
        (GOOD.replace("kind: reply", "kind: rply"), "the kind “rply” is not one of"),
        (GOOD.replace("name:", "nme:"), "there is no key “nme”"),
        (GOOD.replace("name: A: b", "name"), "not of the form key: value"),
        (GOOD.replace("[no_show]", "[monday]"), "“monday” is no word of a situation"),
        (GOOD.replace("- One.", "One."), "Line 10: thank_you.x: neither a place nor a sentence"),
        (GOOD.replace("{{ tie }}", "{{ tye }}"), "Line 14: thank_you.x: there is no field “tye”"),
    ],
)
def test_a_damaged_file_is_refused_with_its_name_and_line(text: str, sentence: str) -> None:
    with pytest.raises(TemplateRefused, match=sentence.replace("[", r"\[")) as refused:
        read_templates("thank_you.x", text)
    assert "thank_you.x: " in str(refused.value)


def test_every_word_of_a_situation_is_used_and_means_something() -> None:
    used = {
        w
        for lang in ("en", "de", "fr", "es")
        for t in built_in(lang)
        if t.letter
        for w in t.letter.words
    }
    assert set(WHEN) <= used | WITHOUT_WEIGHT


def test_the_own_interest_in_the_reader_is_not_lost_in_the_choice_of_material() -> None:
    made = draft(
        replace(occasion()), template=templates_for(occasion())[-1], specifics=SPECIFICS[:1]
    )
    assert "the move to Kafka" in made.body
