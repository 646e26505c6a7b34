"""What is not strict JSON in UTF-8 is refused with one sentence; what is harmless is passed over."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.model.errors import CannotRead
from followup.model.lossless.codec import decode, encode
from tests.explore import examples
from tests.model.test_codec import FULL
from tests.model.test_refusals import tried
from tests.rows import each_row

GOOD = encode(FULL)


def in_file(value: str) -> bytes:
    """A good file that holds this under an unknown key."""
    return f'{{"format": "followup", "later": {value}}}'.encode()


@each_row(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b" \r\n\t", "The file is empty."),
        (b"\xef\xbb\xbf", "The file is empty."),
        (b"\0" * 4096, "nothing but zero bytes: its content is lost"),
        (GOOD[: len(GOOD) // 2], "The file is cut off in the middle (line "),
        (GOOD[:-3], "The file is cut off in the middle (line "),
        (b"{", "The file is cut off in the middle (line 1, column "),
        (GOOD.decode().encode("utf-16"), "The file is written in UTF-16; save it as UTF-8."),
        ("\ufeff{}".encode("utf-16-be"), "The file is written in UTF-16; save it as UTF-8."),
        ('{"format": "followup", "a": "\xfc"}'.encode("latin-1"), "The file is not UTF-8 text (byte 29)."),
        (b"\xff\xfb\x90\x00", "The file is not UTF-8 text (byte 0)."),
        (b"\x89PNG\r\n\x1a\n", "The file is not UTF-8 text (byte 0)."),
        (b"PK\x03\x04", "The file is not JSON: "),
        (b"<!doctype html>", "The file is not JSON: "),
        (b"BEGIN:VCALENDAR", "The file is not JSON: "),
        (GOOD + b"{}", "The file is not JSON: Extra data at line "),
        (b"{'format': 'followup'}", "The file is not JSON: "),
        (b'{"format": "followup",}', "The file is not JSON: "),
        (b'{"format": "followup"} // mine', "The file is not JSON: "),
        (b'{"format": "follow\nup"}', "The file is not JSON: "),
        (b'<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n', "The file holds conflict marks of a merge (line 1"),
        (GOOD.replace(b'  "me"', b'<<<<<<< ours\n  "me"', 1), "The file holds conflict marks of a merge (line 4"),
        (in_file("NaN"), "The file is refused: NaN is not a number that JSON allows."),
        (in_file("[-Infinity]"), "The file is refused: -Infinity is not a number that JSON allows."),
        (in_file("1e999"), "The file is refused: the number 1e999 is too large."),
        (in_file("-1e999"), "The file is refused: the number -1e999 is too large."),
        (in_file("18446744073709551616"), "The file is refused: the number 18446744073709551616 is too large."),
        (in_file("-9223372036854775809"), "The file is refused: the number -9223372036854775809 is too large."),
        (in_file("1" * 1_000_000), "is too large."),
        (in_file("0." + "1" * 10_000 + "e400"), "is too large."),
        (in_file('{"a": 1, "a": 1}'), "The file is refused: the key “a” stands twice in one object."),
        (b'{"format": "followup", "schema": 1, "schema": 2}', "the key “schema” stands twice in one object."),
        (in_file("[" * 100_000 + "]" * 100_000), "The file is nested too deeply to be one of ours."),
        (in_file('{"a":' * 5_000 + "1" + "}" * 5_000), "The file is nested too deeply to be one of ours."),
        (b"[" * 1_000_000, "The file is "),
        (b'{"x":"' + b"x" * (64 * 1024 * 1024), "The file is larger than 64 MB; no file of ours is."),
    ],
    ids=lambda value: repr(value[:24]) if isinstance(value, bytes) else value[:40],
)  # fmt: skip
def test_a_file_that_is_not_ours_gives_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(CannotRead) as refused:
        decode(data)
    (problem,) = refused.value.problems
    assert says in problem.message
    assert problem.path == ""
    assert len(problem.message) < 200
    assert problem.message.endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + GOOD,  # a byte order mark
        GOOD.replace(b"\n", b"\r\n"),
        b"\n\n " + GOOD + b"\n ",
        json.dumps(json.loads(GOOD)).encode(),  # on one line, all in ASCII
        json.dumps(json.loads(GOOD), ensure_ascii=False, sort_keys=True).encode(),
    ],
)
def test_what_is_harmless_is_passed_over(data: bytes) -> None:
    assert decode(data) == FULL
    assert encode(decode(data)) == GOOD


@pytest.mark.parametrize(
    ("value", "written"),
    [("18446744073709551615", "18446744073709551615"), ("-9223372036854775808", "-9223372036854775808"),
     ("1.0", "1.0"), ("-0.0", "-0.0"), ("1e2", "100.0"), ("5e-324", "5e-324"), ("1e-999", "0.0"),
     ("1.7976931348623157e308", "1.7976931348623157e+308")],
)  # fmt: skip
def test_numbers_under_unknown_keys_are_kept(value: str, written: str) -> None:
    data = encode(decode(in_file(value)))
    assert f'"later": {written}'.encode() in data
    assert encode(decode(data)) == data


def test_10_mb_of_text_in_many_fields_is_read_and_written() -> None:
    note = "ä" * 100_000
    document = {
        "format": "followup",
        "applications": [
            {"id": f"a{n}", "company": "Globex", "role": "Engineer", "notes": note}
            for n in range(50)
        ],
    }
    world = decode(json.dumps(document, ensure_ascii=False).encode())
    assert len(encode(world)) > 10_000_000
    assert decode(encode(world)) == world


@pytest.mark.parametrize("depth", [260, 500, 900])
def test_what_is_read_can_be_written(depth: int) -> None:
    for value in ("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth):
        found = tried(in_file(value))
        assert isinstance(found, CannotRead) or decode(encode(found)) == found


@examples(300)
@given(st.binary(max_size=200), st.integers(0, len(GOOD)), st.integers(0, 60))
def test_any_bytes_give_facts_or_one_sentence(noise: bytes, place: int, gone: int) -> None:
    for data in (noise, GOOD[:place] + noise[:3] + GOOD[place + gone :]):
        found = tried(data)
        if isinstance(found, CannotRead):
            assert found.problems
        else:
            assert decode(encode(found)) == found
