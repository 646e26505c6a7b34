"""What every fact is made of: frozen, checked as it is made, its text cleaned at the door; unknown keys are kept."""

import operator
import re
from collections import deque
from collections.abc import Callable
from functools import cache, lru_cache, wraps
from importlib.resources import files
from typing import Annotated, Any, Self, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

LINE_LIMIT = 10_000
PROSE_LIMIT = 100_000
KEY_LIMIT = 1_000

_Many = TypeVar("_Many")
_Made = TypeVar("_Made")
_FEW = 4  # searches that are looked at at the same time, in one process

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BREAK = re.compile("\r\n|[\r\u2028\u2029\x85]")


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which no encoding can carry, turned into U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def clean_prose(text: str) -> str:
    """Text of several lines: line breaks become LF, control characters go, lone surrogates become U+FFFD."""
    if text.isprintable():  # what is nearly all text needs none of it
        return text
    return _CONTROL.sub("", _BREAK.sub("\n", without_surrogates(text)))


def clean_line(text: str) -> str:
    """Text of one line: as `clean_prose`, with line breaks and tabs turned into spaces."""
    return text if text.isprintable() else re.sub(r"[\n\t]+", " ", clean_prose(text))


def with_one_stop(text: str) -> str:
    """The text without a second stop behind what brings its own: “at Acme Inc..”, “at Yahoo!.”, “you asked “why?”.”."""
    return re.sub(r"(?<=\w)([.!?][”“]?)\.(?=\s|$)", r"\1", text)


@cache
def zone_names() -> frozenset[str]:
    """All IANA zone names that this machine knows."""
    return frozenset(available_timezones())


@cache
def _usual_zones() -> frozenset[str]:
    return frozenset(files("tzdata").joinpath("zones").read_text("utf-8").split())


def is_zone(name: str) -> bool:
    """Whether this machine knows the zone; to look for all that it knows takes 20 ms, so the usual ones come first."""
    return name in _usual_zones() or name in zone_names()


def check_zone(name: str) -> str:
    """The zone's name itself; raises ValueError with a sentence when there is no such zone."""
    if not is_zone(name):
        msg = f"“{shown(name)}” is not a time zone; write it like “Europe/Berlin”"
        raise ValueError(msg)
    return name


def shown(value: str, limit: int = 40) -> str:
    """A value as it may stand in a sentence: on one line and short."""
    line = clean_line(value)
    return line if len(line) <= limit else line[: limit - 1] + "…"


def once(
    make: Callable[[_Many], _Made], alike: Callable[[_Many, _Many], bool] = operator.is_
) -> Callable[[_Many], _Made]:
    """`make`, which keeps what it made of the last arguments, by which object they are: all facts take long.

    `alike`: whether it would make the same of another object.
    """
    known: deque[tuple[_Many, _Made]] = deque(maxlen=_FEW)

    @wraps(make)
    def asked(many: _Many) -> _Made:
        for of, made in tuple(known):
            if of is many:
                return made
        same = next((made for of, made in reversed(tuple(known)) if alike(of, many)), None)
        made = make(many) if same is None else same
        known.append((many, made))
        return made

    return asked


def _door(clean: Callable[[str], str]) -> BeforeValidator:
    return BeforeValidator(lambda value: clean(value) if isinstance(value, str) else value)


Line = Annotated[str, Field(max_length=LINE_LIMIT), _door(clean_line)]
Prose = Annotated[str, Field(max_length=PROSE_LIMIT), _door(clean_prose)]
Id = Annotated[str, Field(min_length=1, max_length=KEY_LIMIT), _door(clean_line)]
Zone = Annotated[str, AfterValidator(check_zone)]


_REGION = re.compile(r"([A-Za-z]{2})-[A-Za-z0-9]{1,3}")  # ISO 3166-2


@lru_cache(maxsize=4096)
def _given(names: frozenset[str]) -> set[str]:
    """The set for these names; nothing changes it, since facts are frozen and a copy of one has a copy of it."""
    return set(names)


class Fact(BaseModel):
    """The base of all facts."""

    model_config = ConfigDict(frozen=True, extra="allow")

    def model_post_init(self, _: Any) -> None:
        """Which fields were given is one set for all alike: a set of its own is a fifth of what a fact takes."""
        object.__setattr__(
            self, "__pydantic_fields_set__", _given(frozenset(self.model_fields_set))
        )

    def replace(self, **changes: Any) -> Self:
        """The same fact with some fields changed, checked again; raises ValidationError."""
        return type(self).model_validate({**dict(self), **changes})


class Located(Fact):
    """A fact with a country and a region of it. A region given as the country (“GB-ENG”) is split, not lost."""

    @model_validator(mode="before")
    @classmethod
    def _region_of_its_own(cls, content: Any) -> Any:
        country = content.get("country") if isinstance(content, dict) else None
        if not isinstance(country, str) or not (found := _REGION.fullmatch(country.strip())):
            return content
        return {**content, "country": found[1], "region": content.get("region") or found[0]}
