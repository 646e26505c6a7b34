"""No keystroke is lost: what is typed reaches the page at each pause, not only when the field is left.

Streamlit 1.67 takes a text over on blur or Ctrl+Enter alone (`live=` is for one line), and has two ways to lose it:

- A page change (the browser's Back, a link) sends no values of the page that is left. So what was not taken over yet is
  put aside in the browser's `localStorage`, also by a reload or the closing of the tab, and put back once its field
  is there again, if the field still says what it said before: nothing newer is ever overwritten.
- The values of a blur are sent a moment later than the click that caused it, under the address of the old page: the
  click on a link is undone. So that click waits until they have arrived.

Taking over is Streamlit's own Ctrl+Enter, pressed by us: it does nothing to focus, caret or selection.
"""

import streamlit as st

_JS = """
const PAUSE = 400, ARRIVED = 2000, PATIENCE = 1500, GONE = 1000, FORGOTTEN = 7 * 86400e3;  // milliseconds
const FIELDS = '[data-testid=stTextArea] textarea, input[data-testid=stTextInputField]:not([type=password])';
const LINKS = '[data-testid=stSidebarNavLink], [data-testid=stPageLink-NavLink], [data-testid=stLogoLink]';
const LEFT = 'followup-left ';
// By the field's class: all that the page may still say there, and what was typed and may not have arrived.
const typed = new Map();
const left = new Map();  // as `typed`, for fields that are gone for now; and so in the browser's storage
let field = null, timer = 0, sent = 0;

const fieldOf = event => event.target instanceof Element && event.target.matches(FIELDS) ? event.target : null;
const nameOf = field => field.closest('[class*="st-key-"]')?.className.match(/st-key-[-\\w]+/)?.[0];
// A browser may have no room for us, or let no site keep anything: then this tab alone knows it.
const attempt = doing => { try { doing(); } catch { /* see above */ } };
const running = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'notRunning';

const onItsWay = () => {
  clearTimeout(timer);
  const name = field && nameOf(field), entry = typed.get(name);
  field = null;
  if (!entry) return;
  sent = Date.now();
  entry.said.push(entry.text);
  const { length } = entry.said;
  setTimeout(() => { if (typed.get(name) === entry && entry.said.length === length) typed.delete(name); }, ARRIVED);
};
const takeOver = () => {
  if (field?.isConnected) field.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
  onItsWay();
};
const wait = () => {
  clearTimeout(timer);
  timer = setTimeout(takeOver, PAUSE);
};
const putAside = () => {
  clearTimeout(timer);
  for (const [name, entry] of typed) {
    left.set(name, { ...entry, at: Date.now() });
    attempt(() => localStorage.setItem(LEFT + name, JSON.stringify(left.get(name))));
  }
  typed.clear();
};
const putBack = () => {
  if (!left.size || running()) return;
  for (const [name, entry] of left) {
    const one = document.querySelector('.' + name)?.querySelector(FIELDS);
    if (!one || Date.now() - entry.at < GONE) continue;
    left.delete(name);
    attempt(() => localStorage.removeItem(LEFT + name));
    if (one.value === entry.text || !entry.said.includes(one.value)) continue;
    typed.set(name, entry);
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value').set.call(one, entry.text);
    one.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

const listen = () => {
  const on = (what, act) => window.addEventListener(what, act, true);
  on('beforeinput', event => {
    const one = fieldOf(event), name = one && nameOf(one);
    if (name && !typed.has(name)) typed.set(name, { said: [one.value], text: one.value });
  });
  on('input', event => {
    const one = fieldOf(event), name = one && nameOf(one);
    if (!name) return;
    if (!typed.has(name)) typed.set(name, { said: [] });  // filled in by the browser
    field = one;
    typed.get(name).text = one.value;
    if (event.isComposing) clearTimeout(timer); else wait();
  });
  on('compositionend', event => { if (fieldOf(event)) wait(); });
  on('blur', event => { if (fieldOf(event) === field) onItsWay(); });  // Streamlit takes it over
  on('popstate', putAside);
  on('pagehide', () => { takeOver(); putAside(); });
  document.addEventListener('visibilitychange', () => { if (document.hidden) takeOver(); });
  on('click', event => {
    const link = event.target instanceof Element && event.target.closest(LINKS);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere) return;
    if (!field && !running() && Date.now() - sent > 100) return putAside();
    event.preventDefault();
    event.stopImmediatePropagation();
    takeOver();
    let waited = 0, ran = false;
    const again = setInterval(() => {
      waited += 30;
      ran ||= running();
      if (waited < PATIENCE && (running() || !ran && waited < 250)) return;
      clearInterval(again);
      putAside();
      link.click();
    }, 30);
  });
  attempt(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(LEFT)) continue;
      const entry = JSON.parse(localStorage.getItem(key));
      if (Date.now() - entry.at < FORGOTTEN) left.set(key.slice(LEFT.length), entry);
      else localStorage.removeItem(key);
    }
  });
  setInterval(putBack, 200);
};

export default function () {
  if (document.followupKeystrokes) return;
  document.followupKeystrokes = true;
  listen();
}
"""
_KEYSTROKES = st.components.v2.component("followup_keystrokes", js=_JS)


def keystrokes() -> None:
    """For the frame, once a run."""
    with st.sidebar:
        _KEYSTROKES(key="keystrokes", height=1)
