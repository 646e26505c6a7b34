"""The public holidays of a country, as the library `holidays` has them."""

from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from holidays import HolidayBase, registry

_COUNTRIES = Path(registry.__file__).with_name("countries")


@cache
def calendar_of(code: str) -> type[HolidayBase] | None:
    """What knows the holidays of the country with this code (of ISO 3166-1, or another name of it); None: nothing does.

    The country's file is loaded alone: its package would load those of all 250, which takes 8 MB, and as long as all
    else that a small plan is made of.
    """
    name = next((name for name, codes in registry.COUNTRIES.items() if code in codes[1:]), None)
    if name is None:
        return None
    spec = spec_from_file_location(f"holidays.countries.{name}", _COUNTRIES / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: type[HolidayBase] = getattr(module, code)
    return found
