"""Where Follow-up runs from, its checkout or an installed package, and where it keeps the data of this user."""

import hashlib
import os
from pathlib import Path
from typing import Final

import platformdirs

from followup.model.errors import FollowupError

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "installed"  # where pyproject.toml puts it into a wheel

INSTALLED: Final = _IN_WHEEL.is_dir()
# Holds app.py, pages/, assets/, .streamlit/ and, in data/, the templates and the demo data.
HOME: Final = _IN_WHEEL if INSTALLED else _PACKAGE.parent
COMMAND: Final = "followup" if INSTALLED else "python -m followup"


def chosen(variable: str) -> Path | None:
    """The place that this variable of the environment names, None where it names none; raises FollowupError."""
    words = os.environ.get(variable, "").strip()
    try:
        return Path(words).expanduser().absolute() if words else None
    except RuntimeError as error:
        text = f"{variable} is “{words}”, and nobody here knows where that user's folder is"
        raise FollowupError(f"{text}: write the path out in full.") from error


def database_url() -> str:
    """FOLLOWUP_DATABASE: the database that has everybody's data; "" where the data is in a file."""
    return os.environ.get("FOLLOWUP_DATABASE", "").strip()


def auth_path() -> Path | None:
    """FOLLOWUP_AUTH: the file that says where people sign in; None where nobody does by name. Raises FollowupError."""
    return chosen("FOLLOWUP_AUTH")


def data_path() -> Path:
    """FOLLOWUP_DATA where it is set, else followup.json: in data/ of the checkout, or in the user's own data folder.

    Raises FollowupError where the data is in a database: a file would be another's, or an empty one.
    """
    if database_url():
        text = "FOLLOWUP_DATABASE is set: the data is in that database, and this asks for a file"
        raise FollowupError(f"{text}. Use the page “Data”, or unset it.")
    return (
        chosen("FOLLOWUP_DATA") or (own_folder() if INSTALLED else HOME / "data") / "followup.json"
    )


def data_words() -> str:
    """FOLLOWUP_DATA as it is set, "" where it is not: tells one data file from another without looking for it."""
    return os.environ.get("FOLLOWUP_DATA", "")


def backups_folder(path: Path) -> Path:
    """A folder for this data file alone: in FOLLOWUP_BACKUPS, else out of a sync service's reach."""
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    return (chosen("FOLLOWUP_BACKUPS") or own_folder() / "backups") / f"{path.stem[:40]}-{digest}"


def own_folder() -> Path:
    """The folder that is ours among this user's, whatever data file is used."""
    return platformdirs.user_data_path("followup", appauthor=False)
