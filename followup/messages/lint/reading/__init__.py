"""What a message is made of: greeting, prose, sign-off, fields left empty, companies; each as a range of its text."""

from pathlib import Path

WORDS = Path(__file__).with_name("words")
