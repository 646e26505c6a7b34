"""Data: the file, its backups and copies, and an import."""
