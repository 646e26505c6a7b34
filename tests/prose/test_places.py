"""Whose clock an address is on, read from its end (country, state, town): only where it is sure."""

import pytest

from followup.prose.when.places import zone_of_address, zone_of_country
from tests.rows import each_row

BERLIN, LONDON, NEW_YORK = "Europe/Berlin", "Europe/London", "America/New_York"
CHICAGO, SYDNEY = "America/Chicago", "Australia/Sydney"


@each_row(
    ("address", "zone"),
    [
        ("Uferstraße 12, 14482 Potsdam", BERLIN),
        ("Büro, Karl-Marx-Str. 7, 14482 Potsdam", BERLIN),
        ("D-14482 Potsdam", BERLIN),
        ("Hauptplatz 3, Wels, Österreich", "Europe/Vienna"),
        ("12 Canal Road, Leeds LS1 4AB", LONDON),
        ("Keizersgracht 5, 1015 CJ Amsterdam", "Europe/Amsterdam"),
        ("4 Main Street, Galway, Ireland", "Europe/Dublin"),
        ("Alexanderplatz 1, 10178 Berlin", BERLIN),
        ("Sydney, Australia", SYDNEY),
        ("New York, United States", NEW_YORK),
        ("Madrid, Spain", "Europe/Madrid"),
        ("12 Old Bakery Street, Valletta, MT", "Europe/Malta"),
        ("Bozeman, MT", "America/Denver"),
        ("Rothschild Blvd 3, Haifa, IL", "Asia/Jerusalem"),
        ("Lisbon, Portugal", "Europe/Lisbon"),
        ("12 Peachtree Street, Atlanta, Georgia", NEW_YORK),
        ("Rustaveli Avenue 8, Tbilisi, Georgia", "Asia/Tbilisi"),
        ("Paris, Texas", CHICAGO),
        ("Melbourne, FL", NEW_YORK),
        ("1234 NE Alberta St, Portland, OR 97211", "America/Los_Angeles"),
        ("101 Jasper Avenue, Edmonton, Alberta", "America/Edmonton"),
        ("500 Main Street, Schenectady NY 12345", NEW_YORK),
        ("9 Gay Street, Knoxville, TN", NEW_YORK),
        ("200 George St, Sydney NSW 2000", SYDNEY),
        ("Hay Street 5, Perth, WA", "Australia/Perth"),
        ("Pike Street 5, Seattle, WA", "America/Los_Angeles"),
        ("Torstraße 4, Berlin, DE", BERLIN),
        ("1 Square, Halifax HX1 1AA", LONDON),
        ("1 Barrington Street, Halifax, Nova Scotia", "America/Halifax"),
        ("Suite 400, 600 Congress Ave, Austin, TX 78701", CHICAGO),
        ("Prenzlauer Allee 2, 10405 Berlin (2. Hinterhof, 3. OG)", BERLIN),
    ],
)
def test_the_zone_of_an_address_where_it_is_sure(address: str, zone: str) -> None:
    assert zone_of_address(address) == zone


@each_row(
    "address",
    [
        "1234 NE Alberta St, Portland",
        "Zoom, Central",
        "Room A12 2024",
        "500 Main Street, 12345 Schenectady",
        "Room 4, 2nd floor",
        "Meeting room Lisbon",
        "https://zoom.example/j/14482",
        "Gran Vía 5, Las Palmas, Spain",
        "Savannah, Georgia",
        "Kassel, DE",
        "Halifax",
        "Victoria",
        "Building 3, HR",
        "",
    ],
)
def test_an_address_that_leaves_it_open_has_none(address: str) -> None:
    assert zone_of_address(address) is None


# Written before the reading was, and looked at once it stood: 45 of 46 were right at first sight.
KEPT = """
Plac Wolności 2, 61-738 Poznań | Europe/Warsaw
221B Baker Street, London NW1 6XE | Europe/London
221B Baker Street, London | Europe/London
10 Princes Street, Edinburgh, Scotland | Europe/London
5 St Stephen's Green, Dublin 2 | Europe/Dublin
5 St Stephen's Green, Dublin 2, D02 AF30 | Europe/Dublin
14 rue de la Paix, 75002 Paris | Europe/Paris
14 rue de la Paix, 75002 Paris, France | Europe/Paris
CH-8001 Zürich | Europe/Zurich
Bahnhofstrasse 3, 8001 Zürich, Schweiz | Europe/Zurich
Mariahilfer Straße 9, 1060 Wien | Europe/Vienna
Drottninggatan 12, 111 51 Stockholm | Europe/Stockholm
Rue Royale 10, 1000 Brussels, Belgium | Europe/Brussels
Via Dante 4, 20121 Milano, Italia | Europe/Rome
Calle Mayor 8, 28013 Madrid | Europe/Madrid
Rua Augusta 100, 1100-053 Lisboa, Portugal | Europe/Lisbon
350 Fifth Avenue, New York, NY 10118 | America/New_York
350 Fifth Avenue, New York, NY 10118, USA | America/New_York
1 Market St, San Francisco, CA 94105 | America/Los_Angeles
600 Congress Ave, Austin TX | America/Chicago
2 Mission Road, Berlin, NH | America/New_York
Dublin, Ohio | America/New_York
Vancouver, WA | America/Los_Angeles
Vancouver, BC | America/Vancouver
London, Ontario | America/Toronto
El Paso, Texas | America/Denver
Boise, Idaho | America/Boise
Washington, DC | America/New_York
100 King Street West, Toronto, ON M5X 1A9, Canada | America/Toronto
Collins Street 1, Melbourne VIC 3000, Australia | Australia/Melbourne
Brisbane, Queensland | Australia/Brisbane
Orchard Road 3, Singapore | Asia/Singapore
MG Road 4, Bangalore, India | Asia/Kolkata
São Paulo, Brazil | America/Sao_Paulo
Mexico City, Mexico | America/Mexico_City
Istanbul, Turkey | Europe/Istanbul
Friedrichstraße 20, 10117 Berlin, 3rd floor | Europe/Berlin
Room Paris, Torstraße 4, 10119 Berlin | Europe/Berlin
Portland |
Cambridge |
Teams, Eastern |
12 Vancouver Road, Norwich |
Boston Room, second floor |
Unit 7 West, gate 3 |
Sala Madrid, planta 2 |
Manchester Business Park, building PA |
"""


@each_row("row", KEPT.strip().splitlines())
def test_an_address_of_those_that_were_kept_back(row: str) -> None:
    address, _, zone = row.partition("|")
    assert (zone_of_address(address.strip()) or "") == zone.strip()


@pytest.mark.parametrize(
    ("country", "zone"),
    [("DE", BERLIN), ("GB", LONDON), ("US", None), ("ES", None), (None, None)],
)
def test_the_zone_of_a_country_that_has_one(country: str | None, zone: str | None) -> None:
    assert zone_of_country(country) == zone
