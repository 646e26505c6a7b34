"""The command line (PLAYBOOK section 7). Streamlit, pandas and altair are imported by `serve` and `demo` alone."""

import argparse
import os
import sys
from collections.abc import Sequence

from followup.cli import data, facts, lint, serve
from followup.model.errors import CannotRead, FollowupError

CANNOT_READ = 2
_SHOWN_PROBLEMS = 20


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit status.

    0 it ran, 1 findings held an error under --strict or `check` found faults, 2 input that it cannot read, said in one
    line on standard error.
    """
    parser = _parser()
    words = parser.parse_args(argv)
    try:
        status: int = words.run(words)
    except CannotRead as error:
        shown = [str(problem) for problem in error.problems[:_SHOWN_PROBLEMS]]
        more = len(error.problems) - len(shown)
        if more:
            shown.append(f"and {more} more")
        print(f"followup: {'; '.join(shown)}", file=sys.stderr)
        return CANNOT_READ
    except FollowupError as error:
        print(f"followup: {' '.join(str(error).split())}", file=sys.stderr)
        return CANNOT_READ
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m followup",
        description="What to do after a job interview, when, for whom, and why.",
    )
    serve.add_default(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (serve, facts, lint, data):
        module.add_commands(commands)
    return parser
