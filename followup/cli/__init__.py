"""The command line (PLAYBOOK section 7). Streamlit, pandas and altair are imported by `serve` and `demo` alone."""

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from followup.cli import streams
from followup.home import COMMAND
from followup.model.errors import CannotRead, FollowupError

CANNOT_READ = 2
# The commands of each module, in the order of the help. The module of the command that was typed is imported alone:
# `plan` need not wait for the letters and the store.
_MODULES: tuple[tuple[tuple[str, ...], Callable[[], ModuleType]], ...] = (
    (("serve", "demo"), lambda: import_module("followup.cli.serve")),
    (("plan",), lambda: import_module("followup.cli.plan")),
    (("remind",), lambda: import_module("followup.cli.remind")),
    (("draft",), lambda: import_module("followup.cli.draft")),
    (("lint",), lambda: import_module("followup.cli.lint")),
    (("read",), lambda: import_module("followup.cli.read")),
    (("export",), lambda: import_module("followup.cli.export")),
    (("import",), lambda: import_module("followup.cli.import_")),
    (("backup", "restore", "check"), lambda: import_module("followup.cli.data")),
    (("migrate",), lambda: import_module("followup.cli.migrate")),
)
_SHOWN_PROBLEMS = 20


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit status.

    0 it ran, 1 findings held an error under --strict or `check` found faults, 2 input that it cannot read or an answer
    that it cannot write, said in one line on standard error.
    """
    streams.begin()
    words = _parser(_command(argv)).parse_args(argv)
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


def _command(argv: Sequence[str]) -> str:
    """The first word; “serve” where there is none, or nothing but its port."""
    words = [*argv, "serve"]
    is_port = words[0].startswith("--port=") and len(argv) == 1
    return "serve" if is_port or (words[0] == "--port" and len(argv) == 2) else words[0]  # noqa: PLR2004 (and its number)


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        streams.complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(CANNOT_READ)


def _parser(command: str) -> argparse.ArgumentParser:
    """Reads this command; all of them where it is none."""
    parser = _Parser(
        prog=COMMAND,
        description="What to do after a job interview, when, for whom, and why.",
    )
    known = any(command in names for names, _ in _MODULES)
    modules = [load() for names, load in _MODULES if command in names or not known]
    for module in modules:
        if hasattr(module, "add_default"):
            module.add_default(parser)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for module in modules:
        module.add_commands(commands)
    return parser
