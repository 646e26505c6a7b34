"""The languages that letters are written in: for each a folder of letters under `data/templates` and a grammar here."""

from collections.abc import Mapping

from followup.messages.languages.de import German
from followup.messages.languages.en import English
from followup.messages.languages.es import Spanish
from followup.messages.languages.fr import French
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.regional import American, AustrianGerman, SwissGerman
from followup.prose.jotted import code_of

LANGUAGES: Mapping[str, Grammar] = {
    grammar.code: grammar for grammar in (English(), German(), French(), Spanish())
}
ENGLISH = LANGUAGES["en"]
_REGIONAL: Mapping[str, Grammar] = {
    "en-us": American(),
    "de-at": AustrianGerman(),
    **dict.fromkeys(("de-ch", "de-li"), SwissGerman()),
}


def ways_to_write(code: str) -> tuple[Grammar, ...]:
    """The grammars of a language, one for each way in which a country writes it."""
    return tuple(g for g in (*LANGUAGES.values(), *_REGIONAL.values()) if g.code == code)


def grammar_of(language: str | None, country: str | None = None) -> Grammar:
    """The grammar of a language tag (“de-AT” is German), as the tag's region or else the country writes it.

    English for what is not known here.
    """
    tag = (language or "").strip().casefold()
    known = LANGUAGES.get(code_of(tag), ENGLISH)
    return _REGIONAL.get(f"{known.code}-{tag[3:5] or (country or '').strip().casefold()}", known)
