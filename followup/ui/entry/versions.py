"""The entry form over an application that was saved elsewhere meanwhile: both versions, to pick from field by field.

Asked only of a form whose stored application is newer than the one that it was opened on.
"""

import streamlit as st

from followup.forms.fields import opened
from followup.forms.merge import Differing, Side, Versions, versions
from followup.model.facts import Application
from followup.ui.base import session
from followup.ui.base.looks import in_label, md1
from followup.ui.entry.version_words import added, label, words
from followup.ui.parts.kept_form import KeptForm

_SIDES: dict[Side, str] = {"mine": "Mine", "newer": "The newer one"}
_ALL: dict[Side, str] = {"mine": "All mine", "newer": "All of the newer one"}


def _newer(form: KeptForm) -> Versions | None:
    """The versions to pick from; None where the newer state changed nothing in the form, or is gone."""
    application = session.application(form.name)
    if application is None:
        return None
    both = _versions(form, application)
    theirs = any("newer" in difference.changed for difference in both.differing())
    return both if theirs or added(both) else None


def _rev(form: KeptForm) -> int:
    return session.rev(form.name)


def _versions(form: KeptForm, application: Application) -> Versions:
    return versions(form.state.seed, form.collect(), opened(application), session.clock().today)


def rebased(form: KeptForm) -> bool:
    """Before a save: the form goes on from the newer state, as picked, at once where nothing is to be picked.

    Gives whether it does; else something is still to be picked.
    """
    application = session.application(form.name)
    if application is None:
        return True
    picks: dict[str, Side] = {}
    both = _newer(form)
    if both:
        if not _shown(form):
            return False
        for difference in both.differing():
            picked: Side | None = st.session_state.get(_key(form, difference))
            if picked is None:
                return False
            picks[difference.field] = picked
    merged = _versions(form, application)
    form.rebase(merged.merged(picks), merged.newer, _rev(form))
    return True


def _key(form: KeptForm, difference: Differing) -> str:
    return form.button(f"pick_{_rev(form)}_{difference.field}")


def _shown(form: KeptForm) -> bool:
    """Whether the user has seen the two versions, these very ones."""
    return form.state.compared == _rev(form)


def versions_note(form: KeptForm) -> None:
    """Above the form: that there is something to pick below it."""
    if _newer(form):
        st.markdown(
            ":orange[:material/sync_problem:] **This application was changed in another tab since you opened this "
            "form.** What you typed is still here. Beside Save you pick, field by field, what counts."
        )


def versions_box(form: KeptForm) -> bool:
    """Beside Save: every field that differs, in both versions; whether there is any."""
    both = _newer(form)
    if both is None:
        return False
    form.state.compared = _rev(form)
    differing = both.differing()
    with st.container(border=True, key="entry_stale", gap="small"):
        st.markdown(
            ":orange[:material/sync_problem:] **Not saved yet: it was changed in another tab meanwhile.** Pick what "
            "counts, then save. Where one side alone changed something, that is picked already."
        )
        if more := added(both):
            st.markdown(f":material/add: Added there, and kept: {md1(', '.join(more))}")
        if len(differing) > 1:
            _all_of_one(form, differing)
        for difference in differing:
            _pick(form, both, difference)
    return True


def _all_of_one(form: KeptForm, differing: tuple[Differing, ...]) -> None:
    with st.container(horizontal=True):
        for side in _SIDES:
            st.button(
                _ALL[side],
                key=form.button(f"all_{side}"),
                on_click=_take_all,
                args=([_key(form, difference) for difference in differing], side),
            )


def _take_all(keys: list[str], side: Side) -> None:
    for key in keys:
        st.session_state[key] = side


def _pick(form: KeptForm, both: Versions, difference: Differing) -> None:
    key = _key(form, difference)
    st.session_state.setdefault(key, difference.preset)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{md1(label(both, difference), 160)}**")
        left, right = st.columns(2)
        for column, side in zip((left, right), _SIDES, strict=True):
            with column, st.container(gap="xxsmall"):
                st.markdown(f":small[{_SIDES[side]}{_who_changed(difference, side)}]")
                st.text(words(both, difference, side))
        st.radio(
            f"Which one counts: {in_label(label(both, difference), 160)}",
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
