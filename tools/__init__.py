"""What makes parts of the program ahead of time; nothing of it runs with the program."""
