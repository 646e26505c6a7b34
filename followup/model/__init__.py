"""The ground: the types of the facts, the errors, and the lossless JSON (PLAYBOOK sections 1 and 8)."""
