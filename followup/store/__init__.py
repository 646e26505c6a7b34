"""The store: the user's facts in one TinyDB file, written by one at a time and never by half."""
