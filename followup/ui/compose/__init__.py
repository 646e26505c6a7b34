"""Compose: the letter, its choices, what it lacks, the way out, and whether it was sent."""
