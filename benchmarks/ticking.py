"""The dashboard with a clock that stands still until it is told to go on by a minute (SIGUSR1)."""

import os
import signal
from datetime import datetime, timedelta
from typing import Any

from followup.__main__ import start


def _tick(*_: Any) -> None:
    now = datetime.fromisoformat(os.environ["FOLLOWUP_NOW"])
    os.environ["FOLLOWUP_NOW"] = (now + timedelta(minutes=1)).isoformat()


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _tick)
    start()
