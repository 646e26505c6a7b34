"""No letter is ever without a greeting and a sentence, however long a note is and whatever frame it has."""

import itertools

from followup.messages.draft import draft
from followup.messages.templates import MessageTemplate, built_in
from followup.model.facts import Specific
from followup.model.vocabulary import ActionKind, Frame, Terms
from tests.builders.northwind import DANA, occasion, setting
from tests.rows import each_row

LONG = {
    "en": (
        "the move of all four thousand and six hundred reports to the new warehouse before the spring",
        "nobody should ever have to work alone on a night shift before the end of the first half year",
        "why I went into production after my doctorate and did not stay at the institute in Ghent",
    ),
    "de": (
        "den Umzug von viertausendsechshundert Berichten ins neue Lager noch vor dem nächsten Frühjahr",
        "niemand vor dem Ende des ersten halben Jahres in einer Nachtschicht allein arbeiten sollte",
        "warum ich nach der Promotion in die Produktion gegangen bin und nicht am Institut blieb",
    ),
}
SHORT = {
    "en": ("the new warehouse", "you deploy every day", "how I would handle on-call"),
    "de": ("das neue Lager", "ihr jeden Tag ausliefert", "wie ich mit Kritik umgehe"),
}
FRAMES: tuple[Frame, ...] = ("about", "that", "question")
TIES = {
    "en": ("", "I agree.", "Because I wanted to see what becomes of one litre when there are a thousand of them."),
    "de": ("", "Das finde ich gut.", "Weil ich sehen wollte, was aus einem Liter wird, wenn es tausend sind."),
}  # fmt: skip
EVERY = [t for language in ("en", "de", "fr", "es") for t in built_in(language) if t.letter]


@each_row("template", EVERY, ids=lambda t: f"{t.id}-{t.language}", parts=6)
def test_a_letter_greets_and_says_something_whatever_was_noted(template: MessageTemplate) -> None:
    code = "de" if template.language == "de" else "en"
    kind: ActionKind = "status_check" if template.kind == "find_contact" else template.kind
    terms: tuple[Terms, ...] = ("first", "formal")
    for term, tie, texts in itertools.product(terms, TIES[code], (LONG[code], SHORT[code])):
        for frame, text in zip(FRAMES, texts, strict=True):
            said = Specific(id="n", text=text, frame=frame, said_by="dana", ties_to=tie)
            reader = DANA.replace(name="Ms Dana Adler", terms=term)
            action, facts = setting(kind, template.channel, (), [said], reader=reader)
            body = draft(occasion(action, facts), template=template, specifics=[said]).body
            where = (term, frame, text, tie, body)
            if template.kind != "find_contact":
                assert "Dana" in body or "Adler" in body, where
            inside = body.split("\n\n")[1:-1] if template.channel == "email" else [body]
            assert any(
                part.rstrip().endswith((".", "?", "!")) or len(part.split()) > 6 for part in inside
            ), where
