"""The facts as somebody sees them who has not said where they are."""

from followup.model.facts import Facts


def seen_from(facts: Facts, zone: str, country: str | None = None) -> Facts:
    """The facts as of a browser or a system in this zone and country: the user's, while they have not said theirs."""
    if facts.me.time_zone:
        return facts
    me = facts.me.replace(time_zone=zone, country=facts.me.country or country)
    return facts.replace(me=me)
