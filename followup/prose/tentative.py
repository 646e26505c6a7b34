"""A round whose time is only held, as its name says it; and its name without that."""

_HOLD = " (hold)"
# What stands in the notes of such a round.
NOT_CONFIRMED = "A hold: they have not confirmed this time yet."


def as_hold(name: str) -> str:
    """“Second round (hold)”."""
    return f"{plain_name(name) or 'Interview'}{_HOLD}"


def is_hold(name: str) -> bool:
    """Whether the name says that the time is only held."""
    return name.endswith(_HOLD)


def plain_name(name: str) -> str:
    """The name of the round alone."""
    return name.strip().removesuffix(_HOLD)
