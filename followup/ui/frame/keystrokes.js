// Milliseconds.
const PAUSE = 400;
const PATIENCE = 1500;
const SETTLING = 8000;
const UNANSWERED = 30e3;
const GONE = 1000;
const MOMENT = 100;
const FORGOTTEN = 7 * 86400e3;
const STILL = 4; // pixels that a mouse may move in a click
const FIELDS =
  '[data-testid=stTextArea] textarea, input[data-testid=stTextInputField]:not([type=password])';
const LINKS =
  '[data-testid=stSidebarNavLink], [data-testid=stPageLink-NavLink], [data-testid=stLogoLink]';
// Where a letter is typed, and not a key pressed.
const WRITING =
  ':is(input:not([type=checkbox], [type=radio], [type=range], [type=button], [type=file]), textarea, select):not([readonly]), [contenteditable]:not([contenteditable=false])';
const POPOVER = '[data-testid=stPopoverBody]';
let LEFT = 'followup-left '; // and whose it is, where several may use this browser
// By the field's class: all that the page may still say there, what was typed, and the number it was handed over with
// (0: not yet). It stays until a whole run has answered for that number: what a run has begun with may die with it.
const typed = new Map();
const left = new Map(); // as `typed`, for fields that are gone for now
let field = null;
let timer = 0;
let sent = 0;
let number = 0; // of the last that was handed over
let session = null; // the server's; another one knows nothing of what the one before was told
/** @type {(last: number) => void} */
let handOver = () => {}; // tells the server that number
let cut = false; // whether there is no connection
let settling = 0; // since when it is there again and quiet, and not all that was typed has been answered for
let drawn = 0; // when another session had drawn its first page
let told = false; // whether anything has been answered since then
let closed = true; // whether no popover was open when the mouse was clicked
let keys = {}; // by letter: the address that it leads to
let wrote = 0; // when a key last went into a field: one may be taken away in the middle of a word
let pressed = null; // the button that the mouse is down on, and where the mouse was then

const fieldOf = (event) =>
  event.target instanceof Element && event.target.matches(FIELDS) ? event.target : null;
const nameOf = (field) =>
  field.closest('[class*="st-key-"]')?.className.match(/st-key-[-\w]+/)?.[0];
/** @returns {HTMLInputElement | HTMLTextAreaElement | null} */
const fieldNamed = (name) => document.querySelector(`.${name}`)?.querySelector(FIELDS);
/** @returns {HTMLButtonElement | undefined} */
const buttonOf = (event) => event.composedPath().find((one) => one instanceof HTMLButtonElement);
// A run may have drawn it anew.
const press = (button, name) =>
  (button.isConnected ? button : name && document.querySelector(`.${name} button`))?.click();
// A browser may have no room for us, or let no site keep anything: then this tab alone knows it.
const attempt = (doing) => {
  try {
    doing();
  } catch {
    /* see above */
  }
};
const app = () => document.querySelector('[data-testid=stApp]');
const running = () => app()?.getAttribute('data-test-script-state') !== 'notRunning';
const connected = () => app()?.getAttribute('data-test-connection-state') === 'CONNECTED';
const keep = (name, entry) =>
  attempt(() => localStorage.setItem(LEFT + name, JSON.stringify({ ...entry, at: Date.now() })));
const drop = (name) => attempt(() => localStorage.removeItem(LEFT + name));
// Streamlit takes over what it has not seen: with the same text again it would do nothing.
const write = (one, text) => {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value');
  for (const value of [`${text} `, text]) {
    set.call(one, value);
    one.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

const onItsWay = () => {
  clearTimeout(timer);
  const name = field && nameOf(field);
  const entry = typed.get(name);
  field = null;
  if (!entry) return;
  sent = Date.now();
  entry.said.push(entry.text);
  entry.number = ++number;
  keep(name, entry);
  setTimeout(() => handOver(number)); // behind the text itself, which Streamlit sends by now
};
const takeOver = () => {
  if (field?.isConnected) {
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        ctrlKey: true,
        bubbles: true,
        cancelable: true,
      }),
    );
  }
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
    keep(name, entry);
  }
  typed.clear();
};
const putBack = () => {
  if (!left.size || running() || Date.now() - drawn < MOMENT) return;
  for (const [name, entry] of left) {
    const one = fieldNamed(name);
    if (!one || Date.now() - entry.at < GONE) continue;
    if (!one.value && !entry.said.includes('')) continue; // Streamlit draws it empty first
    left.delete(name);
    drop(name);
    // The same text is no sign that another server was told it.
    if (one.value === entry.text ? entry.at : !entry.said.includes(one.value)) continue;
    sayAgain(name, entry, one);
  }
};
const sayAgain = (name, entry, one) => {
  takeOver(); // of another field
  typed.set(name, entry);
  keep(name, entry);
  write(one, entry.text);
  field = one;
  takeOver();
};
// Another server drew it as it knew it. Who types on does so behind what was typed, not behind that.
const goOn = (name, one) => {
  const entry = typed.get(name) ?? left.get(name);
  if (!entry || one.value === entry.text || !entry.said.includes(one.value)) return;
  left.delete(name);
  typed.set(name, entry);
  write(one, entry.text);
  one.setSelectionRange(one.value.length, one.value.length);
};
// A whole run has ended, in this session, that began with all up to this number.
const heard = () => {
  const { answer } = document.documentElement.dataset;
  if (!answer) return;
  const { said, session: now } = JSON.parse(answer);
  const another = session !== null && now !== session;
  session = now;
  if (another) {
    // It was told nothing, whatever number the browser repeats to it: what it shows is as old as what was kept.
    // What it has to say of a field itself, Streamlit shows a moment later, over what we would write now (`putBack`).
    drawn = Date.now();
    for (const [name, entry] of typed) left.set(name, { ...entry, at: 0 });
    typed.clear();
    setTimeout(putBack, MOMENT);
  } else {
    for (const [name, entry] of typed) {
      if (!entry.number || entry.number > said) continue;
      typed.delete(name);
      drop(name);
    }
  }
  told = true;
};
const watch = () => {
  if (!connected()) {
    cut = true;
    settling = 0;
  } else if (cut) {
    cut = false;
    settling = Date.now();
    told = false;
    handOver(++number); // Streamlit alone asks for no run: the first click would meet a session that knows no page
  } else if (running()) {
    settling &&= Date.now(); // however slow the server is
  } else if (told && !unsaid()) {
    settling = 0;
  } else if (Date.now() - settling > (told ? SETTLING : UNANSWERED)) settling = 0;
};
// What was typed before the server was another one, and what is on its way.
const unsaid = () =>
  [...left.values()].some((entry) => !entry.at) ||
  [...typed.values()].some((entry) => entry.number);

