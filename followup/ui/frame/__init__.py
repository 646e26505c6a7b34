"""What every page stands in: keystrokes, the zone that is offered, and what a page says that cannot be shown."""
