"""No two companies get the same letter, and nobody gets the same one twice."""

import itertools
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from followup.messages.draft import Draft, draft
from followup.messages.templates import Tone
from followup.model.facts import Application, Facts, Interview, Promise, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Frame
from tests.builders.northwind import ELSEWHERE, ME, NOW, TUESDAY, action, occasion, person

COMPANIES = (
    *("Northwind", "Globex", "Initech", "Hooli", "Umbrella", "Contoso"),
    *("Acme", "Soylent", "Stark", "Wayne", "Tyrell", "Cyberdyne"),
)
FAMILIES = (
    *("Adler", "Brandt", "Castle", "Dorn", "Eller", "Frost"),
    *("Garner", "Hollis", "Imber", "Jessop", "Kestrel", "Lomond"),
)
PEOPLE = ["Ann", "Ben", "Cara", "Dan", "Eve", "Finn", "Gail", "Hugo", "Ida", "Jo", "Kit", "Liv"]
Said = tuple[tuple[Frame, str, str], ...]
SAID: Said = (
    ("about", "the move to the new warehouse", "I moved our reports over at Initech"),
    (
        "that",
        "a handover is only done when the next shift can say it back",
        "I trained six colleagues on the ward",
    ),
    (
        "question",
        "how I would keep two teams on one schema",
        "I did it that way for three years at Hooli",
    ),
    (
        "about",
        "the forecasting work for small shops",
        "I built something close to it for my last employer",
    ),
    ("about", "the rewrite of the report engine", ""),
    (
        "that",
        "every engineer answers the phone one day a month",
        "I liked the same week at my first job",
    ),
    ("about", "the registry for rare diseases", "I built a patient registry in my thesis"),
    ("question", "what I would stop doing first", ""),
    ("about", "the plan for two plants in one year", "I planned a second line at Acme"),
    ("that", "tests should be written by whoever reads the data", ""),
    ("about", "the clean room that you are building", "I work in one now"),
    (
        "question",
        "how I would explain the delay to a customer",
        "I ran the customs desk for a year",
    ),
)


SAID_DE: Said = (
    ("about", "den Umzug ins neue Lager", "Ich habe bei Initech zwei Lager zusammengelegt"),
    ("that", "eine Übergabe erst gelungen ist, wenn die nächste Schicht sie wiederholen kann", ""),
    (
        "question",
        "wie ich zwei Teams auf einem Schema halten würde",
        "Bei Hooli habe ich das so gemacht",
    ),
    ("about", "die Prognosen für kleine Läden", "Ich habe Ähnliches für eine Kette gebaut"),
    ("about", "den Umbau der Berichte", ""),
    (
        "that",
        "jeder im Team einmal im Monat ans Telefon geht",
        "Ich mochte das schon als Werkstudent",
    ),
    ("about", "das Register für seltene Krankheiten", "Ich habe in meiner Arbeit eines aufgebaut"),
    ("question", "womit ich zuerst aufhören würde", ""),
    ("about", "die zwei neuen Werke", "Ich habe eine zweite Linie geplant"),
    ("that", "Tests von denen geschrieben werden, die die Daten lesen", ""),
    ("about", "den Reinraum im Keller", "Ich arbeite gerade in einem"),
    (
        "question",
        "wie ich einem Kunden eine Verspätung erkläre",
        "Ich habe ein Jahr am Schalter gearbeitet",
    ),
)


