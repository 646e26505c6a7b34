"""The user's own voice: what recurs in the e-mails that they sent is offered as a template, and nothing else is."""

import re
from datetime import timedelta
from string import ascii_uppercase

import pytest

from followup.messages.brief import brief_for
from followup.messages.draft import draft
from followup.messages.lint import lint
from followup.messages.occasion import occasion_to_try
from followup.messages.templates import check_template, template_of, templates_for
from followup.messages.voice.offer import Offer, offers
from followup.model.beside import Template
from followup.model.facts import Application, Facts, Specific
from followup.model.vocabulary import ActionKind, Frame
from followup.playbook.plan import plan
from tests.builders import applied, at, decision_by, ended, facts, interview, person, sent, specific
from tests.builders.voice import ANNA, CHEERS, EVA, LENA, PAUL, TOM, by_hand, german, search, wrote


def only(world: Facts, kind: ActionKind = "thank_you") -> Offer:
    (found,) = offers(world, kind)
    return found


def turns(offer: Offer) -> dict[str, int]:
    return {turn.text: turn.times for turn in offer.turns}


def test_greeting_turns_and_sign_off_that_recur_are_offered_in_their_order() -> None:
    offer = only(search())
    assert offer.template.name == "My thank-you"
    assert offer.template.subject == "Thanks for the chat"
    assert offer.template.body == (
        "Hello {{ person.greeting }},\n\n"
        "thanks a lot for the chat {{ interview.day }}. "
        "{% if thing %}I really liked hearing about {{ thing }}."
        "{% elif they_asked %}{{ they_asked | sentence }}"
        "{% elif they_said %}{{ they_said | sentence }}"
        "{% elif moment %}I enjoyed {{ moment }}.{% endif %} {{ tie }}\n\n"
        "You would get somebody who likes to see a thing through. "
        "I would love to do that at {{ company }}.\n\n"
        "Cheers,\nKim"
    )


def test_it_says_how_often_each_turn_was_found() -> None:
    offer = only(search())
    assert offer.mails == 3
    found = turns(offer)
    assert found["thanks a lot for the chat {{ interview.day }}."] == 3
    assert found["I really liked hearing about {{ thing }}."] == 2
    assert found["You would get somebody who likes to see a thing through."] == 2
    assert found["Cheers,\nKim"] == 3


def test_nothing_that_belongs_to_one_reader_gets_into_it() -> None:
    offer = only(search())
    kept = f"{offer.template.subject}\n{offer.template.body}"
    secret = r"Anna|Adler|Tom|Novak|Sorel|Globex|Initech|Hooli|Kafka|Leeds|Acme|yesterday|day\.$|Tuesday|Thursday"
    assert re.findall(secret, kept) == []


def test_what_stands_in_letters_to_one_employer_alone_is_said_of_them_and_not_offered() -> None:
    text = (
        "{hello}\n\nThank you for showing me the hall in Leeds. I was glad to see it.\n\n" + CHEERS
    )
    held = interview("03-02 10:00", by="anna tom")
    mails = [
        sent("thank_you", f"03-03 0{n}:00", to=who, interview="i1", text=text.format(hello=hello))
        for n, (who, hello) in enumerate((("anna", "Hello Anna,"), ("tom", "Hello Tom,")))
    ]
    assert offers(facts(applied("Globex", ANNA, TOM, held, *mails)), "thank_you") == ()
    elsewhere = by_hand(
        "Initech", PAUL, "03-04", "Hello Paul,\n\nThank you for the day.\n\n" + CHEERS
    )
    both = facts(applied("Globex", ANNA, TOM, held, *mails), elsewhere)
    assert offers(both, "thank_you") == ()


@pytest.mark.parametrize(
    "said",
    [
        "Tom told me about you.",  # a person of another application
        "At Hooli I would have missed that.",  # a company of another one
        "Nothing would please me more than the Clerk position.",  # a role
        "I could start on Monday.",
        "I am free from 14:30.",
        "I will be away in August.",
    ],
)
def test_a_sentence_of_other_people_companies_or_days_is_left_out_however_often(said: str) -> None:
    text = (
        f"Thanks a lot for the chat. {said}\n\nI would love to see that team at work.\n\n{CHEERS}"
    )
    world = facts(
        by_hand("Globex", ANNA, "03-02", f"Hello Anna,\n\n{text}"),
        by_hand("Initech", PAUL, "03-03", f"Hello Paul,\n\n{text}"),
        applied("Hooli", TOM, role="Clerk"),
    )
    body = only(world).template.body
    assert said not in body
    assert "I would love to see that team at work." in body


