"""Today: what comes, what was done lately, and what an empty file says."""
