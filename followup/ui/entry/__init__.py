"""The entry form: people, rounds, promises, and the versions that two tabs made."""
