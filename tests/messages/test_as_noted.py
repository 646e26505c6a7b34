"""How a note reads while it is typed, and what a whole sentence is taken for."""

import pytest

from followup.messages.answers import as_noted
from followup.messages.languages import LANGUAGES
from followup.messages.languages.lines import to_finish
from followup.model.vocabulary import Frame


@pytest.mark.parametrize(
    ("language", "noted", "reads", "fits"),
    [
        ("en", "the move to Halle", "Our conversation about the move to Halle.", None),
        (
            "en",
            "Tom said the last analyst left because nobody read the reports.",
            "Your point that the last analyst left because nobody read the reports.",
            "that",
        ),
        (
            "en",
            "tom thinks that the forecast is off",
            "Your point that the forecast is off.",
            "that",
        ),
        (
            "en",
            "what Anna said about pay",
            "Our conversation about what Anna said about pay.",
            None,
        ),
        ("en", "warehouse, march", "Our conversation about the warehouse.", None),
        (
            "de",
            "Frau Wessels meinte, die Disposition sei seit dem Sommer unterbesetzt.",
            "Ihre Bemerkung, dass die Disposition seit dem Sommer unterbesetzt sei.",
            "that",
        ),
        (
            "de",
            "dass die fahrer den plan erst morgens per whatsapp bekommen",
            "Ihre Bemerkung, dass die Fahrer den Plan erst morgens per WhatsApp bekommen.",
            "that",
        ),
        (
            "de",
            "sie fragte, wie ich mit Ausfällen umgehe",
            "Ihre Frage, wie ich mit Ausfällen umgehe.",
            "question",
        ),
        (
            "de",
            "Die Fahrer seien unzufrieden",
            "Ihre Bemerkung, dass die Fahrer unzufrieden seien.",
            "that",
        ),
    ],
)
def test_a_note_shows_how_it_will_read(
    language: str, noted: str, reads: str, fits: Frame | None
) -> None:
    sentence, fitted = as_noted(noted, "about", "Tom Berg", LANGUAGES[language])
    assert sentence == reads
    assert (fitted[0] if fitted else None) == fits


def test_nobody_asks_for_the_end_of_a_finished_sentence() -> None:
    done = "Frau Wessels meinte, die Disposition sei unterbesetzt."
    assert (
        to_finish(done)
        == "say it in other words: “Frau Wessels meinte, die Disposition sei unterbesetzt”"
    )
    assert to_finish("umzug, halle") == "finish this sentence: “umzug, halle”"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("meine arbeitszeugnisse als pdf", "meine Arbeitszeugnisse als PDF"),
        ("zeugnis der meisterprüfung", "Zeugnis der Meisterprüfung"),
    ],
)
def test_what_was_promised_has_its_capitals_in_german(typed: str, said: str) -> None:
    assert LANGUAGES["de"].thing(typed) == said
