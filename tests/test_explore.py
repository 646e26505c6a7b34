"""The properties meet the same examples every time, alone and beside all other tests."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.explore import EXPLORES


def drawn() -> list[str]:
    found: list[str] = []

    @given(st.text(max_size=40))
    def draw(text: str) -> None:
        found.append(text)

    draw()
    return found


@pytest.mark.skipif(EXPLORES, reason="`make explore` throws dice")
def test_what_else_is_loaded_changes_no_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = drawn()
    other = tmp_path / "another_test.py"
    other.write_text("\n".join(f'TEXT_{n} = "what this one is about, {n}"' for n in range(500)))
    spec = importlib.util.spec_from_file_location("another_test", other)
    assert spec
    monkeypatch.setitem(sys.modules, "another_test", importlib.util.module_from_spec(spec))
    assert drawn() == alone
