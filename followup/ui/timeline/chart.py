"""The Timeline page's parts: the chart, the same in words, the dialog of a mark."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from followup.model.vocabulary import LIVE, Status
from followup.playbook.case import company_name
from followup.ui.actions.cards import due_words
from followup.ui.application.dialog import application_of, dialog_body
from followup.ui.base import session
from followup.ui.base.looks import STATUSES, md1
from followup.ui.parts.charts import draw
from followup.views.labels import one_line
from followup.views.listing import next_actions
from followup.views.timeline.in_words import InWords, happenings, quiet_words, summary, windows
from followup.views.timeline.parts import POINT_WORDS, Lane
from followup.views.timeline.rows import chart, rows_of
from followup.views.words import Period, title

WORDS: dict[Status, str] = {status: look.word for status, look in STATUSES.items()}
_LOOK_WORDS: Mapping[str, str] = dict([*WORDS.items(), *POINT_WORDS.items()])
_POINT_ICONS: dict[str, str] = {
    "interview": ":material/groups:",
    "promise": ":material/event_available:",
    "sent": ":material/send:",
    "received": ":material/inbox:",
}
_OPEN_ID = "timeline_open"
_GENERATION = "timeline_generation"
_ENTRIES = 12


def show_chart(shown: Sequence[Lane], period: Period) -> None:
    """The chart of these lanes; a click on a mark opens its dialog."""
    now = session.clock()
    rows = rows_of(shown, WORDS, period, _steps(shown))
    key = f"timeline_chart_{st.session_state.get(_GENERATION, 0)}"
    _legend({bar.status for lane in shown for bar in lane.bars})
    draw(
        chart(rows, period, now.wall(now.now)),
        key=key,
        on_select=lambda: _picked(key),
        alt=summary(shown, period, now.today),
    )


def _steps(shown: Sequence[Lane]) -> Mapping[str, tuple[str, str]]:
    """For each application what comes next: its key, and what and by when in a few words."""
    found = {}
    of = session.plan().of
    mine = (action for lane in shown for action in of.get(lane.application, ()))
    for name, action in next_actions(mine, session.clock()).items():
        application = session.application(name)
        if application:
            words = f"{one_line(title(action, application), 30)}, {due_words(action)}"
            found[name] = (action.key, words)
    return found


def _legend(drawn: Collection[Status]) -> None:
    """What the chart's colours and shapes mean: the same icons and words as everywhere."""
    looks = [look for status, look in STATUSES.items() if status in LIVE or status in drawn]
    outlines = {"": "", "plain": " (outlined)", "dashed": " (dashed outline)"}
    said = " · ".join(
        f":{look.color}[{look.icon} {look.word}{outlines[look.outline]}]" for look in looks
    )
    st.markdown(
        f":small[{said}  \n"
        "■ Interview · ◆ Promise · ▶ Sent · ◀ Received · □ ◇ Called off or moved · Solid: until it is due · "
        "Faint: until it is too late · :violet[▬] No check yet]"
    )


def _picked(key: str) -> None:
    """The mark that was clicked: bare ground selects nothing, the line of today an empty thing."""
    selection = st.session_state[key].get("selection", {})
    found = [
        item.get("id") for items in selection.values() for item in items if isinstance(item, dict)
    ]
    if found and found[0]:
        st.session_state[_OPEN_ID] = found[0]


def plan_list(shown: Sequence[Lane]) -> None:
    """Every window in words, each a button."""
    icons: dict[str, str] = {status: look.icon for status, look in STATUSES.items()}
    _buttons(windows(shown), icons, "plan", "Nothing is to be done in this period.")
    quiet = quiet_words(shown, session.clock().today)
    if quiet:
        body = "\n".join(f"- {md1(words)}" for words in quiet[:_ENTRIES])
        st.markdown(
            f"**Where no check goes yet**\n\n{body}\n\nAnswers, thanks, what you promised and word of another "
            "offer do not wait."
        )


def happened_list(shown: Sequence[Lane]) -> None:
    """Every interview, message and promised day in words, each a button."""
    _buttons(happenings(shown), _POINT_ICONS, "happened", "Nothing happened in this period.")


def _buttons(items: Sequence[InWords], icons: Mapping[str, str], name: str, empty: str) -> None:
    if not items:
        st.markdown(empty)
    pages = max(1, -(-len(items) // _ENTRIES))
    key = f"timeline_{name}_page"
    if st.session_state.get(key, 1) > pages:
        st.session_state[key] = pages
    page = st.session_state.get(key, 1)
    shown = items[(page - 1) * _ENTRIES : page * _ENTRIES]
    with st.container(gap="xxsmall"):
        for before, item in zip((None, *shown), shown, strict=False):
            if item.look in WORDS and (before is None or before.look != item.look):
                st.markdown(f"**{_LOOK_WORDS[item.look]}**")
            _entry(item, icons[item.look], name)
    if pages > 1:
        st.pagination(pages, key=key)


def _entry(item: InWords, icon: str, name: str) -> None:
    st.button(
        md1(f"{item.when[:1].upper()}{item.when[1:]} · {item.title}", 160),
        key=f"timeline_{name}_{item.id}",
        icon=icon,
        type="tertiary",
        help=f"{_LOOK_WORDS[item.look]}: {md1(item.title)}",
        wrap=False,
        on_click=_open,
        args=(item.id,),
    )


def _open(identity: str) -> None:
    st.session_state[_OPEN_ID] = identity


def _close() -> None:
    """The chart begins anew, with nothing selected: else a second click on the same mark would only unselect it."""
    st.session_state[_GENERATION] = st.session_state.get(_GENERATION, 0) + 1


def dialog_if_open() -> None:
    """The dialog of the mark that was picked just now. It is opened once: any later run of the whole page closes it."""
    identity: str | None = st.session_state.pop(_OPEN_ID, None)
    application = application_of(identity) if identity else None
    if identity and application:
        show = st.dialog(md1(company_name(application), 80), width="medium", on_dismiss=_close)(
            _body
        )
        show(identity, session.snapshot().version)


def _body(identity: str, version: str) -> None:
    dialog_body(identity, version, "timeline", _close)
