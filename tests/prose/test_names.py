"""How a person is named: the same in a draft, in the lint's check of a greeting and in its mend."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from followup.messages.lint import Brief, Finding, lint
from followup.prose.names import family_name, first_name, full_name, greeting_name, means, parts
from tests.rows import each_row


@each_row(
    ("name", "first", "greeting"),
    [
        ("Dana Adler", "Dana", "Dana"),
        ("Dana", "Dana", "Dana"),
        ("Adler, Dana", "Dana", "Dana"),
        ("Adler, Dr. Dana", "Dana", "Dr. Adler"),
        ("Adler,", "Adler", "Adler"),
        ("Dana Adler, PhD", "Dana", "Dana"),
        ("Adler, Dana, PhD", "Dana", "Dana"),
        ("Dr. Dana Adler", "Dana", "Dr. Adler"),
        ("Dr. Sam Adler Jr.", "Sam", "Dr. Adler"),
        ("Prof. Dr. Jürgen Öztürk", "Jürgen", "Prof. Dr. Öztürk"),
        ("Prof. Dr. h. c. Anna Roth", "Anna", "Prof. Dr. h. c. Roth"),
        ("Dr. iur. Bettina Schöllkopf", "Bettina", "Dr. Schöllkopf"),
        ("Guadalupe Ortiz-Ramírez, RN", "Guadalupe", "Guadalupe"),
        ("Phil Collins", "Phil", "Phil"),
        ("Nguyen, Thi Mai", "Mai", "Mai"),
        ("Nguyễn Văn Minh", "Minh", "Nguyễn Văn Minh"),
        ("Phan Thị Lan Anh", "Anh", "Phan Thị Lan Anh"),
        ("Jan Van Dijk", "Jan", "Jan"),
        ("Thanh Hà Phạm", "Hà", "Hà"),
        ("María José Herrero Wagner", "María José", "María José"),
        ("Dr. Lucía Fernández Ortega", "Lucía", "Dr. Fernández Ortega"),
        ("Dr. Ana Ruiz de la Torre", "Ana", "Dr. Ruiz de la Torre"),
        ("Dr. Juan Carlos Ruiz", "Juan Carlos", "Dr. Ruiz"),
        ("Mrs H. Bannister-Cole", "H.", "Mrs Bannister-Cole"),
        ("PD Dr. Jean-Marc Hürlimann", "Jean-Marc", "Dr. Hürlimann"),
        ("Dipl.-Ing. Max Muster", "Max", "Dipl.-Ing. Muster"),
        ("Ms Adler", "Adler", "Ms Adler"),
        ("Drew Barry", "Drew", "Drew"),
        ("Dean Rusk", "Dean", "Dean"),
        ("Gus Hill, Harper Search", "Gus", "Gus"),
        ("Maria Weber, Northwind", "Maria", "Maria"),
        ("García López, María José", "María José", "María José"),
        ("Msimang Nkosi", "Msimang", "Msimang"),
        ("  José   María ", "José", "José"),
        ("Jan van der Berg", "Jan", "Jan"),
        ("van der Berg, Jan", "Jan", "Jan"),
        ("Berg, Jan van der", "Jan", "Jan"),
        ("Dr. van der Berg", "van der Berg", "Dr. van der Berg"),
        ("Dr. Jan van der Berg", "Jan", "Dr. van der Berg"),
        ("Mr Colm Mac Giolla Bríde", "Colm", "Mr Mac Giolla Bríde"),
        ("García Márquez, Gabriel", "Gabriel", "Gabriel"),
        ("Van Nguyen", "Van", "Van"),
        ("王伟", "王伟", "王伟"),
        ("", "", ""),
        ("Zbigniew 'Ziggy' Baran", "Ziggy", "Ziggy"),
        ("Margaret (Peggy) O'Neil", "Peggy", "Peggy"),
        ("Dipl.-Ing. (FH) Anna Kolb", "Anna", "Dipl.-Ing. Kolb"),
        ("StB Dipl.-Kfm. Wolfgang Rapp", "Wolfgang", "Wolfgang"),
    ],
)
def test_people_are_greeted_by_first_name_or_title(name: str, first: str, greeting: str) -> None:
    assert (first_name(name), greeting_name(name)) == (first, greeting)


@pytest.mark.parametrize(
    ("name", "family", "full"),
    [
        ("van der Berg, Jan", "van der Berg", "Jan van der Berg"),
        ("Berg, Jan van der", "van der Berg", "Jan van der Berg"),
        ("Adler, Dr. Dana, PhD", "Adler", "Dr. Dana Adler"),
        ("Ms Adler", "Adler", "Ms Adler"),
        ("Dana", "Dana", "Dana"),
        ("Marie-Claire Dubois", "Dubois", "Marie-Claire Dubois"),
    ],
)
def test_a_name_is_said_in_order_with_its_particles(name: str, family: str, full: str) -> None:
    assert (family_name(name), full_name(name)) == (family, full)


@pytest.mark.parametrize("name", ["Jan van der Berg", "van der Berg, Jan", "Berg, Jan van der"])
def test_the_order_in_which_a_name_is_entered_does_not_matter(name: str) -> None:
    assert parts(name) == ("Jan", "Berg")
    assert means("Jan", name)
    assert means("Johnny", name) == means("Johnny", "Jan van der Berg")


@pytest.mark.parametrize(
    ("said", "name", "right"),
    [
        ("Jo", "Joanne Price", True),
        ("Joan", "Joanne Price", False),
        ("Chris", "Christine Bauer", True),
        ("Christopher", "Christine Bauer", False),
        ("Elizabeth", "Liz Grant", True),
        ("Max", "Maximilian Rau", True),
        ("Paul", "Pauline Meyer", False),
        ("Jack", "John Kerr", True),
    ],
)
def test_a_short_form_means_its_owner_and_another_name_does_not(
    said: str, name: str, right: bool
) -> None:
    assert means(said, name) is right


GIVEN = st.sampled_from(["Jan", "Ann", "José María", "Marie-Claire", "Żaneta", "Dean", "Li"])
FAMILY = st.sampled_from(["Berg", "van der Berg", "O'Brien", "Müller-Lüdenscheidt", "de la Cruz"])
TITLE = st.sampled_from(["", "Dr. ", "Prof. Dr. ", "Ms ", "Herr "])
AFTER = st.sampled_from(["", ", PhD", " Jr."])


@st.composite
def names(draw: st.DrawFn) -> str:
    given_name, family, title = draw(GIVEN), draw(FAMILY), draw(TITLE)
    ways = [f"{title}{given_name} {family}{draw(AFTER)}", f"{family}, {title}{given_name}"]
    return draw(st.sampled_from([*ways, f"{title}{family}", f"{title}{given_name}"]))


def greeting_findings(greeting: str, name: str) -> list[Finding]:
    body = "thank you for the tour of the electronic charts. I'd love to join you."
    text = f"{greeting}\n\n{body}\n\nBest regards,\nMaya Lind"
    found = lint(text, "Thank you", Brief(kind="thank_you", to=(name,), me="Maya Lind"))
    return [one for one in found if one.code in {"wrong-name", "no-greeting-name"}]


@settings(deadline=None)  # the first one loads the weights
@given(names())
@example("van der Berg, Jan")
def test_a_draft_greets_as_the_lint_wants_it_and_a_mend_greets_as_a_draft_does(name: str) -> None:
    assert greeting_findings(f"Dear {greeting_name(name)},", name) == []
    assert greeting_findings(f"Dear {full_name(name)},", name) == []
    (wrong,) = greeting_findings("Dear Xaver,", name)
    assert wrong.mend == first_name(name)
    (none,) = greeting_findings("Hello there,", name)
    assert none.mend == f"Dear {greeting_name(name)},"


@given(st.text(max_size=60))
def test_any_text_has_a_name(text: str) -> None:
    for name in (text, f"Dr. {text}", f"{text}, Jan"):
        assert {first_name(name), greeting_name(name), family_name(name), full_name(name)}
        means("Jan", name)
