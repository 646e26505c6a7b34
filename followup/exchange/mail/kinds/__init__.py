"""What the sentences of a mail come to for each kind of mail."""
