"""`python -m followup`."""

import sys

if __name__ == "__main__":
    try:
        from followup.cli import main  # takes a moment, in which Ctrl+C is no fault either

        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
