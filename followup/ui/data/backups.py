"""The backups: what each holds against now, and the way back to it."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.prose.text import counted, moment_words
from followup.store.compare import Comparison, RecordCounts
from followup.store.state import Backup
from followup.ui.base import feedback, session
from followup.ui.base.looks import md1
from followup.ui.data.file import failed

_CHOSEN = "data_backup_chosen"
_SHOWN = 10
_REASONS = {
    "auto": "automatic",
    "by-hand": "by hand",
    "conflict": "the copy of a sync service",
    "left": "left by a program that was ended",
    "before-delete": "before several applications were deleted",
    "before-import": "before an import",
    "before-mending": "before a record was mended or removed",
    "before-upgrade": "before an upgrade",
}


def backups() -> None:
    """The list, newest first, with a preview of the one that is to be restored."""
    st.header("Backups", anchor=False)
    st.button("Back up now", key="data_back_up", icon=":material/save:", on_click=_back_up)
    found = session.store().backups.list()
    if not found:
        st.markdown("There are none yet: the first save makes one.")
    everything = len(found) <= _SHOWN or st.toggle(f"Show all {len(found)}", key="data_backups_all")
    for backup in found if everything else found[:_SHOWN]:
        _row(backup)


def rescue() -> None:
    """For the frame: a way back where the data file is gone or cannot be read."""
    try:
        found = session.store().backups.list()
    except FollowupError as error:
        failed(error)
        return
    if found:
        st.header("Backups of it", anchor=False)
        for backup in found[:_SHOWN]:
            _row(backup)


def _row(backup: Backup) -> None:
    with st.container(border=True, key=f"data_backup_{backup.name}", gap="xsmall"):
        try:
            seen = _seen(session.store().key, _version(), backup.name)
        except FollowupError as error:
            failed(error)
            return
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{md1(_when(backup))}**, {md1(reason(backup.reason))}", width="stretch")
            st.button(
                "Restore …",
                key=f"data_restore_{backup.name}",
                on_click=_choose,
                args=(backup.name,),
                disabled=seen.same,
                type="tertiary",
            )
        st.markdown(md1(in_words(seen)))
        if st.session_state.get(_CHOSEN) == backup.name:
            _preview(backup, seen)


def _preview(backup: Backup, seen: Comparison) -> None:
    for line in what_would_happen(seen):
        st.markdown(f"- {md1(line)}")
    st.markdown("What you have now is backed up first, and Undo brings it back.")
    with st.container(horizontal=True):
        st.button(
            "Restore this one",
            key="data_restore_yes",
            type="primary",
            on_click=_restore,
            args=(backup,),
        )
        st.button("Cancel", key="data_restore_no", on_click=_choose, args=(None,))


def _version() -> str:
    try:
        return session.snapshot().version
    except FollowupError:
        return ""


@st.cache_resource(show_spinner=False, max_entries=200)
def _seen(path: str, version: str, name: str) -> Comparison:
    del path, version  # they name the entry in the cache
    return session.store().backups.compare(name)


def _when(backup: Backup) -> str:
    try:
        return moment_words(backup.at, session.clock())
    except FollowupError:
        return f"{backup.at.astimezone():%Y-%m-%d %H:%M}"


def reason(word: str) -> str:
    """Why a backup was made."""
    return _REASONS.get(word, word.replace("before-", "before a ").replace("-", " "))


def in_words(seen: Comparison) -> str:
    """What it holds against now."""
    if seen.same:
        return "The same as now."
    parts = (
        _held(seen.applications, "application"),
        _held(seen.interviews, "interview"),
        _held(seen.touchpoints, "message or call", "messages and calls"),
    )
    return "; ".join(parts)


def _held(count: RecordCounts, one: str, many: str | None = None) -> str:
    more = count.there - count.here
    against = f"{abs(more)} {'more' if more > 0 else 'fewer'} than now" if more else ""
    changed = f"{count.changed} changed" if count.changed else ""
    said = ", ".join(filter(None, (against, changed)))
    return counted(count.there, one, many) + (f" ({said})" if said else "")


def what_would_happen(seen: Comparison) -> list[str]:
    """What a restore does to the data, a line for each kind of record that it touches."""
    kinds = (
        (seen.applications, "application", None),
        (seen.interviews, "interview", None),
        (seen.touchpoints, "message or call", "messages and calls"),
    )
    lines = []
    for count, one, many in kinds:
        said = {
            "would come back": count.only_there,
            "would go": count.only_here,
            "would be as before": count.changed,
        }
        lines += [f"{counted(number, one, many)} {what}" for what, number in said.items() if number]
    return lines or ["Only settings, snoozes, skips or templates would change."]


def _choose(name: str | None) -> None:
    st.session_state[_CHOSEN] = name


def _restore(backup: Backup) -> None:
    store = session.store()
    if feedback.change(lambda: store.backups.restore(backup.name, now=session.now())) is not None:
        _choose(None)


def _back_up() -> None:
    try:
        session.store().backups.make(now=session.now())
    except FollowupError as error:
        feedback.refuse(*str(error).splitlines())
    else:
        feedback.tell("Backed up.")
