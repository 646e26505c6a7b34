"""`python -m followup`."""

import sys

from followup.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
