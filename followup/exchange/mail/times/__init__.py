"""The times that a mail names: which belong together, which are called off, and which are only proposed."""
