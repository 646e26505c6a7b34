"""Whose clock an address is on: only where it is sure."""

import pytest

from followup.prose.when.places import zone_of_address, zone_of_country


@pytest.mark.parametrize(
    ("address", "zone"),
    [
        ("Uferstraße 12, 14482 Potsdam", "Europe/Berlin"),
        ("Büro, Karl-Marx-Str. 7, 14482 Potsdam", "Europe/Berlin"),
        ("D-14482 Potsdam", "Europe/Berlin"),
        ("Hauptplatz 3, Wels, Österreich", "Europe/Vienna"),
        ("12 Canal Road, Leeds LS1 4AB", "Europe/London"),
        ("Keizersgracht 5, 1015 CJ Amsterdam", "Europe/Amsterdam"),
        ("4 Main Street, Galway, Ireland", "Europe/Dublin"),
        ("Alexanderplatz 1, 10178 Berlin", "Europe/Berlin"),
        ("500 Main Street, 12345 Schenectady", None),
        ("Room 4, 2nd floor", None),
        ("https://zoom.example/j/14482", None),
        ("Gran Vía 5, Las Palmas, Spain", None),
        ("", None),
    ],
)
def test_the_zone_of_an_address_where_it_is_sure(address: str, zone: str | None) -> None:
    assert zone_of_address(address) == zone


@pytest.mark.parametrize(
    ("country", "zone"),
    [("DE", "Europe/Berlin"), ("GB", "Europe/London"), ("US", None), ("ES", None), (None, None)],
)
def test_the_zone_of_a_country_that_has_one(country: str | None, zone: str | None) -> None:
    assert zone_of_country(country) == zone
