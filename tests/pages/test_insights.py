"""Insights on the page: words first, a chart only where there is something to draw, a table behind each."""

from streamlit.testing.v1 import AppTest

from followup.model.facts import Facts
from tests.builders import person, received
from tests.builders.globex import at, facts, globex, interview, thanked
from tests.pages.conftest import Start

PAGE = "pages/record/insights.py"
NASTY = "![](http://evil.example/x.png) | :red[x]"


def charts(page: AppTest) -> list[str]:
    return [element.proto.id for element in page.get("vega_lite_chart")]


def text_of(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown)


def answered(number: int) -> Facts:
    """So many applications that were interviewed on 18 August, thanked the same day, and answered six days later."""
    began = at("2026-08-18 14:00")
    return facts(
        *(
            globex(
                id=f"g{n}",
                company=f"Globex {n}",
                people=(person(f"Ann{n}"), person(f"Ben{n}")),
                interviews=(
                    interview(
                        id=f"i{n}",
                        starts_at=began,
                        interviewers=(f"ann{n}", f"ben{n}"),
                        specifics=(),
                    ),
                ),
                touchpoints=(
                    thanked(f"ann{n}", "2026-08-18 18:00").replace(id=f"t{n}", interview=f"i{n}"),
                    received("reply", "08-24 09:00", id=f"r{n}"),
                ),
            )
            for n in range(number)
        )
    )


def test_without_facts_it_says_what_will_stand_here(app: Start) -> None:
    page = app(page=PAGE)
    assert not page.exception
    assert "Nothing is entered yet" in text_of(page)
    assert not charts(page)


def test_with_little_it_says_so_and_draws_no_empty_chart(app: Start) -> None:
    page = app(facts(), page=PAGE)
    assert not page.exception
    assert not charts(page)
    for words in (
        "No answer has come yet",
        "Too few yet to say anything by kind of message",
        "Nothing with a last day has been done",
    ):
        assert words in text_of(page)


def test_few_answers_are_named_and_no_share_is_said(app: Start) -> None:
    page = app(answered(2), page=PAGE)
    assert not page.exception
    assert "2 answers so far, after 6 and 6 days: too few to say" in text_of(page)
    assert "| Thank-you | 2 of 2 | 0 |" in text_of(page)
    assert "%" not in text_of(page)


def test_with_ten_there_are_shares_and_the_middle(app: Start) -> None:
    page = app(answered(10), page=PAGE)
    assert not page.exception
    assert "Half of 10 answers came within 6 days" in text_of(page)
    assert "| Thank-you | 100% (10 of 10) | 0 |" in text_of(page)
    assert [metric.value for metric in page.metric] == ["10", "10", "10 of 10", "10 of 20"]


def test_every_chart_has_its_words_for_those_who_do_not_see_it(app: Start) -> None:
    page = app(answered(10), page=PAGE)
    found = page.get("vega_lite_chart")
    assert found
    assert all(element.proto.alt for element in found)


def test_who_waits_stands_once_with_the_next_step(app: Start) -> None:
    page = app(facts(globex(touchpoints=(thanked("ann"), thanked("ben")))), page=PAGE)
    assert page.header[0].value == "Who has not answered yet"
    (label,) = [link.proto.label for link in page.get("page_link") if "Globex" in link.proto.label]
    assert "**1 day** · Globex" in label
    assert text_of(page).count("Status check to Ann Adler, on Tue 22 Sep") == 1


def test_a_nasty_name_is_text(app: Start) -> None:
    page = app(facts(globex(company=NASTY, role="a|b")), page=PAGE)
    assert not page.exception
    (label,) = [link.proto.label for link in page.get("page_link") if "evil" in link.proto.label]
    assert "![](" not in label
    assert ":red[" not in label
