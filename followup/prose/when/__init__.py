"""Days and times of day in prose, read from the day of writing; what the words leave open is said to be open."""

from followup.prose.when.dates import order_in
from followup.prose.when.find import days_in
from followup.prose.when.said import Order, Said, When

__all__ = ["Order", "Said", "When", "days_in", "order_in"]