KINDS: tuple[ActionKind, ...] = (
    *("thank_you", "status_check", "rejection_reply", "keep_in_touch", "feedback_request"),
    "withdraw_note",
)
SAID: dict[str, tuple[tuple[Frame, str], ...]] = {
    "en": (
        ("about", "the move to Kafka"),
        ("that", "we deploy every day"),
        ("question", "how I would handle on-call"),
    ),
    "de": (
        ("about", "den Umzug nach Kafka"),
        ("that", "nachts niemand allein arbeitet"),
        ("question", "wie ich die Rufbereitschaft regeln würde"),
    ),
}
TEAM = ("Anna Adler", "Tom Novak", "Dr. Eva Sorel", "Ben Krug", "Lena Vogt", "Paul Ferro")
COMPANIES = 26  # there are twelve letters of a kind at most, so that each of them went to two


def drafted(kind: ActionKind, language: str, later: timedelta, thought: str | None = None) -> Facts:
    """A search of many companies, to each of which went what the program drafted, unchanged, a while later."""
    if thought is None:
        thought = "I did the same at my last job." if language[:2] == "en" else ""
    over = {"rejection_reply", "feedback_request", "keep_in_touch"}
    said = SAID.get(language[:2], SAID["en"])
    every: list[Application] = []
    for n in range(COMPANIES):
        who = person(TEAM[n % 6], id=f"p{n}")
        frame, text = said[n % 3]
        heard = specific(text, id=f"s{n}", frame=frame, said_by=who.id if n % 2 else None)
        held = interview(
            f"03-0{2 + n % 6} 10:00",
            heard.replace(ties_to=thought),
            decision_by("03-16"),
            by=who.id,
            key=f"i{n}",
        )
        end = [ended("rejected", "03-20 10:00")] if kind in over else []
        named: dict[str, str | None] = {"id": f"c{n}", "role": "Data Engineer"}
        named |= {"language": language, "country": language[3:] or None}
        every.append(applied(f"{ascii_uppercase[n]}corp", who, held, *end, **named))
    world = facts(*every)
    told: list[Application] = []
    for application in every:
        (held,) = application.interviews
        now = held.begins + timedelta(hours=6) if kind == "thank_you" else at("03-24 10:00")
        made = draft(occasion_to_try(kind, "email", application, (), world, now))
        mail = sent(kind, "03-02 10:00", to=application.people[0].id, text=made.body)
        known = held.id if kind == "thank_you" else None
        mail = mail.replace(at=now + later, subject=made.subject, interview=known)
        told.append(application.replace(touchpoints=(mail,)))
    return facts(*told)