BROUGHT: Said = (
    ("about", "the move to the new warehouse", "two years of night moves at Initech"),
    ("that", "a handover is only done when the next shift can say it back", "my time on the acute ward"),
    ("question", "how I would keep two teams on one schema", "three years with a shared schema at Hooli"),
    ("about", "the forecasting work for small shops", "my own forecasts for a bakery"),
    ("about", "the rewrite of the report engine", "the reports I rebuilt at Acme"),
    ("that", "every engineer answers the phone one day a month", "our phone days at my first job"),
    ("about", "the registry for rare diseases", "my thesis on patient registries"),
    ("question", "what I would stop doing first", "the weekly report we dropped at Wayne"),
    ("about", "the plan for two plants in one year", "a second line at Acme"),
    ("that", "tests should be written by whoever reads the data", "two audits at Stark"),
    ("about", "the clean room that you are building", "six months in a clean room in Graz"),
    ("question", "how I would explain the delay to a customer", "my year on the customs desk"),
)  # fmt: skip
BROUGHT_DE: Said = (
    ("about", "den Umzug ins neue Lager", "zwei Jahre Nachtdienst bei Initech"),
    ("that", "eine Übergabe erst gelungen ist, wenn die nächste Schicht sie kennt", "meine Zeit auf der Akutstation"),
    ("question", "wie ich zwei Teams auf einem Schema halten würde", "drei Jahre mit einem Schema bei Hooli"),
    ("about", "die Prognosen für kleine Läden", "meine eigenen Prognosen für eine Bäckerei"),
    ("about", "den Umbau der Berichte", "die Berichte, die ich bei Acme neu gebaut habe"),
    ("that", "jeder im Team einmal im Monat ans Telefon geht", "unsere Telefontage bei meiner ersten Stelle"),
    ("about", "das Register für seltene Krankheiten", "meine Masterarbeit über Patientenregister"),
    ("question", "womit ich zuerst aufhören würde", "den Wochenbericht, den wir bei Wayne abgeschafft haben"),
    ("about", "die zwei neuen Werke", "eine zweite Linie bei Acme"),
    ("that", "jede Schicht mit einer Runde am Tisch beginnt", "ein ähnlicher Anfang in Fulda"),
    ("about", "den Reinraum im Keller", "sechs Monate im Reinraum in Graz"),
    ("question", "wie ich einem Kunden eine Verspätung erkläre", "mein Jahr am Schalter"),
)  # fmt: skip
"""What was said, with what ties to it noted as a thing and no sentence."""


def search(
    language: str = "en", *, promised: bool = False, material: bool = False, other: Said = ()
) -> Facts:
    """Twelve applications for the same role, a specific in each."""
    said_in = other or {"en": SAID, "de": SAID_DE}[language]
    every = []
    for n, (company, name, (frame, text, tie)) in enumerate(
        zip(COMPANIES, PEOPLE, said_in, strict=True)
    ):
        who = person(f"p{n}", f"{name} {FAMILIES[n]}")
        said = Specific(id=f"s{n}", text=text, frame=frame, said_by=who.id, ties_to=tie)
        decision = Promise(id=f"d{n}", kind="decision_by", on=(NOW - timedelta(days=1)).date())
        mine = Promise(
            id=f"m{n}",
            kind="material",
            text={"en": "the code sample", "de": "das Organigramm"}[language],
        )
        held = Interview(
            id=f"i{n}",
            starts_at=TUESDAY - timedelta(days=n % 4),
            time_zone="Europe/Berlin",
            interviewers=(who.id,),
            specifics=(said,),
            promises=(mine,) if material else (decision,) if promised else (),
        )
        checked = Touchpoint(
            id=f"t{n}",
            at=NOW - timedelta(hours=30),
            direction="sent",
            purpose="status_check",
            people=(who.id,),
        )
        every.append(
            Application(
                id=f"a{n}",
                company=company,
                role="Data Engineer",
                language=language,
                people=(who,),
                interviews=(held,),
                touchpoints=(checked,),
            )
        )
    return Facts(me=ME, applications=(*every, ELSEWHERE.replace(id="other")))


def letters(kind: ActionKind, tone: Tone, facts: Facts) -> list[Draft]:
    owed = kind == "send_material"
    asked = (
        action(kind, f"p{n}", interview=f"i{n}", promise=f"m{n}" if owed else None)
        for n in range(len(COMPANIES))
    )
    named = (replace(a, application=f"a{n}", key=f"{kind}:a{n}") for n, a in enumerate(asked))
    return [draft(occasion(a, facts), tone=tone) for a in named]


def words(letter: Draft) -> set[str]:
    return set(re.findall(r"[\w']+", letter.body.casefold()))


def sentences(letter: Draft) -> set[str]:
    """All but greeting and close, and a bare “Thank you.”"""
    inside = "\n".join(letter.body.split("\n\n")[1:-1])
    return {*re.split(r"(?<=\D[.?!])\s+", inside)} - {"", "Thank you."}


