"""The languages that letters are written in: for each a folder of letters under `data/templates` and a grammar here."""

from collections.abc import Mapping

from followup.messages.languages.de import German
from followup.messages.languages.en import English
from followup.messages.languages.es import Spanish
from followup.messages.languages.fr import French
from followup.messages.languages.grammar import Grammar

LANGUAGES: Mapping[str, Grammar] = {
    grammar.code: grammar for grammar in (English(), German(), French(), Spanish())
}
ENGLISH = LANGUAGES["en"]


def grammar_of(language: str | None) -> Grammar:
    """The grammar of a language tag (“de-AT” is German); English for what is not known here."""
    return LANGUAGES.get((language or "").strip().casefold()[:2], ENGLISH)
