"""What a check of the entry form finds, and the form as the checks read it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from followup.model.codec import problems_of
from followup.model.facts import Application
from followup.model.text import zone_names
from followup.ui.entry_draft import Typed
from followup.ui.entry_times import Present, meant, odd_year

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing or odd at a field. One that only asks is allowed once the user says that it is right."""

    field: str
    sentence: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """The application that the form describes, or why it describes none yet."""

    application: Application | None
    gaps: tuple[Gap, ...] = ()


@dataclass(slots=True)
class Form:
    """What was typed over what is stored, and what has been found missing so far."""

    draft: Typed
    base: Application | None
    present: Present
    gaps: list[Gap] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The text of a field."""
        return str(self.draft.get(name) or "").strip()

    def day(self, name: str) -> date | None:
        """The day of a field, as it was meant; none that cannot be."""
        typed: date | None = self.draft.get(name)
        day = meant(typed) if typed else None
        if day and (sentence := odd_year(day)):
            self.missing(name, sentence)
            return None
        return day

    def missing(self, name: str, sentence: str) -> None:
        """Something has to be mended at a field."""
        self.gaps.append(Gap(name, sentence))

    def ask(self, name: str, sentence: str) -> None:
        """Something looks odd at a field, unless the user has said that it is right."""
        if not self.draft.get(f"sure_{name}"):
            self.gaps.append(Gap(name, sentence, asks=True))

    def made(self, row: str, make: Callable[[], _T]) -> _T | None:
        """What the facts' own checks let through; their refusals stand beside the fields."""
        try:
            return make()
        except ValidationError as error:
            for problem in problems_of(error):
                name = problem.path.partition(".")[0].partition("[")[0]
                name = {"time_zone": "zone", "starts_at": "day"}.get(name, name)
                self.missing(
                    f"{name}_{row}" if row else name,
                    f"{problem.message[:1].upper()}{problem.message[1:]}.",
                )
            return None

    @property
    def company_zone(self) -> ZoneInfo:
        """The application's own zone."""
        name = self.draft.get("zone")
        return ZoneInfo(name) if name in zone_names() else self.present.zone
