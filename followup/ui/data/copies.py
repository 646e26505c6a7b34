"""Conflict copies: another version of the data beside it, compared, and taken over record by record."""

from typing import Any

import streamlit as st

from followup.model.beside import Template
from followup.model.errors import FollowupError
from followup.model.fact import Fact
from followup.model.facts import Application, Interview, Person, Touchpoint
from followup.prose.text import full_date, moment_words
from followup.store.compare import Difference
from followup.store.file_store import ConflictCopy, FileStore
from followup.ui.base import feedback, session
from followup.ui.base.looks import in_label, md1
from followup.ui.data.file import failed

_SHOWN = 100
_LONGEST = 80


def copies() -> None:
    """Each copy with what differs in it."""
    store = session.file()
    found = store.copies.list() if store else ()
    if found:
        st.header("Other versions of your data", anchor=False)
        st.markdown(
            "Two computers changed your data at the same time, and these files hold the other version. "
            "Take over what is missing here; then put the file away."
        )
    for copy in found:
        if store:
            _copy(store, copy)


def _copy(store: FileStore, copy: ConflictCopy) -> None:
    with st.container(border=True, key=f"data_copy_{copy.path.name}"):
        when = moment_words(copy.at, session.clock())
        st.markdown(f"**{md1(copy.path.name)}**, from {md1(copy.service)}, {md1(when)}")
        try:
            differing = store.copies.differences(copy)
        except FollowupError as error:
            failed(error)
            return
        if not differing:
            st.markdown("It holds nothing that is not here.")
        keys = {}
        for each in differing[:_SHOWN]:
            keys[each.path] = f"data_take_{copy.path.name}_{'/'.join(each.path)}"
            st.checkbox(in_label(label(each)), key=keys[each.path])
            for line in fields(each):
                st.markdown(f":small[{md1(line)}]")
        if len(differing) > _SHOWN:
            st.markdown(f"… and {len(differing) - _SHOWN} more, once these are settled.")
        with st.container(horizontal=True):
            st.button(
                "Take over what is ticked",
                key=f"data_take_over_{copy.path.name}",
                on_click=_take_over,
                args=(store, copy, keys),
                disabled=not differing,
            )
            st.button(
                "Put it away",
                key=f"data_put_away_{copy.path.name}",
                on_click=_put_away,
                args=(store, copy),
                help="The file goes to the backups; nothing is deleted.",
            )


def label(difference: Difference) -> str:
    """What differs, and how."""
    here, there = difference.here, difference.there
    what = _named(difference, there if there is not None else here)
    if here is None:
        return f"{what}: only there"
    return f"{what}: only here (taken over, it would go)" if there is None else f"{what}: differs"


def _named(difference: Difference, record: Any) -> str:
    of = f" of {difference.of}" if difference.of else ""
    match record:
        case Application():
            return f"Application, {record.company}"
        case Interview():
            return f"Interview{of} on {_day(record.begins)}"
        case Touchpoint():
            purpose = record.purpose.replace("_", " ")
            return f"{purpose.capitalize()}{of} ({record.direction}) on {_day(record.at)}"
        case Person():
            return f"Person{of}, {record.name}"
        case Template():
            return f"Template, {record.name}"
    names = {"settings": "Your settings", "snoozes": "A snooze", "skips": "A skip"}
    return names.get(difference.path[0], "What this version does not know")


def _day(moment: Any) -> str:
    return full_date(moment.date(), session.clock().today)


def fields(difference: Difference) -> list[str]:
    """The fields that differ where both versions have the record: here, and there."""
    here, there = difference.here, difference.there
    if not (isinstance(here, Fact) and isinstance(there, Fact)):
        return []
    one, two = here.model_dump(mode="json"), there.model_dump(mode="json")
    return [
        f"{name.replace('_', ' ')}: {_short(one.get(name))} here, {_short(two.get(name))} there"
        for name in one | two
        if one.get(name) != two.get(name)
    ]


def _short(value: Any) -> str:
    text = "nothing" if value in (None, "", []) else f"“{value}”"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _take_over(store: FileStore, copy: ConflictCopy, keys: dict[tuple[str, ...], str]) -> None:
    paths = frozenset(path for path, key in keys.items() if st.session_state.get(key))
    if not paths:
        feedback.refuse("Nothing is ticked, so nothing was taken over.")
        return
    feedback.change(lambda: store.copies.take_over(copy, paths, now=session.now()))


def _put_away(store: FileStore, copy: ConflictCopy) -> None:
    try:
        store.copies.put_away(copy, now=session.now())
    except FollowupError as error:
        feedback.refuse(*str(error).splitlines())
    else:
        feedback.tell("Put away among the backups.")
