"""Where the user's file and its backups stand."""

import hashlib
import os
from pathlib import Path

import platformdirs

_CHECKOUT = Path(__file__).resolve().parents[2]


def data_path() -> Path:
    """FOLLOWUP_DATA where it is set, else data/followup.json of the checkout."""
    chosen = os.environ.get("FOLLOWUP_DATA", "").strip()
    return Path(chosen).expanduser().absolute() if chosen else _CHECKOUT / "data" / "followup.json"


def backups_folder(path: Path) -> Path:
    """A folder for this data file alone: in FOLLOWUP_BACKUPS, else out of a sync service's reach."""
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    chosen = os.environ.get("FOLLOWUP_BACKUPS", "").strip()
    root = Path(chosen).expanduser().absolute() if chosen else _user_data() / "backups"
    return root / f"{path.stem[:40]}-{digest}"


def _user_data() -> Path:
    return platformdirs.user_data_path("followup", appauthor=False)
