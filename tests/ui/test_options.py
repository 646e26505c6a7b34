"""The long lists to choose from."""

import holidays
import pytest

from followup.messages.languages import LANGUAGES as WRITTEN
from followup.ui.base.options import (
    LANGUAGES,
    NO_COUNTRY,
    countries,
    country_label,
    region_of,
    regions,
)


def test_every_country_whose_holidays_are_known_has_a_name_of_its_own() -> None:
    known = holidays.list_supported_countries(include_aliases=False)
    labels = countries()
    assert set(labels) == set(known)
    assert len(set(labels.values())) == len(labels)
    assert all(label.removesuffix(f" ({code})") != label for code, label in labels.items())


def test_the_languages_to_choose_are_those_that_letters_are_written_in() -> None:
    assert {code: grammar.name for code, grammar in WRITTEN.items()} == LANGUAGES


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("DE", "Germany (DE)"),
        ("KR", "South Korea (KR)"),
        ("BA", "Bosnia and Herzegovina (BA)"),
        ("XK", "Kosovo (XK)"),
        (NO_COUNTRY, "No public holidays"),
        ("ZZ", "ZZ (no public holidays are known for it)"),
    ],
)
def test_a_country_shows_as_people_call_it(code: str, label: str) -> None:
    assert country_label(code) == label


def test_the_list_goes_by_name_whatever_the_letters_wear() -> None:
    names = list(countries().values())
    assert names.index("Åland Islands (AX)") < names.index("Bahamas (BS)")
    assert names.index("Türkiye (TR)") < names.index("Turkmenistan (TM)")


def test_a_region_is_one_of_its_country_and_has_a_name() -> None:
    assert dict(regions("GB")) == {
        "GB-ENG": "England",
        "GB-NIR": "Northern Ireland",
        "GB-SCT": "Scotland",
        "GB-WLS": "Wales",
    }
    assert regions("DE")["DE-BY"] == "Bayern"
    for country in ("CA", "US", "AU", "CH", "ES"):
        assert regions(country), country
    assert regions("NO_SUCH") == regions(None) == regions("JP") == {}
    assert region_of("GB-SCT", "GB") == "GB-SCT"
    assert region_of("GB-SCT", "DE") is None
    assert region_of(None, "GB") is None
