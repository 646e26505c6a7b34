"""What a process has at hand of each store that it shows, for all sessions: its last snapshot, and the plan."""

import gc
from dataclasses import replace
from functools import lru_cache

from followup.model.facts import seen_from
from followup.playbook.kept_plan import Index
from followup.store.state import Snapshot
from followup.ui.base.options import likely_country

STORES = 1000  # one for each owner who comes
_START = 2  # the load and the plan of a start: nothing has ended yet
_FEW = (
    8  # as often as one user's imports and loads freeze: what has ended since is not worth a look
)


class AtHand:
    """What is kept of one store, as it is seen from one zone."""

    def __init__(self, zone: str) -> None:
        self.index = Index()
        self._zone = zone
        self._last: Snapshot | None = None

    def seen(self, shot: Snapshot) -> Snapshot:
        """The snapshot for whoever has not said where they are: the same one for the same version."""
        version, last = f"{shot.version} in {self._zone}", self._last
        if last is None or last.version != version:
            facts = seen_from(shot.facts, self._zone, likely_country(self._zone))
            last = self._last = replace(shot, facts=facts, version=version)
        return last


@lru_cache(maxsize=STORES)
def at_hand(key: str, zone: str) -> AtHand:
    """Of the store with this key, from this zone."""
    del key  # it names the entry in the cache
    return AtHand(zone)


@lru_cache(maxsize=4 * STORES)
def freeze(after: str) -> None:
    """Take what is loaded out of the garbage collector's sight, once `after` each big import or load, which it names.

    Whenever Python looks through everything, in the middle of some click, it need not look through that.
    """
    del after
    before = freeze.cache_info().misses
    if before > _FEW and before.bit_count() == 1:  # at the 16th, 32nd, 64th … owner
        gc.unfreeze()  # what was frozen is looked through once more: sessions among it have ended
    if before > _START:
        gc.collect()
    gc.freeze()