@pytest.mark.parametrize("language", ["en", "en-US", "de", "de-CH", "fr", "es"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_the_program_drafted_and_nobody_changed_is_no_voice_of_theirs(
    kind: ActionKind, language: str
) -> None:
    assert offers(drafted(kind, language, timedelta(days=1)), kind) == ()


@pytest.mark.parametrize(
    ("language", "thing"), [("en", "two winters on the ward"), ("de", "zwei Winter Nachtdienst")]
)
def test_nor_is_what_the_program_wove_a_thing_of_theirs_into(language: str, thing: str) -> None:
    world = drafted("thank_you", language, timedelta(days=1), thing)
    assert sum(thing in a.touchpoints[0].text for a in world.applications) > COMPANIES // 3
    assert offers(world, "thank_you") == ()


def test_our_sentences_stay_out_of_what_the_user_made_of_our_letters() -> None:
    world = drafted("thank_you", "en", timedelta(hours=1))
    own = "You would get somebody who likes to see a thing through."

    def edited(application: Application) -> Application:
        (mail,) = application.touchpoints
        head, _, close = mail.text.rpartition("\n\n")
        return application.replace(touchpoints=(mail.replace(text=f"{head} {own}\n\n{close}"),))

    changed = facts(*map(edited, world.applications))
    assert offers(changed, "thank_you") == (), "without a word of thanks it is no thank-you"
    thanks = "Thanks a lot for the chat."
    both = [
        a.replace(
            touchpoints=(
                a.touchpoints[0].replace(
                    text=a.touchpoints[0].text.replace(",\n\n", f",\n\n{thanks} ", 1)
                ),
            )
        )
        for a in changed.applications
    ]
    offer = only(facts(*both))
    assert turns(offer) == {thanks: COMPANIES, own: COMPANIES}
    assert offer.template.body.startswith("{{ greeting }}\n\n")
    assert offer.template.body.endswith("\n\n{{ closing }}")


@pytest.mark.parametrize(("asked", "offered"), [(" Gibt es schon etwas Neues?", True), ("", False)])
def test_a_check_keeps_its_question_even_if_we_ask_so_too_and_is_none_without(
    asked: str, offered: bool
) -> None:
    every = []
    for number, (company, who, hello) in enumerate(
        (("Globex", EVA, "Sehr geehrte Frau Dr. Sorel"), ("Initech", PAUL, "Guten Tag Paul Ferro"))
    ):
        text = (
            f"{hello},\n\nich hoffe, Sie hatten eine gute Woche.{asked} Über ein kurzes Wort würde ich mich freuen.\n\n"
            "Beste Grüße aus Leipzig\nKim Doe"
        )
        mail = sent("status_check", "03-11 09:00", to=who.id, subject="Nachfrage", text=text)
        held = interview("03-02 10:00", by=who.id, key=f"i{number}")
        every.append(applied(company, who, held, mail, language="de"))
    found = offers(facts(*every), "status_check")
    assert [asked.strip() in offer.template.body for offer in found] == [True] * offered


def test_an_edited_greeting_is_offered_by_the_name_that_a_template_greets_by() -> None:
    assert "Hello {{ person.greeting }}," in turns(only(search()))
    once = wrote(search(), 0, "Hello Anna,", "Dear Anna,")
    twice = wrote(once, 1, "Hello Tom,", "Dear Tom,")
    assert only(once).template.body.startswith("Hello {{ person.greeting }},")
    assert only(twice).template.body.startswith("{{ greeting }}"), (
        "once is not what they usually say"
    )


def test_german_letters_keep_their_greeting_their_sie_and_their_sign_off() -> None:
    offer = only(german())
    assert offer.template.name == "My thank-you (German)"
    assert offer.template.body == (
        "Hallo {{ person.greeting }},\n\n"
        "hab vielen Dank für das gute Gespräch {{ interview.day }}. "
        "{% if they_asked %}{{ they_asked | sentence }}"
        "{% elif they_said %}{{ they_said | sentence }}"
        "{% elif thing %}Ich denke gern an unser Gespräch über {{ thing }}.{% endif %} {{ tie }}\n\n"
        "Bei {{ company }} würde ich gern mit dir anpacken.\n\n"
        "Herzliche Grüße\nKim"
    )


def test_a_sign_off_that_no_list_knows_is_one_where_the_name_stands_right_below() -> None:
    world = german()
    for number in (0, 1):
        world = wrote(world, number, "Herzliche Grüße", "Frohes Schaffen")
    assert only(world).template.body.endswith("anpacken.\n\nFrohes Schaffen\nKim")


def test_letters_to_those_one_is_not_on_first_name_terms_with_are_another_voice() -> None:
    formal = by_hand(
        "Hooli",
        EVA,
        "03-05",
        "Guten Tag Frau Dr. Sorel,\n\nhaben Sie vielen Dank für das gute Gespräch am Donnerstag.\n\n"
        "Bei Hooli würde ich gern mit Ihnen anpacken.\n\nHerzliche Grüße\nKim",
        language="de",
    )
    world = german()
    offer = only(world.replace(applications=(*world.applications, formal)))
    assert "Ihnen" not in offer.template.body
    assert offer.mails == 2


def test_what_is_offered_passes_gate_and_lint_at_a_company_that_it_has_not_seen() -> None:
    for world, language in ((search(), "en"), (german(), "de")):
        offer = only(world)
        assert check_template(offer.template.subject, offer.template.body) == ()
        heard = {"en": "the new plant in Leeds", "de": "das neue Werk in Leeds"}[language]
        said = Specific(id="x", text=heard, frame="about", said_by="lena")
        held = interview("03-09 10:00", said, by="lena", key="i9")
        fresh = applied("Umbrella", LENA, held, role="Analyst", language=language)
        everything = world.replace(applications=(*world.applications, fresh))
        now = at("03-10 09:00")
        actions = plan(everything, now)
        occasion = occasion_to_try("thank_you", "email", fresh, actions, everything, now)
        made = draft(occasion, template=template_of(offer.template))
        assert made.lacks == ()
        assert heard in made.body
        assert "  " not in made.body
        assert "{" not in made.body
        found = lint(made.body, made.subject, brief_for(occasion, made))
        assert [f.message for f in found if f.code != "other-language"] == []


def test_it_is_taken_where_a_template_of_theirs_of_that_kind_and_language_is_there() -> None:
    offer = only(search())
    assert not offer.is_taken(())
    assert offer.is_taken((offer.template,))
    assert not offer.is_taken((offer.template.replace(kind="status_check"),))
    assert not offer.is_taken((only(german()).template,))


def test_a_template_of_theirs_in_another_language_is_offered_behind_ours() -> None:
    fresh = applied("Umbrella", LENA, interview("03-09 10:00", by="lena", key="i9"), language="en")
    mine = only(german()).template.replace(id="mine")
    plain = Template(id="plain", kind="thank_you", name="Plain", body="Thank you for the chat.")
    now = at("03-10 09:00")
    for own, first in ((mine, False), (plain, True)):
        world = facts(fresh).replace(templates=(own,))
        occasion = occasion_to_try("thank_you", "email", fresh, plan(world, now), world, now)
        fitting = templates_for(occasion)
        assert own.id in {t.id for t in fitting}
        assert fitting[0].own is first
