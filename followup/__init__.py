"""Follow-up: what to do after an interview, when, for whom, and why."""
