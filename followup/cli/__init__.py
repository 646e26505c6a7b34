"""The command line (PLAYBOOK section 7). Streamlit, pandas and altair are imported by `serve` and `demo` alone."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from followup.cli import bring, data, facts, lint, serve, streams
from followup.model.errors import CannotRead, FollowupError

CANNOT_READ = 2
_SHOWN_PROBLEMS = 20


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit status.

    0 it ran, 1 findings held an error under --strict or `check` found faults, 2 input that it cannot read or an answer
    that it cannot write, said in one line on standard error.
    """
    streams.begin()
    words = _parser().parse_args(argv)
    try:
        status: int = words.run(words)
        streams.flush()
    except CannotRead as error:
        shown = [str(problem) for problem in error.problems[:_SHOWN_PROBLEMS]]
        more = len(error.problems) - len(shown)
        if more:
            shown.append(f"and {more} more")
        streams.complain("; ".join(shown))
        return CANNOT_READ
    except FollowupError as error:
        streams.complain(" ".join(str(error).split()))
        return CANNOT_READ
    except BrokenPipeError:  # the reader (head, less) has seen enough
        streams.give_up()
        return 0
    except OSError as error:  # what is read or saved is a FollowupError; left is what is printed
        streams.give_up()
        where = error.filename or "The answer"
        streams.complain(f"{where} cannot be written: {error.strerror or error}")
        return CANNOT_READ
    return status


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        streams.complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(CANNOT_READ)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m followup",
        description="What to do after a job interview, when, for whom, and why.",
    )
    serve.add_default(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in (serve, facts, lint, bring, data):
        module.add_commands(commands)
    return parser
