"""A received mail: what it is, what it says of days, and what of it the user has to say."""

from followup.exchange.mail.mail import read_mail
from followup.exchange.mail.parts.parse import has_headers
from followup.exchange.mail.result import Mail

__all__ = ["Mail", "has_headers", "read_mail"]
