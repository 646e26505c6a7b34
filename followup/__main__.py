"""`python -m followup`, and `followup` where it is installed."""

import sys


def start() -> int:
    """Run the command that the program was called with; the exit status."""
    try:
        from followup.cli import main  # takes a moment, in which Ctrl+C is no fault either

        return main(sys.argv[1:])
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(start())
