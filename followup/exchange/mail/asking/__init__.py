"""What a mail wants of the user, and what of it is asked because its words are too weak to be taken."""
