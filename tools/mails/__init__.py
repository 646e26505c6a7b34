"""What the kinds of received mails are learned with (docs/mails.md)."""
