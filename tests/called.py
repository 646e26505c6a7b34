"""The command line, called as `python -m followup` calls it, without the start of another Python."""

import io
import subprocess
import sys

import pytest

from followup.cli import main


def called(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """What `python -m followup WORDS` answers; that a process of its own does so is seen by tests/test_cli.py."""
    streams = {"stdin": stdin, "stdout": b"", "stderr": b""}
    with pytest.MonkeyPatch.context() as around:
        for name, value in env.items():
            around.setenv(name, value)
        for name, data in streams.items():
            around.setattr(sys, name, io.TextIOWrapper(io.BytesIO(data), "utf-8"))
        status: int | str | None
        try:
            status = main(words)
        except SystemExit as ended:
            status = ended.code
        out, err = (_written(stream) for stream in (sys.stdout, sys.stderr))
    assert isinstance(status, int)
    return subprocess.CompletedProcess(words, status, out, err)


def _written(stream: object) -> bytes:
    assert isinstance(stream, io.TextIOWrapper)
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()
