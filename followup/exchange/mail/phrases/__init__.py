"""Phrases beyond doubt: what they say of a sentence, whatever its other words weigh, and what they deny."""
