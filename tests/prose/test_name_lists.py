"""Who is named in one line: several people, each with their address, and one whose name holds a comma."""

import pytest

from followup.prose.name_lists import people_named
from tests.rows import each_row

ONE = [
    "Webb, Marcus",
    "Webb, Marcus <marcus@northlight.example>",
    "van der Berg, Jan",
    '"Webb, Marcus" <marcus@northlight.example>',
    "Thomas, Ben",
    "Ann Adler, Head of Data",
    "Ann Adler, CTO",
    "Ann Adler, Engineering Manager",
    "Ann Adler, PhD",
    "Ann Adler (Data, Berlin)",
    "Research and Development",
    "the recruiter and somebody from the team",
    "Madonna",
    "Gus Hill, Harper Search",
    "Gus Hill, Morgan & Banks",
    "Gus Hill, Smith and Jones",
    "Gus Hill, Robert Walters",
    "Lee, Ann",
    "Ann Adler and the CTO",
    "Ann Adler und der CTO",
    "the CTO and somebody else",
    "山田 太郎",
]
SEVERAL = {
    "Marcus Webb <marcus.webb@northlight-energy.com>, Dr Helen O'Shea": [
        ("Marcus Webb", "marcus.webb@northlight-energy.com"),
        ("Dr Helen O'Shea", ""),
    ],
    "Peter Lang, Sara Holm": [("Peter Lang", ""), ("Sara Holm", "")],
    "Peter Lang; Sara Holm;": [("Peter Lang", ""), ("Sara Holm", "")],
    "Ulrike, Jörg": [("Ulrike", ""), ("Jörg", "")],
    "Anna, Ben": [("Anna", ""), ("Ben", "")],
    "Gus Hill, Morgan & Banks; Ann Adler": [("Gus Hill, Morgan & Banks", ""), ("Ann Adler", "")],
    "Ann Adler, Tom & Priya": [("Ann Adler", ""), ("Tom", ""), ("Priya", "")],
    "Ann Adler, her manager and Ben Baum": [("Ann Adler, her manager", ""), ("Ben Baum", "")],
    "Ann Adler / Ben Baum": [("Ann Adler", ""), ("Ben Baum", "")],
    "Ann Adler sowie Ben Baum": [("Ann Adler", ""), ("Ben Baum", "")],
    "Peter Lang und Sara Holm": [("Peter Lang", ""), ("Sara Holm", "")],
    "Peter Lang & Sara Holm": [("Peter Lang", ""), ("Sara Holm", "")],
    "Marcus and Helen": [("Marcus", ""), ("Helen", "")],
    "Anna, Ben and Cleo": [("Anna", ""), ("Ben", ""), ("Cleo", "")],
    "Frau Dr. Ingrid Olsson, Herr Öztürk": [("Frau Dr. Ingrid Olsson", ""), ("Herr Öztürk", "")],
    "Webb, Marcus; Holm, Sara": [("Webb, Marcus", ""), ("Holm, Sara", "")],
    "Webb, Marcus and Holm, Sara": [("Webb, Marcus", ""), ("Holm, Sara", "")],
    "Ann Adler, Head of Data, Ben Baum": [("Ann Adler, Head of Data", ""), ("Ben Baum", "")],
    '"Webb, Marcus" <m@x.example>, Sara Holm <s@x.example>': [
        ("Webb, Marcus", "m@x.example"),
        ("Sara Holm", "s@x.example"),
    ],
    "peter lang and sara holm": [("peter lang", ""), ("sara holm", "")],
    "Ann Adler, Ben Baum, and Cleo Duval": [
        ("Ann Adler", ""),
        ("Ben Baum", ""),
        ("Cleo Duval", ""),
    ],
}


@each_row("line", ONE)
def test_one_person_stays_one(line: str) -> None:
    assert len(people_named(line)) == 1


@each_row("line", SEVERAL)
def test_each_of_several_is_somebody_with_their_address(line: str) -> None:
    assert list(people_named(line)) == SEVERAL[line]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Adler and the CTO",
        "Ann Adler und der CTO",
        "Ann Adler and her manager",
        "Ann Adler & the team",
    ],
)
def test_who_is_not_named_is_no_part_of_a_name(line: str) -> None:
    assert people_named(line) == (("Ann Adler", ""),)
