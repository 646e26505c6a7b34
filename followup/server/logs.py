"""The log file: what failed and where, never what anybody wrote, nor an address.

Of our own messages the fixed words are kept without what is filled in; of others' only where they come from, since
they may have put anything into them; of an error its kind and its lines of code.
"""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import platformdirs

from followup.exchange.error_report import traceback_lines
from followup.home import chosen

_BYTES, _FILES = 500_000, 3
_OURS = "followup"


def log_path() -> Path:
    """FOLLOWUP_LOG where it is set, else in the user's own folder for logs."""
    folder = platformdirs.user_log_path("followup", appauthor=False)
    return chosen("FOLLOWUP_LOG") or folder / "followup.log"


class Bare(logging.Formatter):
    """A line that holds nothing personal."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the places in the code that an error came through."""
        ours = record.name.partition(".")[0] == _OURS
        fixed = ours and isinstance(record.msg, str)
        words = record.msg if fixed else f"{Path(record.pathname).name}:{record.lineno}"
        moment = self.formatTime(record)
        lines = [f"{moment} {record.levelname} {record.name} {words}"]
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            lines += [f"  {line}" for line in traceback_lines(error)]
        return "\n".join(lines)


class _Private(RotatingFileHandler):
    """Files for the user alone."""

    def _open(self) -> TextIOWrapper:
        fd = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(fd, "a", encoding="utf-8")


def begin() -> None:
    """Write the log from now on; a place that cannot be written to stops nothing."""
    ours = logging.getLogger(_OURS)
    terminal = logging.StreamHandler()
    terminal.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    ours.addHandler(terminal)
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file: Any = _Private(path, maxBytes=_BYTES, backupCount=_FILES, delay=False)
    except OSError:
        ours.warning("There is no log file: its place cannot be written to")
        return
    file.setLevel(logging.WARNING)
    file.setFormatter(Bare())
    logging.getLogger().addHandler(file)
