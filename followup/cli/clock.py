"""On what clock a command reads the facts: --now and --zone, and what they mean."""

import argparse
from datetime import UTC, datetime

import tzlocal

from followup.cli.shared import own_facts
from followup.cli.streams import read_bytes
from followup.model.errors import FollowupError
from followup.model.fact import check_zone
from followup.model.facts import Facts, seen_from
from followup.model.lossless.codec import decode
from followup.model.times import read_moment


def add_moment(words: argparse.ArgumentParser) -> None:
    """Add the options that say on what clock the facts are read."""
    words.add_argument(
        "--now",
        metavar="ISO-DATE-TIME",
        help="instead of the clock, like 2026-09-18T10:00:00+02:00",
    )
    words.add_argument(
        "--zone", metavar="ZONE", help="instead of your own zone, like Europe/Berlin"
    )


def facts_and_now(words: argparse.Namespace) -> tuple[Facts, datetime]:
    """The facts of FILE, or the user's own, as of the zone that is asked for, and the moment."""
    facts = own_facts() if words.file is None else decode(read_bytes(words.file))
    return seen(words, facts), moment(words)


def moment(words: argparse.Namespace) -> datetime:
    """The moment that is asked for, else the present one."""
    try:
        return read_moment(words.now) if words.now else datetime.now(UTC)
    except ValueError as error:
        raise FollowupError(f"--now: {error}") from error


def seen(words: argparse.Namespace, facts: Facts) -> Facts:
    """The facts as of the zone that is asked for, else of the user's or the system's."""
    if words.zone:
        try:
            facts = facts.replace(me=facts.me.replace(time_zone=check_zone(words.zone)))
        except ValueError as error:
            raise FollowupError(f"--zone: {error}") from error
    return seen_from(facts, tzlocal.get_localzone_name())
