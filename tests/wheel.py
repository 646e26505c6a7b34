"""Follow-up as somebody has it who installed the wheel: no checkout, nothing on the path but what is installed."""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from tests.test_house import ROOT

_LEFT_OUT = (".git", ".venv", "venv", "dist", "__pycache__", ".*_cache", ".hypothesis", "tests")
OF_THE_USER = ("followup.json", "followup.json.drafts.json", "followup.backups/one.json")
_PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def _called(*words: object, cwd: Path) -> None:
    done = subprocess.run(
        [str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def built(folder: Path) -> Path:
    """The wheel, built in `folder` from a copy of the checkout in which a user has kept data."""
    source = folder / "source"
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    for name in OF_THE_USER:
        path = source / "data" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("private")
    offline = ("--no-index", "--no-deps", "--no-build-isolation")
    _called(*_PIP, "wheel", *offline, "--wheel-dir", folder / "dist", source, cwd=folder)
    (wheel,) = (folder / "dist").iterdir()
    return wheel


def installed(wheel: Path, folder: Path) -> Path:
    """The command `followup` of a new environment, which has our wheel and, by a .pth, the packages that are here."""
    venv.create(folder / "env", with_pip=False)
    windows = sys.platform == "win32"
    scripts = folder / "env" / ("Scripts" if windows else "bin")
    python = scripts / ("python.exe" if windows else "python")
    _called(*_PIP, "--python", python, "install", "--no-index", "--no-deps", wheel, cwd=folder)
    own = sysconfig.get_path("purelib", "venv", {"base": str(folder / "env")})
    Path(own, "here.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return scripts / ("followup.exe" if windows else "followup")
