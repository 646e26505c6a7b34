"""The checks: a module for each family of remarks, and beside it `NAME.toml` or `NAME.REMARK.toml` with its examples.

A check takes a letter and its brief and yields a `Hit` for each place; `rules.py` adds code, severity and guide.

The examples of a code are what `trips` it and what it `spares`: each a text that stands in the file's `frame`, or a
table of `text`, `subject` and what else the brief says. What is left out is in tests/messages/test_lint_examples.py.
"""

from pathlib import Path

WORDS = Path(__file__).with_name("words")
