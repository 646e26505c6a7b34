"""A table as one test: each of its rows is tried, and those that fail are listed, by their names.

A case of pytest costs milliseconds of its own, more than most rows take.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from typing import Any, NamedTuple

import pytest

ROWS = "rows"
_FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)
_NAME = 100  # characters


class _Row(NamedTuple):
    name: str
    values: dict[str, Any]


def each_row(
    names: str | Sequence[str],
    table: Iterable[Any],
    ids: Callable[[Any], object] | Iterable[object] | None = None,
    parts: int = 1,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Called as `pytest.mark.parametrize`. What takes seconds is cut into `parts`, for several workers.

    A fixture is made once, for all rows.
    """
    rows = [*_read(names, table, ids)]
    assert len(rows) >= parts, "no rows test nothing"
    cut = [rows[part::parts] for part in range(parts)]
    sizes = [
        f"{len(part)} rows" if parts == 1 else f"{len(part)} rows, {at}"
        for at, part in enumerate(cut)
    ]

    def folded(test: Callable[..., None]) -> Callable[..., None]:
        asked = inspect.signature(test).parameters
        missing = {*rows[0].values} - {*asked}
        assert not missing, f"{test.__name__} does not take {missing}"

        @wraps(test)
        def whole(rows: Sequence[_Row], **fixtures: Any) -> None:
            failed = [said for row in rows if (said := _failure(test, row, fixtures))]
            if failed:
                report = "\n\n".join(failed)
                pytest.fail(f"{len(failed)} of {len(rows)} rows\n\n{report}", pytrace=False)

        others = [each for name, each in asked.items() if name not in rows[0].values]
        own = inspect.Parameter(ROWS, inspect.Parameter.KEYWORD_ONLY)
        whole.__signature__ = inspect.Signature([*others, own])  # type: ignore[attr-defined]
        made: Callable[..., None] = pytest.mark.parametrize(ROWS, cut, ids=sizes)(whole)
        return made

    return folded


def rows_of(item: pytest.Item) -> int:
    """How many it tries: one, where it is no table."""
    call = getattr(item, "callspec", None)
    return len(call.params[ROWS]) if call and ROWS in call.params else 1


def _read(
    names: str | Sequence[str],
    table: Iterable[Any],
    ids: Callable[[Any], object] | Iterable[object] | None,
) -> Iterator[_Row]:
    words = [name.strip() for name in names.split(",")] if isinstance(names, str) else [*names]
    told = None if ids is None or callable(ids) else [*ids]
    for at, each in enumerate(table):
        param = isinstance(each, type(pytest.param()))
        assert not (param and each.marks), "a mark is of a whole test"
        values = each.values if param else (each,) if len(words) == 1 else each
        named = dict(zip(words, values, strict=True))
        if param and each.id is not None:
            name = str(each.id)
        elif told is not None:
            name = str(told[at])
        else:
            name = " - ".join(str(ids(value) if callable(ids) else value) for value in values)
        yield _Row(name[:_NAME], named)


def _failure(test: Callable[..., None], row: _Row, fixtures: dict[str, Any]) -> str:
    """What went wrong, as pytest shows it in short; empty where nothing did."""
    try:
        test(**row.values, **fixtures)
    except _FAILURES as wrong:
        shown = pytest.ExceptionInfo.from_exception(wrong)
        shown.traceback = shown.traceback[1:]
        return f"{row.name}\n{shown.getrepr(style='short')}"
    return ""
