"""English as one types it in a hurry, and as a letter says it."""
