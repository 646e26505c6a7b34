"""Long lists to choose from: zones, countries by the names that people use, the first of any list with a search.

And how what was said begins, by the language of the letter, and reads while it is typed.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Protocol
from unicodedata import normalize

import orjson
import pycountry
import streamlit as st
from holidays.registry import EntityLoader

from followup.messages.languages import ENGLISH, grammar_of
from followup.messages.languages import LANGUAGES as GRAMMARS
from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import is_fragment, raised, to_finish
from followup.messages.languages.listener import Listener
from followup.model.fact import zone_names
from followup.model.vocabulary import Frame
from followup.prose.calendars import country_calendar, zones_and_countries
from followup.prose.jotted import code_of, foreign
from followup.ui.base.looks import FRAMES, md, md1

NO_COUNTRY = ""
MOST = 50  # a browser is sent the whole list with each click
_OUTSIDE_ISO = {"XK": "Kosovo"}  # a code that is in use, and not (yet) the standard's


@cache
def zones() -> tuple[str, ...]:
    """All zones by name, the places first ("Europe/Berlin"), the bare ones ("CET") last."""
    return tuple(sorted(zone_names(), key=lambda name: ("/" not in name, name)))


LANGUAGES: Mapping[str, str] = {code: grammar.name for code, grammar in GRAMMARS.items()}
"""Those that letters are written in, by their codes."""


def frames(language: str | None) -> dict[Frame, str]:
    """How what was said begins in a letter of that language (a tag): “Unser Gespräch über …”."""
    grammar = grammar_of(language)
    if grammar is ENGLISH:
        return FRAMES
    to = Listener("", grammar.usual_terms, spoke=True)
    return {frame: raised(grammar.moment(frame, "…", to)).rstrip(",") for frame in FRAMES}


class FormFields(Protocol):
    """What of a form (`parts/kept_form.py`) is asked here."""

    def get(self, field: str, default: Any = None) -> Any: ...
    def put(self, fields: dict[str, Any]) -> None: ...
    def button(self, name: str) -> str: ...


_WAS_IT: Mapping[Frame, str] = {
    "that": "This is a whole sentence: was it their point?",
    "question": "Was it their question?",
    "about": "It reads better so:",
}


def note_read(form: FormFields, text: str, frame: str, by: str, grammar: Grammar) -> None:
    """How a letter to `by`, who said it, takes up what stands in the fields `text` and `frame`; else what it is."""
    from followup.messages.answers import as_noted  # only here: the first page loads no letters

    noted, chosen = form.get(text) or "", form.get(frame) or None
    if chosen is None or not noted.strip() or foreign(noted, grammar.code):
        return
    sentence, fits = as_noted(noted, chosen, by, grammar)
    if fits is None:
        tell = "" if is_fragment(noted) else f"No letter can say it so yet: {to_finish(noted)}"
        icon = "format_quote" if sentence else "edit_note"
        if tell := sentence or tell:
            st.markdown(f":small[:gray[:material/{icon}: {md1(tell, 240)}]]")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(f":small[:orange[:material/help: {_WAS_IT[fits[0]]}] {md(sentence)}]")
        words = {frame: fits[0], text: fits[1]}
        st.button(
            "Yes, like this", key=form.button(f"fits_{text}"), on_click=form.put, args=(words,)
        )


@cache
def countries() -> Mapping[str, str]:
    """ISO code → "Germany (DE)", for every country whose holidays are known; by name."""
    labels = {
        code: f"{_country_name(code)} ({code})"
        for code in EntityLoader.get_country_codes(include_aliases=False)
    }
    return dict(sorted(labels.items(), key=lambda item: _without_accents(item[1])))


def _country_name(code: str) -> str:
    found = pycountry.countries.get(alpha_2=code)
    if found is None:
        return _OUTSIDE_ISO[code]
    return str(getattr(found, "common_name", found.name))


def _without_accents(text: str) -> bytes:
    return normalize("NFKD", text).encode("ascii", "ignore")


def language_name(tag: str) -> str:
    """What a language is called by its tag: “de-AT” is German."""
    return LANGUAGES.get(code_of(tag), tag)


def country_label(code: str) -> str:
    """A country (its ISO code, or NO_COUNTRY) as the list of countries shows it."""
    if code == NO_COUNTRY:
        return "No public holidays"
    return countries().get(code, f"{code} (no public holidays are known for it)")


@cache
def regions(country: str | None) -> Mapping[str, str]:
    """ISO 3166-2 code → name, for every region of the country with holidays of its own that are known; by name."""
    calendar = country_calendar(country or "")
    known = {f"{country}-{part}" for part in (calendar.subdivisions if calendar else ())}
    labels = {code: name for code, name in _subdivisions() if code in known}
    return dict(sorted(labels.items(), key=lambda item: _without_accents(item[1])))


def _subdivisions() -> Iterator[tuple[str, str]]:
    """The code and name of each part of each country; read for each country, since kept they would take 6 MB."""
    table = orjson.loads(files("pycountry").joinpath("databases", "iso3166-2.json").read_bytes())
    yield from ((each["code"], each["name"].partition(" [")[0]) for each in table["3166-2"])


def region_of(region: str | None, country: str | None) -> str | None:
    """The region where it is one of the country; else None."""
    return region if region in regions(country) else None


@cache
def _countries_by_zone() -> dict[str, str]:
    """The country of each zone, and of its other names, as the time zone database has them."""
    found = dict(zones_and_countries())
    for line in files("tzdata.zoneinfo").joinpath("tzdata.zi").read_text().splitlines():
        if line.startswith("L "):  # a link: what it names, and the other name
            _, name, other = line.split()
            if name in found:
                found.setdefault(other, found[name])
    return found


def likely_country(zone: str) -> str | None:
    """The country that a zone belongs to; None for one that belongs to none, like UTC."""
    return _countries_by_zone().get(zone)


def offered(labels: Mapping[str, str], key: str, what: str) -> list[str]:
    """Which of the labels the widget with this key offers; of a long list the field to search it is drawn first."""
    if len(labels) <= MOST:
        return list(labels)
    typed = st.text_input(
        f"Search {len(labels):,} {what}",
        key=f"{key}_search",
        type="search",
        live=True,
        placeholder=f"The first {MOST} are listed; words find the others",
        persist_state="session",
    )
    words = (typed or "").casefold().split()
    found = (name for name, label in labels.items() if all(w in label.casefold() for w in words))
    first = [name for name, _ in zip(found, range(MOST), strict=False)]
    held = st.session_state.get(key) or []
    chosen = [held] if isinstance(held, str) else held
    return [*(name for name in chosen if name in labels and name not in first), *first]