KINDS: tuple[tuple[ActionKind, str], ...] = (
    ("thank_you", ""),
    ("status_check", ""),
    ("status_check", "promised"),
    ("second_check", ""),
    ("rejection_reply", ""),
    ("feedback_request", ""),
    ("keep_in_touch", ""),
    ("offer_reply", ""),
    ("expedite", ""),
    ("withdraw_note", ""),
    ("tell_referrer", ""),
    ("send_material", ""),
)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("tone", ["plain", "warm"])
@pytest.mark.parametrize(("kind", "when"), KINDS)
def test_no_two_of_a_searchs_last_twelve_are_alike(
    kind: ActionKind, when: str, tone: Tone, language: str
) -> None:
    facts = search(language, promised=when == "promised", material=kind == "send_material")
    check_unlike(kind, tone, facts)


@pytest.mark.parametrize("tone", ["plain", "warm"])
@pytest.mark.parametrize(("language", "said"), [("en", BROUGHT), ("de", BROUGHT_DE)])
def test_nor_are_twelve_thank_yous_with_what_one_brings_noted_as_a_thing(
    language: str, said: Said, tone: Tone
) -> None:
    facts = search(language, other=said)
    check_unlike("thank_you", tone, facts)
    for (_, _, thing), letter in zip(said, letters("thank_you", tone, facts), strict=True):
        assert thing.rsplit(" ", 1)[-1] in letter.body


def check_unlike(kind: ActionKind, tone: Tone, facts: Facts) -> None:
    """Any two of these letters share few words, and no sentence but greeting and close."""
    for one, other in itertools.combinations(letters(kind, tone, facts), 2):
        shared = len(words(one) & words(other)) / min(len(words(one)), len(words(other)))
        most = 0.7 if kind == "expedite" else 0.6  # the days of one offer stand in each
        assert shared <= most, (round(shared, 2), one.body, other.body)
        assert kind == "expedite" or not sentences(one) & sentences(other)


def test_one_reader_never_gets_the_same_letter_twice() -> None:
    first, *others = search().applications
    (held,) = first.interviews
    second = held.replace(id="i-2", starts_at=TUESDAY + timedelta(days=1), specifics=())
    facts = Facts(me=ME, applications=(first.replace(interviews=(held, second)), *others))
    thanks = [
        draft(occasion(replace(action(person="p0", interview=i), application="a0"), facts))
        for i in ("i0", "i-2")
    ]
    assert not sentences(thanks[0]) & sentences(thanks[1])
    check = occasion(replace(action("rejection_reply", "p0"), application="a0"), facts)
    sent = Touchpoint(
        id="r",
        at=NOW,
        direction="sent",
        purpose="rejection_reply",
        people=("p0",),
        text=draft(check).body,
    )
    again = facts.applications[0].replace(touchpoints=(sent,))
    later = occasion(check.action, facts.replace(applications=(again, *others)))
    assert not sentences(draft(check)) & sentences(draft(later))


def test_what_is_entered_later_changes_no_letter() -> None:
    facts = search()
    fewer = facts.replace(applications=facts.applications[:9])
    newer = Interview(id="new", starts_at=TUESDAY + timedelta(days=2), time_zone="UTC")
    more = (*fewer.applications, Application(id="x", company="New", role="R", interviews=(newer,)))
    one = replace(action("thank_you", "p3", interview="i3"), application="a3")
    assert draft(occasion(one, fewer)) == draft(occasion(one, fewer.replace(applications=more)))


def test_the_same_facts_give_the_same_letter_in_any_order() -> None:
    facts = search()
    turned = facts.replace(applications=facts.applications[::-1])
    one = replace(action("status_check", "p3"), application="a3")
    assert draft(occasion(one, facts)).body == draft(occasion(one, turned)).body


def test_two_searches_with_one_application_each_do_not_begin_with_the_same_letter() -> None:
    (one, *_) = search().applications
    bodies = {
        draft(occasion(replace(action(person="p0", interview="i0"), application=id_), alone)).body
        for id_ in ("a", "b", "c", "d")
        for alone in [Facts(me=ME, applications=(one.replace(id=id_),))]
    }
    assert len(bodies) > 1
