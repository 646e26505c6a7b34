"""Timeline: each application with its windows, what happened, and its quiet times."""
