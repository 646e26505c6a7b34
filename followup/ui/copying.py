"""Copy buttons that tell the page that they were pressed; Streamlit's own keep it to themselves.

What is copied is the text as it stands in the field at that moment, also what was typed since the page was last drawn.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

import streamlit as st

_HTML = "<div id='root'></div>"
_CSS = """
#root { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; font-family: var(--st-font);
  color: var(--st-text-color); font-size: .875rem; line-height: 1.6; }
button { all: unset; box-sizing: border-box; cursor: pointer; min-height: 2.5rem; padding: .25rem .75rem;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, .5rem);
  background: var(--st-background-color); display: inline-flex; align-items: center; gap: .4rem; }
button:hover { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
.icon { font-family: "Material Symbols Rounded"; font-size: 1.2em; line-height: 1; width: 1em; height: 1em;
  overflow: hidden; font-feature-settings: "liga"; white-space: nowrap; user-select: none; }
"""
_JS = """
const asItStands = item => {
  const field = document.querySelector('.' + CSS.escape(item.field) + ' :is(textarea, input)');
  return field ? field.value : item.text;
};
const write = async text => {
  try { await navigator.clipboard.writeText(text); return true; } catch { /* an older way below */ }
  const box = document.createElement('textarea');
  box.value = text;
  document.body.append(box);
  box.select();
  const done = document.execCommand('copy');
  box.remove();
  return done;
};
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector('#root');
  root.send = setTriggerValue;
  const now = JSON.stringify(data);
  if (root.drawn === now) return;
  root.drawn = now;
  root.items = data.items;
  const names = data.items.map(item => item.label).join('\\n');
  if (root.names === names) return;
  root.names = names;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const buttons = data.items.map((first, at) => {
    const button = document.createElement('button'), icon = document.createElement('span');
    button.type = 'button';
    icon.className = 'icon';
    icon.setAttribute('aria-hidden', 'true');
    icon.textContent = 'content_copy';
    button.append(icon, first.label);
    button.onclick = async () => {
      const item = root.items[at], text = asItStands(item);
      if (await write(text)) {
        said.textContent = item.done;
        setTimeout(() => { said.textContent = ''; }, 4000);
        root.send('copied', { what: item.what, text: text });
      } else said.textContent = data.failed;
    };
    return button;
  });
  root.replaceChildren(...buttons, said);
}
"""
_COPY = st.components.v2.component("followup_copy", html=_HTML, css=_CSS, js=_JS)
_FAILED = "The browser does not allow copying: mark the text and copy it by hand."


@dataclass(frozen=True, slots=True)
class Copyable:
    """One button: what it copies, its label, what is said then, the text, and the key of the field that holds it."""

    what: str
    label: str
    done: str
    text: str
    field: str


def copy_buttons(items: Sequence[Copyable], key: str, on_copied: Callable[[], None]) -> None:
    """The buttons side by side. `on_copied` runs when one was pressed; see `copied`."""
    shown = [{**asdict(item), "field": _class_of(item.field)} for item in items]
    _COPY(key=key, data={"items": shown, "failed": _FAILED}, on_copied_change=on_copied)


def copied(key: str) -> tuple[str, str]:
    """In the callback: what was copied, and the text; empty where nothing was."""
    said = getattr(st.session_state.get(key), "copied", None)
    if not isinstance(said, dict):
        return "", ""
    return str(said.get("what", "")), str(said.get("text", ""))


def _class_of(key: str) -> str:
    """The class that Streamlit gives the element with that key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())
