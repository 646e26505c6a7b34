"""What was read from a file, as the JSON of `read --json`: the one place that says how."""

import dataclasses
from datetime import date, datetime
from enum import Enum
from typing import Any

import orjson

from followup.exchange.invite import Invite
from followup.exchange.mail import Mail
from followup.exchange.table import Table

_KINDS = {Mail: "mail", Invite: "invite", Table: "table"}
_RENAMED = {"sender": "from"}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {
            _RENAMED.get(field.name, field.name): _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
        }
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def to_json(read: Mail | Invite | Table) -> bytes:
    """One object with `kind` first; moments in ISO 8601 with their offset, days YYYY-MM-DD, what is unknown null."""
    document = {"kind": _KINDS[type(read)], **_plain(read)}
    if isinstance(read, Invite):
        document["asks"] = _plain(read.asks)
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
