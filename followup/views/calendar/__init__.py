"""Calendar: what falls on which day."""
