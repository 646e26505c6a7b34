"""The user's own voice: what recurs in the e-mails that they sent, as a template that is offered to them."""
