"""The playbook: facts and a moment in, actions out; pure functions, PLAYBOOK sections 2 to 5."""
