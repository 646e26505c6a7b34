"""The data file: calls to the disk, the lock, the bytes as tables, and one path to write."""
