"""Reads the corpus of messages (lint_corpus/README.md) that the lint's tests and measurements run on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast, get_args

from followup.messages.lint import Brief, Finding, lint_message
from followup.model.vocabulary import ActionKind, Channel

CORPUS = Path(__file__).with_name("lint_corpus")
_LISTS = {
    "to": "to",
    "colleague": "colleagues",
    "specific": "specifics",
    "other_name": "other_names",
    "other_company": "other_companies",
}


@dataclass(frozen=True)
class Case:
    name: str
    expected: frozenset[str]
    brief: Brief
    raw: str

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """What the lint says of it."""
        return lint_message(self.raw, self.brief)


@dataclass
class _Entry:
    head: list[str]
    settings: list[tuple[str, str]]
    lines: list[str]


def _entries(path: Path) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            if entry:
                yield entry
            entry = _Entry([part.strip() for part in line[3:].split("|")], [], [])
        elif entry and line.startswith("@ "):
            key, _, value = line[2:].partition(":")
            entry.settings.append((key.strip(), value.strip()))
        elif entry:
            entry.lines.append(line)
    if entry:
        yield entry


def _settings(lines: list[str]) -> list[tuple[str, str]]:
    pairs = (line.partition(":") for line in lines if ":" in line)
    return [(key.strip(), value.strip()) for key, _, value in pairs]


def _brief(kind: str, channel: str, *layers: list[tuple[str, str]]) -> Brief:
    assert kind in get_args(ActionKind), kind
    assert channel in get_args(Channel), channel
    values: dict[str, Any] = {
        "kind": cast(ActionKind, kind),
        "channel": cast(Channel, channel),
        "other_notes": {},
    }
    for layer in layers:
        for key in {key for key, _ in layer if key in _LISTS}:
            values[_LISTS[key]] = tuple(value for k, value in layer if k == key and value)
        for key, value in layer:
            if key.startswith("note "):
                values["other_notes"][key[5:]] = value.replace("\\n", "\n")
            elif key == "held_until":
                moment, _, reason = value.partition(" ")
                values["held_until"], values["held_reason"] = datetime.fromisoformat(moment), reason
            elif key == "local_time":
                moment, _, day = value.partition(" ")
                values["local_time"], values["is_working_day"] = (
                    datetime.fromisoformat(moment),
                    day == "working",
                )
            elif key not in _LISTS:
                assert key in {"company", "role", "me", "sign_off", "linkedin_limit"}, key
                values[key] = int(value) if key == "linkedin_limit" else value
    return Brief(**values)


def _changed(raw: str, lines: list[str], name: str) -> str:
    old = None
    for line in lines:
        text = line[2:].replace("\\n", "\n")
        if line.startswith("- "):
            old = text
        elif line.startswith("+"):
            assert old is not None, name
            assert old in raw, f"{name}: {old!r} is not in the message"
            raw = raw.replace(old, text, 1)
    return raw


def read_corpus(pattern: str = "*.txt", folder: Path | None = None) -> list[Case]:
    """The cases of the files that the pattern names; the same ones, however often they are asked for."""
    return [case for path, case in _whole(folder or CORPUS) if path.match(pattern)]


@cache
def _whole(folder: Path) -> list[tuple[Path, Case]]:
    contexts: dict[str, list[tuple[str, str]]] = {}
    good: dict[str, tuple[str, str, str, list[tuple[str, str]], str]] = {}
    cases: list[tuple[Path, Case]] = []
    files = sorted(folder.glob("*.txt"), key=lambda path: ("bad" in path.name, path.name))
    for path in files:
        for number, entry in enumerate(_entries(path)):
            word, _, rest = entry.head[0].partition(" ")
            raw = "\n".join(entry.lines).strip("\n") + "\n"
            if word == "context":
                contexts[rest] = _settings(entry.lines)
                continue
            codes = (
                frozenset()
                if word == "good"
                else frozenset(code.strip() for code in rest.split(","))
            )
            name = rest if word == "good" else f"{path.stem}-{number}-{rest.replace(', ', '-')}"
            if len(entry.head) > 2:
                context, kind, channel = entry.head[1:4]
                brief = _brief(kind, channel, contexts[context], entry.settings)
                if word == "good":
                    good[rest] = (context, kind, channel, entry.settings, raw)
            else:
                context, kind, channel, settings, base = good[entry.head[1].removeprefix("from ")]
                brief = _brief(kind, channel, contexts[context], settings, entry.settings)
                raw = _changed(base, entry.lines, name)
            cases.append((path, Case(name, codes, brief, raw)))
    return cases
