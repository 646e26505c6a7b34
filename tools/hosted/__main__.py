"""`make hosted`: all of it on this computer until Ctrl+C, with nothing kept; the address is printed."""

import contextlib
import os
import signal
import tempfile
import threading
from pathlib import Path

from tools.hosted.everything import HAPROXY, hosted

_PORTS = (8600, 8654, 8690, 8601, 8602)


def main() -> None:
    """Runs until it is ended."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        contextlib.suppress(KeyboardInterrupt),
        tempfile.TemporaryDirectory(prefix="followup-hosted-") as folder,
        hosted(Path(folder), _PORTS) as running,
    ):
        print(f"Follow-up: {running.address}   (Ctrl+C ends it)")
        print("Sign in as whoever you like: any subject is believed.")
        print(
            f"Processes: {', '.join(str(each.pid) for each in running.processes)}; end one and see."
        )
        if not HAPROXY:
            print("There is no HAProxy here (Debian's package haproxy): one process answers alone.")
        threading.Event().wait()


if __name__ == "__main__":
    os.umask(0o077)
    main()
