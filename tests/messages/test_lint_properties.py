"""What holds for every text: findings lie within it, mends mend, nothing raises."""

from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from followup.messages.lint import Brief, Finding, lint, lint_message, read_message
from followup.model.vocabulary import ActionKind, Channel
from tests.explore import examples
from tests.messages.lint_corpus_reader import Case, read_corpus
from tests.rows import each_row

CORPUS = read_corpus()
PIECES = st.sampled_from(
    [
        *(
            "Dear",
            "Hi ",
            "Ann",
            "Adler",
            ",",
            "\n",
            "\n\n",
            "\r\n",
            "Best regards",
            "Maya",
            "[",
            "]",
            "{{",
            "}}",
            "<",
            ">",
        ),
        *(
            "name",
            "XX",
            "!!",
            "please ",
            "ASAP",
            "salary",
            "thank you",
            "$5",
            "\u201d",
            "\u201c",
            "\u2019",
            "\u00a0",
        ),
        *(
            "\u0130",
            "é",
            "e\u0301",
            "ß",
            "محمد",
            "王伟",
            "👋",
            "\ud83d",
            "\x00",
            "> ",
            "-- ",
            "On 3 May Ann wrote:",
        ),
        *("1. x", "I ", "would ", "need ", "you ", "Northwind", "Mr. ", "? ", ". ", "|"),
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))
BRIEFS = st.builds(
    Brief,
    kind=st.sampled_from(get_args(ActionKind)),
    channel=st.sampled_from(get_args(Channel)),
    to=st.lists(
        st.sampled_from(["Ann Adler", "王伟", "", "Dr. van der Berg", "-", "O'"]), max_size=3
    ).map(tuple),
    company=st.sampled_from(["", "Brightwater", "& Co", "Ü AG"]),
    me=st.sampled_from(["", "Maya Lind", "'"]),
    specifics=st.lists(st.text(max_size=20), max_size=2).map(tuple),
    other_names=st.lists(st.sampled_from(["Will Marsh", "Peter", "", "(", "Żółć"]), max_size=2).map(
        tuple
    ),
    other_companies=st.lists(
        st.sampled_from(["Northwind", "Apple", "", "+", "Inc"]), max_size=2
    ).map(tuple),
    other_notes=st.dictionaries(st.sampled_from(["Tom", ""]), st.text(max_size=60), max_size=1),
    held_until=st.sampled_from([None, datetime(2026, 3, 2, tzinfo=UTC)]),
    local_time=st.sampled_from([None, datetime(2026, 3, 2, 8, tzinfo=UTC)]),
)


def within(finding: Finding, text: str, subject: str | None) -> bool:
    size = len(text if finding.part == "text" else subject or "")
    return 0 <= finding.start <= finding.end <= size


@given(TEXTS, st.none() | TEXTS, BRIEFS)
@examples(300)
@example("", None, Brief(kind="thank_you"))
@example("", "", Brief(kind="status_check", to=("Ann",), me="M"))
def test_findings_lie_within_what_they_speak_of(
    text: str, subject: str | None, brief: Brief
) -> None:
    found = lint(text, subject, brief)
    assert all(within(finding, text, subject) for finding in found)
    assert all(finding.message for finding in found)
    assert found == lint(text, subject, brief)


@given(TEXTS, BRIEFS)
@examples(150)
def test_a_files_offsets_are_the_files(raw: str, brief: Brief) -> None:
    message = read_message(raw)
    assert raw[message.body_at :] == message.body
    for finding in lint_message(raw, brief):
        assert 0 <= finding.start <= finding.end <= len(raw)


def test_offsets_do_not_depend_on_the_kind_of_line_break() -> None:
    for case in CORPUS:
        plain = case.found
        raw = case.raw.replace("\n", "\r\n")
        found = lint_message(raw, case.brief)
        assert {f.code for f in found} == {f.code for f in plain}, case.name
        short = [f for f in found if f.code in {"placeholder", "wrong-name"}]
        wanted = [f for f in plain if f.code in {"placeholder", "wrong-name"}]
        assert [raw[f.start : f.end] for f in short] == [case.raw[f.start : f.end] for f in wanted]


def count(found: tuple[Finding, ...], code: str) -> int:
    return sum(finding.code == code for finding in found)


@each_row("case", CORPUS, ids=lambda case: case.name)
def test_a_mend_takes_its_finding_away(case: Case) -> None:
    raw, brief = case.raw, case.brief
    found = case.found
    for finding in found:
        if finding.mend is not None:
            mended = lint_message(raw[: finding.start] + finding.mend + raw[finding.end :], brief)
            assert count(mended, finding.code) < count(found, finding.code), finding


def test_mends_of_one_message_lead_to_no_mend() -> None:
    for case in CORPUS:
        raw, found = case.raw, case.found
        for _ in range(12):
            first = next((f for f in found if f.mend is not None), None)
            if first is None:
                break
            raw = raw[: first.start] + str(first.mend) + raw[first.end :]
            found = lint_message(raw, case.brief)
        else:
            pytest.fail(case.name)


LONG = [
    "a ",
    "(",
    "[[",
    "{{",
    "_",
    "!",
    "please ",
    "i would ",
    "A B ",
    "> x\n",
    "Dear Ann ",
    "\n",
    ", ",
    "X",
    "<a",
    '"a',
    "need an ",
]
LONG += [
    "best regards\n",
    "thanks to ",
    " ",
    "$1",
    "the interview ",
    "%a",
    "- a\n",
    "why do ",
    "[company ",
    "my ",
    "Aa. ",
    "PLEASE ",
]


def long(piece: str, channel: Channel) -> tuple[str, str, Brief]:
    """A text of 100,000 characters that is this over and over, a subject, and all that is known of a search."""
    brief = Brief(
        kind="thank_you",
        channel=channel,
        to=("Ann Adler",),
        company="Brightwater",
        me="Maya Lind",
        other_names=("Peter Lang",),
        other_companies=("Northwind",),
        other_notes={"Tom": piece * 500},
    )
    text = piece * (100_000 // len(piece))
    return text, text[:3000], brief


@each_row("piece", LONG)
@pytest.mark.parametrize("channel", ["email", "linkedin", "voicemail"])
def test_a_hundred_kilobytes_are_read_to_the_end(piece: str, channel: Channel) -> None:
    # How fast is measured by benchmarks/worst.py.
    text, subject, brief = long(piece, channel)
    assert all(within(finding, text, subject) for finding in lint(text, subject, brief))
