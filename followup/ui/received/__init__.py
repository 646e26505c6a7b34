"""What comes in: a mail, an invitation or a table, dropped or pasted; read, shown, confirmed, and then logged."""