const go = (address) => {
  if (address !== location.pathname + location.search) history.pushState({}, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
};

const listen = () => {
  const on = (what, act) => window.addEventListener(what, act, true);
  on('beforeinput', (event) => {
    const one = fieldOf(event);
    const name = one && nameOf(one);
    if (name && !event.isComposing) goOn(name, one);
    if (name && !typed.has(name)) {
      typed.set(name, { said: [one.value], text: one.value, number: 0 });
    }
  });
  on('input', (event) => {
    const one = fieldOf(event);
    const name = one && nameOf(one);
    if (!name) return;
    if (!typed.has(name)) typed.set(name, { said: [] }); // filled in by the browser
    field = one;
    Object.assign(typed.get(name), { text: one.value, number: 0 });
    if (event.isComposing) clearTimeout(timer);
    else wait();
  });
  on('compositionend', (event) => {
    if (fieldOf(event)) wait();
  });
  on('blur', (event) => {
    if (fieldOf(event) === field) onItsWay(); // Streamlit takes it over
  });
  on('popstate', putAside);
  on('keydown', (event) => {
    const address = keys[event.key?.toUpperCase()];
    const held = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const field = event.target instanceof Element && event.target.closest(WRITING);
    if (field) wrote = Date.now();
    const writing = cut || settling || Date.now() - wrote < 1000;
    if (!address || held || writing || event.repeat || event.isComposing) return;
    event.preventDefault();
    go(address);
  });
  on('pagehide', () => {
    takeOver();
    putAside();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) takeOver();
  });
  // To press a button ends the typing, and what was typed moves the page: the second half of the click may meet nothing.
  on('mousedown', (event) => {
    const button = event.button ? undefined : buttonOf(event);
    pressed = button && { button, name: nameOf(button), x: event.clientX, y: event.clientY };
  });
  on('click', (event) => {
    if (buttonOf(event) === pressed?.button) pressed = null;
  });
  on('mouseup', (event) => {
    const meant = pressed;
    if (!meant) return;
    const moved = Math.hypot(event.clientX - meant.x, event.clientY - meant.y);
    setTimeout(() => { // behind the click itself
      if (pressed !== meant) return;
      pressed = null;
      if (moved <= STILL) press(meant.button, meant.name);
    });
  });
  // Streamlit closes a popover at a click elsewhere. Where to draw it takes longer than 50 ms, as on many a phone, it
  // takes the click that opened it for one, as the arrow that was clicked has been drawn anew: so it hears nothing of it.
  on('click', () => {
    closed = !document.querySelector(POPOVER);
  });
  document.documentElement.addEventListener('click', (event) => {
    if (closed && buttonOf(event)?.closest('[data-testid=stPopover]')) event.stopPropagation();
  });
  on('click', (event) => {
    const button = buttonOf(event);
    if (!button || !event.isTrusted || !(cut || settling)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    takeOver();
    const name = nameOf(button);
    const again = setInterval(() => {
      watch();
      if (!connected() || running() || cut || settling) return;
      clearInterval(again);
      press(button, name);
    }, 50);
  });
  on('click', (event) => {
    const link = event.target instanceof Element && event.target.closest(LINKS);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere) return;
    if (link.pathname === location.pathname && location.search && !link.search) {
      // Streamlit takes it for the page that is shown: from one application no link would lead to all of them.
      event.preventDefault();
      event.stopImmediatePropagation();
      return go(link.pathname);
    }
    if (!field && !running() && Date.now() - sent > 100) return putAside();
    event.preventDefault();
    event.stopImmediatePropagation();
    takeOver();
    let waited = 0;
    let ran = false;
    const again = setInterval(() => {
      waited += 30;
      ran ||= running();
      if (waited < PATIENCE && (running() || (!ran && waited < 250))) return;
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
  // At once, and not with the next tick of the clock: a click between the two would be lost with the connection.
  new MutationObserver(watch).observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-test-connection-state'],
  });
  document.addEventListener('followup-heard', heard);
  heard(); // it may have been said before this was listening
  setInterval(() => {
    watch();
    putBack();
  }, 200);
};

export default function (component) {
  handOver = (last) => component.setStateValue('said', last);
  keys = Object.fromEntries(component.data?.keys ?? []);
  if ('followupKeystrokes' in document) return;
  if (component.data?.owner) LEFT += `${component.data.owner} `;
  Object.assign(document, { followupKeystrokes: true });
  listen();
}
