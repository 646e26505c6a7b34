"""The lint: what a message must be, found by rules that would rather miss than cry wolf."""

from followup.messages.lint.checks.others import likeness
from followup.messages.lint.findings import Brief, Finding, Part, Severity
from followup.messages.lint.rules import Message, lint, lint_message, read_message

__all__ = [
    "Brief",
    "Finding",
    "Message",
    "Part",
    "Severity",
    "likeness",
    "lint",
    "lint_message",
    "read_message",
]
