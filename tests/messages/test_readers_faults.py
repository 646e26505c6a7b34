"""What readers of our letters stumbled over, by its kind: each stays mended."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from followup.messages.brief import brief_for
from followup.messages.draft import Draft, draft
from followup.messages.fields import values
from followup.messages.languages import grammar_of
from followup.messages.languages.listener import Listener
from followup.messages.lint import lint
from followup.messages.specifics import is_delicate
from followup.model.facts import Facts, Interview, Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Channel, Purpose
from followup.playbook.case import called
from followup.prose.jotted import foreign
from tests.builders.northwind import (
    DANA,
    LEE,
    ME,
    SPECIFICS,
    TUESDAY,
    action,
    facts,
    occasion,
    setting,
)
from tests.rows import each_row


def written(
    kind: ActionKind, found: Facts, *, language: str = "en", channel: Channel | None = None
) -> Draft:
    one = found.applications[0].replace(language=language)
    world = found.replace(applications=(one, *found.applications[1:]))
    person = one.people[0].id
    return draft(occasion(action(kind, person), world), channel=channel)


def came(purpose: Purpose, text: str = "", channel: Channel = "email") -> Touchpoint:
    return Touchpoint(
        id=f"r-{purpose}",
        at=TUESDAY + timedelta(days=1),
        channel=channel,
        direction="received",
        purpose=purpose,
        people=("dana",),
        text=text,
    )


@each_row(
    ("entered", "said"),
    [
        ("KOCH & SÖHNE GMBH", "Koch & Söhne"),
        ("Koch & Söhne GmbH & Co. KG", "Koch & Söhne"),
        ("STADTWERKE ULM GMBH", "Stadtwerke Ulm"),
        ("Northwind, Inc.", "Northwind"),
        ("Lernwerkstatt Südpark e.V.", "Lernwerkstatt Südpark"),
        ("Autohaus Brandt e. K.", "Autohaus Brandt"),
        ("Metalgryf Sp. z o.o.", "Metalgryf"),
        ("Koch Bau UG (haftungsbeschränkt)", "Koch Bau"),
        ("IKEA", "IKEA"),
        ("BMW AG", "BMW"),
        ("Company of Heroes", "Company of Heroes"),
        ("Client Solutions Ltd", "Client Solutions"),
        ("Unnamed client in Hamburg", ""),
        ("a bank in Leeds", ""),
        ("Ungenannter Kunde", ""),
        ("Confidential", ""),
        ("?", ""),
    ],
)
def test_a_company_is_called_as_one_says_it(entered: str, said: str) -> None:
    assert called(entered) == said


@pytest.mark.parametrize(
    ("language", "says"), [("en", "your client"), ("de", "Ihrem Kunden"), ("fr", "votre client")]
)
def test_to_an_agency_a_client_without_a_name_is_their_client(language: str, says: str) -> None:
    found = facts(
        (),
        people=[LEE.replace(terms="formal")],
        interviewers=(),
        company="Unnamed client in Hamburg",
    )
    made = written("status_check", found, language=language)
    assert says in made.body
    assert "nnamed" not in made.body + made.subject


@pytest.mark.parametrize(
    ("text", "language", "is_foreign"),
    [
        ("den Umzug der Berichte ins neue Lager", "en", True),
        ("niemand nachts allein arbeiten sollte", "en", True),
        ("the move to the new warehouse", "de", True),
        ("Kafka migration", "de", False),
        ("the plant in Köln", "en", False),
        ("test design", "de", False),
        ("la migration vers Kafka", "en", True),
        ("wie ich Berichte kürze", "de", False),
    ],
)
def test_a_note_in_another_language_is_known(text: str, language: str, is_foreign: bool) -> None:
    assert foreign(text, language) is is_foreign


def test_a_note_in_another_language_is_a_jotting_and_so_is_a_tie() -> None:
    german = Specific(id="g", text="den Umzug ins neue Lager", frame="about", said_by="dana")
    made = written("thank_you", facts([german]))
    assert "Umzug" not in made.body
    assert "in another language" in made.lacks[0].sentence
    tied = SPECIFICS[0].replace(ties_to="Ich habe das bei Acme gemacht")
    made = written("thank_you", facts([tied]))
    assert "Ich" not in made.body
    assert [lack.field for lack in made.lacks] == ["tie"]


@pytest.mark.parametrize(
    "text",
    [
        "half the team quit in spring",
        "the mess that your last bookkeeper left",
        "die vielen Kündigungen",
    ],
)
def test_gossip_and_weaknesses_are_no_good_memory(text: str) -> None:
    weak = Specific(id="w", text=text, frame="about", said_by="dana")
    assert is_delicate(weak)
    good = Specific(id="g", text="the month-end close", frame="about", said_by="dana")
    made = written("thank_you", facts([weak, good]))
    assert text not in made.body
    assert "the month-end close" in made.body
    alone = written("thank_you", facts([weak]))
    assert text not in alone.body
    assert not alone.specifics


TO_HER = Listener("Dana Adler", "formal", spoke=True)
TO_AGENCY = Listener("Lee Park", "formal", inside=False, speaker="Tom")


@each_row(
    ("language", "frame", "text", "to", "said"),
    [
        ("en", "that", "we lose time between two systems", TO_HER, "you lose time between two systems"),
        ("en", "about", "our move to Kafka", TO_AGENCY, "their move to Kafka"),
        ("en", "question", "How would you keep two teams on one schema?", TO_HER,
         "how I would keep two teams on one schema"),
        ("en", "question", "what do you value in your work?", TO_HER, "what I value in my work"),
        ("en", "question", "Dana asked how I'd handle on-call", TO_HER, "how I'd handle on-call"),
        ("en", "question", "Have you led a team?", TO_HER, "“Have you led a team?”"),
        ("de", "that", "wir zu viel Zeit verlieren", TO_HER, "Sie zu viel Zeit verlieren"),
        ("de", "that", "wir zu viel Zeit verlieren", replace(TO_HER, terms="first"), "ihr zu viel Zeit verliert"),
        ("de", "that", "wir jeden Tag ausliefern", replace(TO_HER, terms="first"), "ihr jeden Tag ausliefert"),
        ("de", "question", "Wie halten Sie zwei Teams zusammen?", TO_HER, "wie ich zwei Teams zusammenhalte"),
        ("de", "about", "der Umzug", TO_HER, "den Umzug"),
        ("de", "about", "wie ihr einstellt", TO_HER, None),
    ],
)  # fmt: skip
def test_what_they_said_is_said_to_them(
    language: str, frame: str, text: str, to: Listener, said: str | None
) -> None:
    assert grammar_of(language).said(text, frame, to) == said  # type: ignore[arg-type]


def test_what_they_told_by_phone_is_no_message_and_a_reason_that_was_given_is_not_asked_for() -> (
    None
):
    called_ = written(
        "rejection_reply", facts((), touchpoints=[came("rejection", channel="phone")])
    )
    assert re.search(r"call|in person", called_.body)
    why = came("rejection", "We chose somebody with more experience in hardware.")
    told = written("rejection_reply", facts((), touchpoints=[why]))
    assert "reason" in told.body or "why" in told.body or "what decided it" in told.body
    assert not re.search(r"I would be grateful to hear it|feedback", told.body)
    offer = written("offer_reply", facts((), touchpoints=[came("offer", channel="phone")]))
    assert "happy to read it" not in offer.body
    assert re.search(r"call|ringing|in person|by phone", offer.body)


def test_the_case_study_is_named_also_where_its_message_alone_says_what_it_was() -> None:
    sent = Touchpoint(
        id="t",
        at=TUESDAY + timedelta(days=2),
        direction="sent",
        purpose="send_material",
        subject="Case study, as promised",
    )
    body = written("status_check", facts((), touchpoints=[sent])).body
    assert "the case study" in body.casefold()


def test_a_voicemail_names_the_day_that_they_gave() -> None:
    promised = Promise(id="d", kind="decision_by", on=(TUESDAY + timedelta(days=2)).date())
    made = written("status_check", facts((), promises=[promised]), channel="voicemail")
    assert "yesterday" in made.body


def test_who_referred_hears_whom_one_met_and_when() -> None:
    friend = DANA.replace(id="sid", name="Sid Rao", role="referrer")
    found = facts(SPECIFICS[:1], people=[friend, DANA], interviewers=("dana",))
    made = written("tell_referrer", found)
    assert "Dana Adler" in made.body
    assert "n Tuesday" in made.body


def test_a_thank_you_ends_with_what_comes_next() -> None:
    ahead = Promise(id="d", kind="decision_by", on=(TUESDAY + timedelta(days=20)).date())
    assert "7 December" in written("thank_you", facts(SPECIFICS[:1], promises=[ahead])).body
    owed = Promise(id="m", kind="material", text="code sample")
    assert "the code sample" in written("thank_you", facts(SPECIFICS[:1], promises=[owed])).body
    found = facts(SPECIFICS[:1])
    later = Interview(id="i2", starts_at=TUESDAY + timedelta(days=16), time_zone="Europe/Berlin")
    one = found.applications[0]
    two = found.replace(applications=(one.replace(interviews=(*one.interviews, later)),))
    assert "3 December" in written("thank_you", two).body


KINDS: tuple[ActionKind, ...] = (
    "thank_you", "status_check", "second_check", "rejection_reply", "feedback_request", "keep_in_touch", "offer_reply",
    "expedite", "withdraw_note", "tell_referrer", "send_material", "reply",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", KINDS)
def test_company_and_role_are_named_once_at_most(kind: ActionKind, language: str) -> None:
    said = (
        SPECIFICS[:1] if language == "en" else (SPECIFICS[0].replace(text="den Umzug", ties_to=""),)
    )
    for chosen in (said, ()):
        body = written(kind, facts(chosen), language=language).body
        assert body.count("Northwind") <= 1, body
        assert body.count("Data Engineer") <= 1, body


def test_a_clause_is_talked_about_and_is_no_thing() -> None:
    hiring = Specific(id="h", text="how you hire", frame="about", said_by="dana")
    got = values(occasion(action(), facts([hiring])), [hiring])
    assert (got["thing"], got["moment"]) == ("", "our conversation about how you hire")


def test_weeks_later_only_a_question_of_how_i_would_work_is_told() -> None:
    why = Specific(id="w", text="why I left Acme", frame="question", said_by="dana")
    thanked, checked = (
        values(occasion(due, facts([why])), [why])["they_asked"]
        for due in (action(), action("status_check"))
    )
    assert (thanked, checked) == ("you asked me why I left Acme", "")
    how = values(occasion(action("status_check")), SPECIFICS[2:])
    assert how["they_asked"] == "you asked me how I'd handle on-call"


_OURS = re.compile(
    r"\b(?:[Oo]ur (?:talk|conversation|interview)|[Ww]e (?:talked|met|spoke)|[Yy]ou (?:told me about|interviewed)"
    r"|[Uu]nser\w* Gespräch|mit mir gesprochen|miteinander gesprochen|mit (?:Ihnen|dir) gesprochen"
    r"|(?:Sie|du) über .{,60} erzählt)"
)


@pytest.mark.parametrize("kind", ["status_check", "second_check"])
@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("channel", ["email", "phone", "voicemail", "linkedin"])
def test_a_check_to_somebody_who_was_not_there_does_not_say_that_we_talked(
    kind: ActionKind, language: str, channel: Channel
) -> None:
    said = {
        "en": Specific(id="a", text="the move to Kafka", frame="about", said_by="tom"),
        "de": Specific(id="a", text="den Umzug ins Lager", frame="about", said_by="tom"),
    }[language]
    for when in ([], ["decided"]):
        due, world = setting(kind, channel, ["not_interviewer", *when], [said])
        for n in range(14):
            one = world.applications[0].replace(id=f"a{n}", language=language)
            there = occasion(replace(due, application=one.id), Facts(me=ME, applications=(one,)))
            for chosen in ((said,), ()):
                made = draft(there, channel=channel, specifics=chosen)
                assert not _OURS.search(made.body), made.body


@pytest.mark.parametrize("kind", ["status_check", "second_check"])
def test_a_check_for_which_nothing_was_noted_is_not_told_to_be_more_specific(
    kind: ActionKind,
) -> None:
    for when in ([], ["decided"], ["not_interviewer"]):
        due, world = setting(kind, "email", when, ())
        for n in range(14):
            one = world.applications[0].replace(id=f"a{n}")
            there = occasion(replace(due, application=one.id), Facts(me=ME, applications=(one,)))
            made = draft(there)
            found = lint(made.body, made.subject, brief_for(there, made))
            assert "no-specific" not in {finding.code for finding in found}, made.body
