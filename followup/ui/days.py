"""Fields for a day and for a moment that drop nothing of what was typed or pasted.

Streamlit's own, left alone, put the old day back where the year was typed as “26”, where the day lies outside the
calendar's limits, or where it was pasted as 2026-03-06: the server never hears of it, and the old day would be saved.
So every day reaches us, and the check beside the field decides; what the browser would drop, `watched` completes
by Streamlit's own way, a paste of the whole day in the field's format.
"""

from datetime import date
from typing import Any

import streamlit as st

from followup.ui.entry_times import meant, odd_year
from followup.ui.feedback import refuse

_FORMAT = "DD/MM/YYYY"
_ANY: dict[str, Any] = {"min_value": date.min, "max_value": date.max}
_JS = """
const FIELDS = '[data-testid=stDateInputField], [data-testid=stDateTimeInputField]';
const fieldOf = target => target instanceof Element ? target.closest(FIELDS) : null;
const put = (field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};
const shortYear = field => {
  const part = name => field.querySelector(`[data-type=${name}]`)?.textContent.trim() ?? '';
  const [day, month, year, hour, minute] = ['day', 'month', 'year', 'hour', 'minute'].map(part);
  const typed = [day, month, year].every(text => /^\\d+$/.test(text));
  if (!typed || year.length > 3) return null;
  const time = /^\\d+$/.test(hour) && /^\\d+$/.test(minute) ? `, ${hour}:${minute.padStart(2, '0')}` : '';
  return `${day}/${month}/${year.padStart(4, '0')}${time}`;
};
const left = (field, next) => {
  if (!field || (next && (field.contains(next) || next.closest?.('[data-testid$=Calendar]')))) return;
  const text = shortYear(field);
  if (text) setTimeout(() => put(field, text));  // once the field has put the old day back
};
const pasted = event => {
  const field = event.isTrusted && fieldOf(event.target);
  if (!field) return;
  const text = event.clipboardData.getData('text').trim();
  const iso = /^(\\d{4})-(\\d\\d?)-(\\d\\d?)(?:[T ](\\d\\d?:\\d\\d))?/.exec(text);
  const dotted = /^(\\d\\d?)[.\\-\\/ ]+(\\d\\d?)[.\\-\\/ ]+(\\d{2,4})(?:,? +(\\d\\d?:\\d\\d))?$/.exec(text);
  const [day, month, year, time] = iso ? [iso[3], iso[2], iso[1], iso[4]] : dotted ? dotted.slice(1) : [];
  if (!day) return;
  event.preventDefault();
  event.stopPropagation();
  const moment = field.matches('[data-testid=stDateTimeInputField]');
  const part = name => field.querySelector(`[data-type=${name}]`)?.textContent.trim();
  const clock = time ?? `${part('hour')}:${part('minute')}`;
  put(field, `${day}/${month}/${year.padStart(4, '0')}${moment ? ', ' + clock : ''}`);
};
export default function () {
  if (document.followupDays) return;
  document.followupDays = true;
  document.addEventListener('focusout', event => left(fieldOf(event.target), event.relatedTarget), true);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' || event.key === 'Tab') left(fieldOf(event.target), null);
  }, true);
  document.addEventListener('paste', pasted, true);
}
"""
_WATCH = st.components.v2.component("followup_days", js=_JS)


def watched() -> None:
    """For the frame, once a run: what is typed into the fields of days reaches the server."""
    with st.sidebar:
        _WATCH(key="days_watched", height=1)


def typed(key: str) -> Any:
    """The day or moment in the field under this key, as it was meant, or None; for callbacks."""
    found: date | None = st.session_state.get(key)
    return None if found is None else meant(found)


def usable(key: str, missing: str) -> Any:
    """As `typed`, for callbacks that cannot go on without it: None after saying why (`missing` where there is none)."""
    found = typed(key)
    sentence = odd_year(found) if found else missing
    if sentence:
        refuse(sentence)
        return None
    return found


def _bring_in(key: str) -> None:
    if key in st.session_state:
        st.session_state[key] = typed(key)


def day_field(label: str, key: str, **more: Any) -> None:
    """A day, or none. It may be any: whoever reads it checks it."""
    _bring_in(key)
    st.date_input(label, value=None, key=key, format=_FORMAT, **_ANY, **more)


def moment_field(label: str, key: str, **more: Any) -> None:
    """A day with its time on the user's wall clock. It may be any: whoever reads it checks it."""
    _bring_in(key)
    st.datetime_input(label, key=key, format=_FORMAT, step=300, **_ANY, **more)
