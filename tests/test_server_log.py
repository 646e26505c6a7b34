"""The log file says what failed and where, and nothing that anybody wrote."""

import logging
from pathlib import Path

import pytest

from followup.server import logs


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOLLOWUP_LOG", str(tmp_path / "logs" / "followup.log"))
    return tmp_path / "logs" / "followup.log"


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    root, ours = logging.getLogger(), logging.getLogger("followup")
    before = list(root.handlers), list(ours.handlers)
    yield
    for logger, handlers in zip((root, ours), before, strict=True):
        for handler in set(logger.handlers) - set(handlers):
            handler.close()
            logger.removeHandler(handler)


def fail(text: str) -> None:
    known: dict[str, str] = {}
    try:
        known[text]
    except KeyError as error:
        msg = f"{text} again"
        raise ValueError(msg) from error


def test_it_holds_kinds_and_places_and_no_texts(path: Path) -> None:
    logs.begin()
    try:
        fail("Dear Ann, ann@globex.example")
    except ValueError:
        logging.getLogger("followup.ui").exception("A change of %s failed", "Globex")
        logging.getLogger("streamlit").exception("Uncaught: ann@globex.example")
    said = path.read_text()
    for word in ("Ann", "@", "Globex", "again"):
        assert word not in said
    assert "followup.ui A change of %s failed" in said
    assert said.count("builtins.ValueError") == 2
    assert "builtins.KeyError" in said
    assert "test_server_log.py:" in said
    assert "in fail" in said


def test_it_rotates_and_is_for_the_user_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "_BYTES", 2_000)
    logs.begin()
    for _ in range(200):
        logging.getLogger("other").error("x")
    found = sorted(path.parent.iterdir())
    assert [each.name for each in found] == [
        "followup.log",
        *(f"followup.log.{n}" for n in (1, 2, 3)),
    ]
    assert all(each.stat().st_size <= 2_000 for each in found)
    assert all(each.stat().st_mode & 0o777 == 0o600 for each in found)


def test_a_place_that_cannot_be_written_to_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("FOLLOWUP_LOG", str(tmp_path / "file" / "followup.log"))
    logs.begin()
    assert "There is no log file" in capsys.readouterr().err


def test_an_error_that_is_given_as_the_message_is_not_written_out(path: Path) -> None:
    logs.begin()
    logging.getLogger("followup").error(ValueError("Dear Ann"))
    assert "Ann" not in path.read_text()
    assert "test_server_log.py:" in path.read_text()
