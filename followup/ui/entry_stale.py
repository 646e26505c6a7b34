"""The entry form over an application that was saved elsewhere meanwhile: both versions, to pick from field by field."""

import streamlit as st

from followup.model.facts import Application
from followup.ui import session
from followup.ui.entry_draft import opened
from followup.ui.entry_merge import Differing, Side, Versions, versions
from followup.ui.entry_rows import present
from followup.ui.entry_stale_words import added, label, words
from followup.ui.entry_state import Entry
from followup.ui.text import md1

_SIDES: dict[Side, str] = {"mine": "Mine", "newer": "The newer one"}
_ALL: dict[Side, str] = {"mine": "All mine", "newer": "All of the newer one"}


def stale(entry: Entry) -> Versions | None:
    """The versions to pick from; None where the form is on the newest state, or that changed nothing in the form."""
    application = session.application(entry.name)
    if application is None or _rev(entry) == entry.meta.rev:
        return None
    both = _versions(entry, application)
    theirs = any("newer" in difference.changed for difference in both.differing())
    return both if theirs or added(both) else None


def _rev(entry: Entry) -> int:
    return session.snapshot().revs.get(entry.name, 0)


def _versions(entry: Entry, application: Application) -> Versions:
    return versions(entry.meta.seed, entry.collect(), opened(application), present().today)


def settled(entry: Entry) -> bool:
    """Bring the form onto the newest state, for a save: as picked, and at once where there is nothing to pick."""
    session.newest()  # where there is none, the save itself will say what is wrong with the file
    application = session.application(entry.name)
    if application is None or _rev(entry) == entry.meta.rev:
        return True
    picks: dict[str, Side] = {}
    both = stale(entry)
    if both:
        if not _shown(entry):
            return False
        for difference in both.differing():
            picked: Side | None = st.session_state.get(_key(entry, difference))
            if picked is None:
                return False
            picks[difference.field] = picked
    merged = _versions(entry, application)
    entry.rebase(merged.merged(picks), merged.newer, _rev(entry))
    return True


def _key(entry: Entry, difference: Differing) -> str:
    return entry.button(f"pick_{_rev(entry)}_{difference.field}")


def _shown(entry: Entry) -> bool:
    """Whether the user has seen the two versions, these very ones."""
    return entry.meta.compared == _rev(entry)


def stale_note(entry: Entry) -> None:
    """Above the form: that there is something to pick below it."""
    if stale(entry):
        st.markdown(
            ":orange[:material/sync_problem:] **This application was changed in another tab since you opened this "
            "form.** What you typed is still here. Beside Save you pick, field by field, what counts."
        )


def stale_box(entry: Entry) -> bool:
    """Beside Save: every field that differs, in both versions; whether there is any."""
    both = stale(entry)
    if both is None:
        return False
    entry.meta.compared = _rev(entry)
    differing = both.differing()
    with st.container(border=True, key="entry_stale", gap="small"):
        st.markdown(
            ":orange[:material/sync_problem:] **Not saved yet: it was changed in another tab meanwhile.** Pick what "
            "counts, then save. Where one side alone changed something, that is picked already."
        )
        if more := added(both):
            st.markdown(f":material/add: Added there, and kept: {md1(', '.join(more))}")
        if len(differing) > 1:
            _all_of_one(entry, differing)
        for difference in differing:
            _pick(entry, both, difference)
    return True


def _all_of_one(entry: Entry, differing: tuple[Differing, ...]) -> None:
    with st.container(horizontal=True):
        for side in _SIDES:
            st.button(
                _ALL[side],
                key=entry.button(f"all_{side}"),
                on_click=_take_all,
                args=([_key(entry, difference) for difference in differing], side),
            )


def _take_all(keys: list[str], side: Side) -> None:
    for key in keys:
        st.session_state[key] = side


def _pick(entry: Entry, both: Versions, difference: Differing) -> None:
    key = _key(entry, difference)
    st.session_state.setdefault(key, difference.preset)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{md1(label(both, difference), 160)}**")
        left, right = st.columns(2)
        for column, side in zip((left, right), _SIDES, strict=True):
            with column, st.container(gap="xxsmall"):
                st.markdown(f":small[{_SIDES[side]}{_who_changed(difference, side)}]")
                st.text(words(both, difference, side))
        st.radio(
            f"Which one counts: {md1(label(both, difference), 160)}",
            list(_SIDES),
            format_func=lambda side: _SIDES[side],
            key=key,
            index=None,
            horizontal=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        if st.session_state.get(key) is None:
            st.markdown(":red[:material/error: Both changed it: pick one.]")


def _who_changed(difference: Differing, side: Side) -> str:
    return ", as it was" if side not in difference.changed else ""
