"""What can be said of a failure without a word of what anybody wrote: kinds, places in the code, versions."""

import platform
import traceback
from importlib.metadata import version
from pathlib import Path

from followup.model.vocabulary import SCHEMA

_LIBRARIES = ("streamlit", "tinydb", "pydantic", "pandas", "altair")
_PLACES = 20  # of a recursion without end, the last ones


def traceback_lines(error: BaseException) -> list[str]:
    """The kind of an error and the lines of code that it came through; then those of what led to it."""
    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {Path(frame.f_code.co_filename).name}:{line} in {frame.f_code.co_name}"
            for frame, line in list(traceback.walk_tb(cause.__traceback__))[-_PLACES:]
        ]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return lines


def report(error: BaseException) -> str:
    """Versions, and the traceback of an error: all that a developer needs to begin with."""
    libraries = " · ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    where = f"Python {platform.python_version()} · {platform.system()} · schema {SCHEMA}"
    return "\n".join([where, libraries, *traceback_lines(error)])
