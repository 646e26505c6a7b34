"""The guide in the program: its parts, and the links that lead to them."""

import re

from tests.pages.conftest import ROOT, Start
from tests.pages.test_today import text_of

GUIDE = "pages/record/guide.py"
HEADINGS = re.findall(r"^## (.*)$", (ROOT / "docs/guide.md").read_text("utf-8"), re.MULTILINE)


def test_each_part_is_a_row_and_the_address_opens_one(app: Start) -> None:
    page = app(None, page=GUIDE)
    page.query_params["part"] = "a-panel"
    page.run()
    assert not page.exception
    assert [each.label for each in page.expander if each.label in HEADINGS] == HEADINGS
    said = text_of(page)
    assert "No two letters take up the same thing" in said
    assert "best tonight" not in said, "the other parts are closed"
    assert not re.search(r"\]\(|!\[", said), (
        "no link leads to a file, and no picture is left as text"
    )


def test_what_the_pages_link_to_is_a_part_of_it() -> None:
    sources = [*ROOT.glob("followup/ui/**/*.py"), *ROOT.glob("pages/**/*.py")]
    asked = [
        title
        for path in sources
        for title in re.findall(r'guide_link\("([^"]+)"', path.read_text("utf-8"))
    ]
    assert len(asked) > 2
    assert set(asked) <= set(HEADINGS)
