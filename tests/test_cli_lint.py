"""`lint`: the exit status, and what is printed."""

import json
from pathlib import Path

from tests.called import called

GOOD = """Subject: Thank you for the interview, Data engineer
Dear Ann,

Thank you for the conversation on Tuesday. The move to Kafka has stayed with me, and I would love to work on it.

Best regards,
Robin Example
"""
WORDS = (
    "--kind",
    "thank_you",
    "--to",
    "Ann Adler",
    "--me",
    "Robin Example",
    "--company",
    "Globex",
    "--role",
    "Data engineer",
    "--specific",
    "the move to Kafka",
)


def test_a_good_message_has_no_findings() -> None:
    done = called("lint", "-", "--json", "--strict", *WORDS, stdin=GOOD.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == []


def test_offsets_are_those_of_the_whole_file() -> None:
    bad = GOOD.replace("Data engineer\n", "[Job title]\n").replace("Dear Ann,", "Dear {{ name }},")
    done = called("lint", "-", "--json", *WORDS, stdin=bad.encode())
    found = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(found[0]) == ["code", "severity", "start", "end", "message", "guide"]
    places = {bad[f["start"] : f["end"]] for f in found if f["code"] == "placeholder"}
    assert places == {"[Job title]", "{{ name }}"}


def test_several_readers_and_other_companies_can_be_named() -> None:
    bad = GOOD.replace("Dear Ann,", "Dear Ann and Tom,").replace("on it.", "on it at Initech.")
    words = ("lint", "-", "--json", *WORDS, "--to", "Tom Novak")
    assert json.loads(called(*words, stdin=bad.encode()).stdout) == []
    done = called(
        *words, "--other-company", "Hooli", "--other-company", "Initech", stdin=bad.encode()
    )
    assert [bad[f["start"] : f["end"]] for f in json.loads(done.stdout)] == ["Initech"]


def test_strict_turns_an_error_into_status_1(tmp_path: Path) -> None:
    path = tmp_path / "message.txt"
    path.write_text(GOOD.replace("Dear Ann", "Dear Tom"))
    words = ("lint", str(path), *WORDS)
    assert called(*words).returncode == 0
    strict = called(*words, "--strict")
    assert strict.returncode == 1
    assert "wrong-name" in strict.stdout.decode()


def test_what_it_cannot_read_is_one_line_and_status_2(tmp_path: Path) -> None:
    binary = tmp_path / "message.txt"
    binary.write_bytes(b"\xff\xfe\x00")
    for words in (("nofile.txt", *WORDS), (str(binary), *WORDS)):
        done = called("lint", *words)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode().count("\n") == 1
    assert called("lint", "-", "--kind", "greeting").returncode == 2
