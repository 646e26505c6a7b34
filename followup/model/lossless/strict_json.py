"""JSON as strictly as a file of facts needs it: what would be read silently wrong is refused with a sentence."""

import json
import math
import re
from collections.abc import Sequence
from typing import Any

import orjson

from followup.model.errors import CannotRead, Problem
from followup.model.fact import shown, without_surrogates

MAX_BYTES = 64 * 1024 * 1024
_MARKS = {
    "UTF-32": (b"\xff\xfe\0\0", b"\0\0\xfe\xff"),  # first, since it begins like UTF-16
    "UTF-16": (b"\xff\xfe", b"\xfe\xff"),
}


_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return _object([(without_surrogates(key), _clean(item)) for key, item in value.items()])
    return value


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                msg = f"the key “{shown(key)}” stands twice in one object"
                raise ValueError(msg)
            seen.add(key)
    return found


def _constant(name: str) -> Any:
    msg = f"{name} is not a number that JSON allows"
    raise ValueError(msg)


def _float(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        msg = f"the number {shown(digits)} is too large"
        raise ValueError(msg)
    return value


def _int(digits: str) -> int:
    # orjson, which writes, knows 64 bits; the length is checked first, since int() of a million digits is slow.
    if len(digits) > len("-9223372036854775808") or not -(2**63) <= int(digits) < 2**64:
        msg = f"the number {shown(digits)} is too large"
        raise ValueError(msg)
    return int(digits)


def _refuse(message: str) -> CannotRead:
    return CannotRead([Problem("", message)])


def _text(data: bytes) -> str:
    """The bytes as text, a byte order mark passed over; raises CannotRead."""
    if len(data) > MAX_BYTES:
        raise _refuse(f"The file is larger than {MAX_BYTES // 1024**2} MB; no file of ours is.")
    for name, marks in _MARKS.items():
        if data.startswith(marks):
            raise _refuse(f"The file is written in {name}; save it as UTF-8.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip(b" \t\r\n"):
        raise _refuse("The file is empty.")
    if not data.strip(b" \t\r\n\0"):  # what a crash or a full disk leaves behind
        raise _refuse("The file holds nothing but zero bytes: its content is lost.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _refuse(f"The file is not UTF-8 text (byte {error.start}).") from error


def parse(data: bytes) -> Any:
    """The value that the bytes hold; raises CannotRead with one sentence."""
    text = _text(data)
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_float=_float,
            parse_int=_int,
        )
        value = _clean(value) if _SURROGATE_ESCAPE.search(text) else value
        # What could not be written again is not read: orjson stops at some 250 levels, and the store adds a few.
        orjson.dumps([[[[[[[[value]]]]]]]])
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        if text.startswith("<<<<<<<") or "\n<<<<<<<" in text:
            raise _refuse(f"The file holds conflict marks of a merge ({where}).") from error
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
            raise _refuse(f"The file is cut off in the middle ({where}).") from error
        raise _refuse(f"The file is not JSON: {error.msg} at {where}.") from error
    except ValueError as error:
        raise _refuse(f"The file is refused: {error}.") from error
    except (RecursionError, orjson.JSONEncodeError) as error:
        raise _refuse("The file is nested too deeply to be one of ours.") from error
    return value
