"""The calendar's table and agenda as one component: real buttons, arrow keys, the theme's own colours.

The only place with CSS and JavaScript of ours. All text goes in as text (`textContent`), never as markup. Where it is
narrow, or the text is large, the table is not shown: the agenda beside it says the same.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

_HTML = "<div id='root'></div>"
_CSS = """
#root { container-type: inline-size; font-family: var(--st-font); color: var(--st-text-color); font-size: .875rem;
  line-height: 1.35; }
.both { display: grid; gap: 1.25rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
caption, .hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
th { padding: .25rem .35rem; text-align: left; font-weight: 600; }
td { border: 1px solid var(--st-border-color); vertical-align: top; height: 5.25rem; padding: .2rem; }
td.weekend { background: color-mix(in srgb, var(--st-text-color) 5%, transparent); }
td.today { background: color-mix(in srgb, var(--st-primary-color) 13%, transparent);
  box-shadow: inset 0 0 0 2px var(--st-primary-color); }
.number { padding: 0 .15rem; font-variant-numeric: tabular-nums; }
td.out .number { font-style: italic; opacity: .8; }
td.today .number { font-weight: 700; }
.holiday { display: block; padding: 0 .15rem; font-size: .75rem; overflow-wrap: anywhere; }
ul { list-style: none; margin: 0; padding: 0; }
button { all: unset; box-sizing: border-box; display: block; width: 100%; cursor: pointer; border-radius: .25rem; }
button:focus-visible { outline: 2px solid var(--st-text-color); outline-offset: 1px; }
button:hover .what, button:hover.more { text-decoration: underline; }
.entry { margin-top: .2rem; padding: .1rem .2rem; border: 1px solid var(--st-border-color);
  border-left: 4px solid var(--mark); background: var(--st-background-color); }
.over .what { opacity: .85; }
.word { font-weight: 600; }
.icon { font-family: "Material Symbols Rounded"; font-size: 1.15em; line-height: 1; display: inline-block; width: 1em;
  height: 1em; overflow: hidden; vertical-align: -.18em; margin-right: .2em; color: var(--mark); font-weight: 400;
  font-feature-settings: "liga"; white-space: nowrap; user-select: none; }
table .entry { font-size: .75rem; }
table .word, table .what { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
table .what { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; white-space: normal;
  overflow-wrap: anywhere; }
.more { padding: .2rem .35rem; margin-top: .2rem; font-size: .78rem; font-weight: 600; }
h2 { font-size: 1.1rem; margin: 0 0 .25rem; font-weight: 600; }
h3 { font-size: .9rem; margin: .8rem 0 .1rem; font-weight: 600; }
h3.today { text-decoration: underline; text-underline-offset: .25em; }
h3 .holiday { display: inline; font-size: inherit; font-weight: 400; }
.agenda p { margin: .1rem 0; }
.agenda .entry { padding: .35rem .5rem; overflow-wrap: anywhere; }
.agenda .more { min-height: 1.5rem; }
summary { margin-top: 1rem; padding: .25rem; cursor: pointer; font-weight: 600; }
summary:focus-visible { outline: 2px solid var(--st-text-color); }
@container (max-width: 40rem) { table { display: none; } }
@container (min-width: 80rem) { .both.wide { grid-template-columns: 3fr 1.2fr; align-items: start; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
@media (forced-colors: active) { td.today { outline: 2px solid Highlight; } .entry { border-left-color: CanvasText; } }
"""
_JS = """
const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const entry = (e, root, inTable) => {
  const item = make('li'), button = make('button', 'entry' + (e.over ? ' over' : ''));
  button.type = 'button';
  button.dataset.id = e.day + ' ' + e.id + (inTable ? ' t' : '');
  button.style.setProperty('--mark', e.color);
  const icon = make('span', 'icon', e.icon);
  icon.setAttribute('aria-hidden', 'true');
  const word = make('span', 'word');
  const time = e.time ? e.time + ' ' : '';
  word.append(icon, inTable ? e.word : time + e.word);
  const what = make('span', 'what', (inTable ? time : '') + e.text);
  button.append(word, make('span', 'hidden', ': '), inTable ? '' : ' ', what);
  if (inTable) button.append(make('span', 'hidden', ', ' + e.when));
  else if (e.note) button.append(make('span', '', ' · ' + e.note));
  if (inTable) button.title = e.word + ': ' + e.text + ', ' + e.when;
  button.onclick = () => root.send('open', e.id);
  item.append(button);
  return item;
};
const list = (entries, more, iso, root, inTable) => {
  const ul = make('ul');
  for (const e of entries) ul.append(entry(e, root, inTable));
  if (more) {
    const item = make('li'), button = make('button', 'more', more.text);
    button.type = 'button';
    button.dataset.id = iso + ' more' + (inTable ? ' t' : '');
    button.append(make('span', 'hidden', ' ' + more.of));
    button.onclick = () => root.send('day', iso);
    item.append(button);
    ul.append(item);
  }
  return ul;
};
const table = (data, root) => {
  const grid = make('table');
  grid.createCaption().textContent = data.title + '. Arrow keys move between the days.';
  const head = grid.createTHead().insertRow();
  for (const [short, long] of data.names) {
    const cell = make('th', '', short);
    cell.scope = 'col';
    cell.abbr = long;
    head.append(cell);
  }
  const body = grid.createTBody();
  for (const week of data.weeks) {
    const row = body.insertRow();
    for (const d of week) {
      const cell = row.insertCell();
      cell.className = [d.out && 'out', d.weekend && 'weekend', d.today && 'today'].filter(Boolean).join(' ');
      if (d.today) cell.setAttribute('aria-current', 'date');
      const number = make('time', 'number', d.label);
      number.dateTime = d.iso;
      cell.append(number);
      if (d.holiday) cell.append(make('span', 'holiday', d.holiday));
      if (d.entries.length || d.more) cell.append(list(d.entries, d.more, d.iso, root, true));
    }
  }
  grid.onkeydown = event => move(event, grid);
  return grid;
};
// Up and down go through a day and on to the day above or below, left and right to the next day that has anything.
const move = (event, grid) => {
  const cells = [...grid.tBodies[0].querySelectorAll('td')], here = event.target.closest('td');
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (!here || !step) return;
  event.preventDefault();
  const mine = [...here.querySelectorAll('button')], at = mine.indexOf(event.target);
  const beside = Math.abs(step) === 7 && mine[at + Math.sign(step)];
  if (beside) return beside.focus();
  for (let i = cells.indexOf(here) + step; i >= 0 && i < cells.length; i += step) {
    const found = cells[i].querySelectorAll('button');
    if (found.length) return found[step === -7 ? found.length - 1 : 0].focus();
  }
};
const section = (s, root) => {
  const part = make('section'), head = make('h3', s.today ? 'today' : '', s.title);
  if (s.holiday) head.append(make('span', 'holiday', ' · ' + s.holiday));
  part.append(head, s.entries.length ? list(s.entries, s.more, s.iso, root, false) : make('p', '', s.empty));
  return part;
};
const agenda = (data, root) => {
  const part = make('div', 'agenda');
  part.append(make('h2', '', data.agenda));
  for (const s of data.sections) part.append(section(s, root));
  if (data.earlier.length) {
    const rest = make('details'), head = make('summary', '', data.earlier_title);
    rest.append(head);
    for (const s of data.earlier) rest.append(section(s, root));
    part.append(rest);
  }
  return part;
};
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector('#root');
  root.send = setTriggerValue;
  const now = JSON.stringify(data);
  if (root.drawn === now) return;
  root.drawn = now;
  const focused = parentElement.activeElement?.dataset?.id;
  const both = make('div', data.weeks.length ? 'both wide' : 'both');
  if (data.weeks.length) both.append(table(data, root));
  both.append(agenda(data, root));
  root.replaceChildren(both);
  if (focused) [...root.querySelectorAll('button')].find(b => b.dataset.id === focused)?.focus();
}
"""

_MONTH = st.components.v2.component("followup_month", html=_HTML, css=_CSS, js=_JS)


def month(
    data: Mapping[str, Any], key: str, *, on_open: Callable[[], None], on_day: Callable[[], None]
) -> None:
    """The table and the agenda.

    `on_open` runs when an entry was pressed (its id stands in `st.session_state[key].open`), `on_day` when a day's
    “+3 more” was (the day stands in `.day`).
    """
    _MONTH(key=key, data=dict(data), on_open_change=on_open, on_day_change=on_day)
