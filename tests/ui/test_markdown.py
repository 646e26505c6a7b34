"""The user's text shows as the same characters wherever Streamlit renders Markdown."""

import re

import pytest

from followup.ui.base.looks import in_label, md, md1

NASTY = [
    "![x](http://evil.example/p.png)",
    "<script>alert(1)</script>",
    "$\\LaTeX$",
    ":material/home: :red[hot] :tada:",
    "www.evil.example and a@b.example",
    "--> <- => ~> ...",
    "# heading\n- list\n1. one\n> quote",
    "`code` **bold** __x__ ~~y~~",
]


@pytest.mark.parametrize("text", NASTY)
def test_taking_the_invisible_marks_out_gives_the_text_again(text: str) -> None:
    shown = md(text).replace("\u2060", "").replace("  \n", "\n")
    assert "".join(shown.split("\\")) == text.replace("\\", "")


@pytest.mark.parametrize("text", NASTY)
def test_no_mark_of_markdown_stays_bare(text: str) -> None:
    shown = md(text)
    for index, character in enumerate(shown):
        if character in "[]()<>*_`#!$:{}|~":
            assert shown[index - 1] == "\\", shown


def test_control_characters_and_lone_surrogates_become_visible() -> None:
    assert md("a\x00b\ud800c\ufeffd") == "a\ufffdb\ufffdc\ufffdd"


def test_indents_stay_and_make_no_code_block() -> None:
    assert md("a\n    b\n\tc") == "a  \n" + "\u00a0" * 4 + "b  \n" + "\u00a0" * 4 + "c"


def test_one_line_is_one_line() -> None:
    assert md1(" a\n\n b\tc ") == "a b c"


def test_what_is_too_long_is_cut_with_a_sign() -> None:
    assert md1("x" * 400) == "x" * 299 + "…"


def test_a_text_that_turns_the_direction_turns_nothing_beside_it() -> None:
    shown = md1("\u202eevil \u2067also") + " due today"
    depth = 0
    for character in shown:
        depth += (character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068") - (
            character in "\u202c\u2069"
        )
        assert depth == 0 or not character.isalpha()
    assert shown.replace("\u202c", "").replace("\u2069", "") == "\u202eevil \u2067also due today"


@pytest.mark.parametrize(
    "text",
    [
        "Prof. Dr. Ingrid Olsson",
        "Enter Priya Raman (priya.raman, Northlight)",
        'O\'Shea-Klein & Co., 50 %; R+D / B2B = both? "Yes"!',
        "Line 3: first_name #2 {a} b | c",
        "10:30",
    ],
)
def test_a_label_is_heard_without_escapes(text: str) -> None:
    assert in_label(text).replace("\u2060", "").replace("\\:", ":") == text


@pytest.mark.parametrize("text", NASTY)
def test_a_label_shows_the_same_characters_and_none_of_them_as_a_mark(text: str) -> None:
    shown = in_label(text)
    assert re.sub(r"\\(?=[!-/:-@\[-`{-~])", "", shown) == re.sub(
        r"\\(?=[!-/:-@\[-`{-~])", "", md1(text).replace("\\\\", "\0")
    ).replace("\0", "\\"), shown
    for index, character in enumerate(shown):
        if character in "[]*`$~<>":
            assert shown[index - 1] == "\\", shown
    assert not re.match(r"[#+>=-]|\d+[.)]", shown), shown
    assert not re.search(r"(?<!\\):[\w/]|(?<!\\)<[a-z/!]|(?<!\\)__", shown), shown
