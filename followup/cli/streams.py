"""Standard input, output and error, any of which may be closed, full or cut off by its reader."""

import contextlib
import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from followup.model.errors import FollowupError
from followup.model.lossless.strict_json import MAX_BYTES

STDIN = "-"


def begin() -> None:
    """Before anything is opened: a file of ours must not get the number of a stream that is closed."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free: this one
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a name that the terminal's encoding lacks is no reason to fail
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def read_bytes(file: str) -> bytes:
    """What a file holds, or standard input (-); at most one byte more than any file of ours may have."""
    try:
        if file != STDIN:
            with Path(file).open("rb") as opened:
                return opened.read(MAX_BYTES + 1)
        if sys.stdin is None:
            raise FollowupError("Standard input is closed: name a file instead of “-”.")
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        name = "Standard input" if file == STDIN else file or "A file without a name"
        raise FollowupError(f"{name} cannot be read: {error.strerror or error}") from error


def put(data: bytes) -> None:
    """The answer of a command, as UTF-8 whatever the terminal's encoding is, as JSON has to be."""
    if sys.stdout is None:
        raise _nowhere()
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def put_lines(lines: Iterable[str]) -> None:
    """The answer of a command, for people to read."""
    if sys.stdout is None:
        raise _nowhere()
    for line in lines:
        print(line)


def _nowhere() -> FollowupError:
    return FollowupError("Standard output is closed: there is nowhere to write to.")


def command(*words: str) -> str:
    """A command of ours as it can be typed here: with the Python that runs it."""
    python = Path(sys.executable)
    if shutil.which("python") == str(python):
        name = "python"
    else:
        name = str(python.relative_to(Path.cwd()) if python.is_relative_to(Path.cwd()) else python)
    typed = [name, "-m", "followup", *words]
    if sys.platform == "win32":
        return " ".join(f'"{word}"' if " " in word else word for word in typed)
    return shlex.join(typed)


def flush() -> None:
    """Now, where it can be said that it failed, rather than at the end of the program."""
    if sys.stdout is not None:
        sys.stdout.flush()


def give_up(stream: TextIO | None = None) -> None:
    """Nothing more to a stream, standard output without one, at the end of the program neither."""
    stream = stream or sys.stdout
    if stream is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(words: str, by: str = "followup: ") -> None:
    """One line on standard error, where there is one."""
    if sys.stderr is None:
        return
    try:
        print(f"{by}{words}", file=sys.stderr, flush=True)
    except OSError:  # its buffer would fail again at the program's end, with Python's status
        give_up(sys.stderr)
