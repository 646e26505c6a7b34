"""What was read, as the forms begin with it: filled in, for the user to look at, to mend and to confirm. Pure."""
