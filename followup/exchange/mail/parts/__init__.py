"""What stands in a mail: its headers, the sender's own words, their sentences."""
