"""`python -m followup`, and `followup` where it is installed."""

import gc
import os
import sys

# What a start makes stays. Looked through at every 700 things more, as Python does by itself, it takes a tenth longer;
# what has ended waits for at most half a million, some 50 MB.
_LOOKED_THROUGH = 10_000, 10, 5


def start() -> int:
    """Run the command that the program was called with; the exit status."""
    gc.set_threshold(*_LOOKED_THROUGH)
    # None is used, and to look for one pydantic reads what each package that is installed says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from followup.cli import main  # takes a moment, in which Ctrl+C is no fault either

        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(start())
