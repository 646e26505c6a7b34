"""How far properties look: `make test` tries the same examples every time, `make explore` ten times as many others."""

import os

from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.internal.constants_ast import Constants

TIMES = int(os.environ.get("FOLLOWUP_EXPLORE", "1"))
EXPLORES = TIMES > 1
HOW_TO_KEEP = (
    "What was found stays: write the values of “Falsifying example” above the property, in the same change, as",
    "    @example(…)  # and what was wrong, in a few words",
    "so that `make test` tries them every time.",
)


class _Steady(HypothesisProvider):
    """Draws nothing from the modules that are loaded: beside other tests a property would meet other examples."""

    _local_constants = Constants()


def use_profile() -> None:
    """For all properties that are read after this: no clock decides, and only `make explore` throws dice."""
    if not EXPLORES:
        AVAILABLE_PROVIDERS["hypothesis"] = _Steady
    settings.register_profile(
        "followup",
        max_examples=100 * TIMES,
        derandomize=not EXPLORES,
        database=None,
        deadline=None,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("followup")


def examples(most: int) -> settings:
    """So many are tried, or as many times more as are asked for."""
    return settings(max_examples=most * TIMES)
