"""The lossless JSON of PLAYBOOK section 8: reading and writing it, its upgrades, and an import of its records."""
