"""What somebody sent in words of their own: thank-yous to three companies in English, to two in German."""

from typing import Any

from followup.model.facts import Application, Facts, Person
from tests.builders import applied, facts, interview, person, sent, specific

ANNA = person("Anna Adler", id="anna")
TOM = person("Tom Novak", id="tom")
EVA = person("Dr. Eva Sorel", id="eva")
PAUL = person("Paul Ferro", id="paul")
LENA = person("Lena Vogt", id="lena", terms="first")
CHEERS = "Cheers,\nKim"


def by_hand(company: str, who: Person, day: str, text: str, *said: Any, **more: Any) -> Application:
    """An interview at 10:00 of a day, with who held it thanked for it in these words the next morning."""
    key = f"i {company}"
    after = f"03-{int(day[-2:]) + 1:02} 09:00"
    mail = sent(
        "thank_you", after, to=who.id, interview=key, subject="Thanks for the chat", text=text
    )
    held = interview(f"{day} 10:00", *said, by=who.id, key=key)
    return applied(company, who, held, mail, role="Data Engineer", **more)


def search() -> Facts:
    """Globex, Initech and Hooli, each thanked in words that recur, beside some that do not."""
    return facts(
        by_hand(
            "Globex GmbH",
            ANNA,
            "03-02",
            "Hello Anna,\n\nthanks a lot for the chat yesterday. I really liked hearing about the move to Kafka. "
            "We did the same at Acme, and the cut-over was the hard part.\n\n"
            "You would get somebody who likes to see a thing through. I would love to do that at Globex.\n\n"
            + CHEERS,
            specific("the move to Kafka", id="kafka", frame="about", said_by="anna"),
        ),
        by_hand(
            "Initech",
            TOM,
            "03-03",
            "Hello Tom,\n\nThanks a lot for the chat on Tuesday. You deploy every day, and I want that too.\n\n"
            "You would get somebody who likes to see a thing through. I would love to do that at Initech!\n\n"
            + CHEERS,
            specific("we deploy every day", id="daily", frame="that", said_by="tom"),
        ),
        by_hand(
            "Hooli",
            EVA,
            "03-05",
            "Hello Dr. Sorel,\n\nThanks a lot for the chat on Thursday. "
            "I really liked hearing about the lab in Leeds.\n\nI would love to do that at Hooli.\n\n"
            + CHEERS,
            specific("the lab in Leeds", id="lab", frame="about", said_by="eva"),
        ),
    )


def german() -> Facts:
    """Two companies whose people one is on first-name terms with."""
    return facts(
        by_hand(
            "Globex GmbH",
            ANNA.replace(terms="first"),
            "03-02",
            "Hallo Anna,\n\nhab vielen Dank für das gute Gespräch gestern. Den Umzug nach Kafka kenne ich von Acme, "
            "und der letzte Schritt war der schwerste.\n\nBei Globex würde ich gern mit dir anpacken.\n\n"
            "Herzliche Grüße\nKim",
            language="de",
        ),
        by_hand(
            "Initech",
            TOM.replace(terms="first"),
            "03-03",
            "Hallo Tom,\n\nhab vielen Dank für das gute Gespräch am Dienstag. Nachts allein zu arbeiten ist schwer.\n\n"
            "Bei Initech würde ich gern mit dir anpacken.\n\nHerzliche Grüße\nKim",
            language="de",
        ),
    )


def wrote(world: Facts, number: int, words: str, instead: str) -> Facts:
    """The facts with other words in the mail of the application with that number."""
    one = world.applications[number]
    (mail,) = one.touchpoints
    assert words in mail.text
    changed = one.replace(touchpoints=(mail.replace(text=mail.text.replace(words, instead)),))
    every = [changed if each is one else each for each in world.applications]
    return world.replace(applications=tuple(every))
