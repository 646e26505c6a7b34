"""A save as the system sees it: in a process of its own, with strace beside it, which may let a system call fail."""

import contextlib
import mmap
import os
import re
import select
import shutil
import signal
import subprocess
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from followup.model.errors import FollowupError

# What touches the disk; of anything else a save makes no use.
SYSTEM_CALLS = (
    "openat,read,write,pwrite64,lseek,fsync,fdatasync,ftruncate,close,rename,renameat,renameat2,link,linkat,unlink,"
    "unlinkat,mkdir,mkdirat,getdents64,newfstatat,fstat,statx,access,faccessat,faccessat2,readlink,flock,fcntl,fchmod"
)
NAMES = tuple(SYSTEM_CALLS.split(","))
_SAVED, _REFUSED, _FELL = 0, 3, 4


def _missing() -> str:
    """Why nothing can be traced here, "" where it can."""
    if not hasattr(os, "fork") or not shutil.which("strace"):
        return "needs strace"
    with contextlib.suppress(AssertionError):
        traced(lambda: None, "-e", "trace=none")
        return ""
    return "strace may not attach to a process here"


@dataclass(frozen=True)
class Traced:
    """How a save ended: “saved”, “refused” with the sentence, “killed”, or “fell” with the traceback."""

    end: str
    said: str


def traced(save: Callable[[], object], *words: str) -> Traced:
    """The save, in a process that strace is attached to with these words."""
    reader, writer = os.pipe()
    said = mmap.mmap(-1, 1 << 16)  # shared: to say something through a call could fail, too
    child = os.fork()
    if child == 0:  # pragma: no cover - in the process that is traced
        status = _FELL
        try:
            select.select([reader], [], [])
            save()
            status = _SAVED
        except FollowupError as error:
            said.write(str(error).encode()[: 1 << 16])
            status = _REFUSED
        except BaseException:  # noqa: BLE001 - it is what the test asks for
            said.write(traceback.format_exc().encode()[-(1 << 16) :])
        finally:
            os._exit(status)
    tracer = subprocess.Popen(
        ["strace", "-f", *words, "-p", str(child)], stderr=subprocess.PIPE, text=True
    )
    try:
        assert tracer.stderr
        first = tracer.stderr.readline()
        assert "attached" in first, first
        os.write(writer, b".")
    except AssertionError:
        os.kill(child, signal.SIGKILL)
        raise
    finally:
        status = os.waitpid(child, 0)[1]
        tracer.communicate()
        os.close(reader)
        os.close(writer)
    words_said = said[:].rstrip(b"\0").decode()
    said.close()
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return Traced("killed", "")
    ends = {_SAVED: "saved", _REFUSED: "refused"}
    return Traced(ends.get(os.WEXITSTATUS(status), "fell"), words_said)


def calls_made(save: Callable[[], object], log: Path) -> list[tuple[str, int]]:
    """Each system call that touches the disk, by its name and its number among those of that name."""
    assert traced(save, "-o", str(log), "-e", f"trace={SYSTEM_CALLS}").end == "saved"
    counts = dict.fromkeys(NAMES, 0)
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            counts[match[1]] += 1
    return [(name, number + 1) for name, count in counts.items() for number in range(count)]


MISSING = _missing()
needs_strace = pytest.mark.skipif(bool(MISSING), reason=MISSING)
