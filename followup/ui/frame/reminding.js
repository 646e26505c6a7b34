const WANTED = 'followup-remind';
const UNTIL = 'followup-reminded-until'; // the moment up to which this browser has been told
const MINUTE = 60e3;
const WHEN = 'While this page is open: what is due, at nine; and half an hour after an interview.';
const REFUSED = 'This browser does not let Follow-up notify you. Its settings for this site can.';

// A phone's browser has the name, and shows nothing without a worker of its own.
const able = () =>
  'Notification' in window && isSecureContext && !matchMedia('(pointer: coarse)').matches;
const wanted = () => localStorage.getItem(WANTED) === 'on';
const show = (title, body, tag) => {
  const shown = new Notification(title, { body, tag, icon: '/home-192.png' });
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
};
const ask = async () => {
  if (!wanted() || Notification.permission !== 'granted') return;
  const since = localStorage.getItem(UNTIL) ?? '';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    const answer = await fetch(`/reminders?${new URLSearchParams({ since, zone })}`);
    if (answer.status !== 200) return;
    const { now, reminders } = await answer.json();
    localStorage.setItem(UNTIL, now);
    for (const { id, title, text } of reminders) show(title, text, id);
  } catch {
    /* the program has ended, or is begun again: the next minute asks anew */
  }
};
const turn = async () => {
  if (wanted()) {
    localStorage.removeItem(WANTED);
    return;
  }
  if (await Notification.requestPermission() !== 'granted') return;
  localStorage.setItem(WANTED, 'on');
  localStorage.removeItem(UNTIL);
  show('Follow-up reminds you here', WHEN, 'followup-on');
  await ask();
};
const draw = (root) => {
  const on = wanted() && Notification.permission === 'granted';
  const icon = document.createElement('span');
  icon.className = 'icon';
  icon.setAttribute('aria-hidden', 'true');
  icon.textContent = on ? 'notifications_active' : 'notifications';
  const button = document.createElement('button');
  button.type = 'button';
  button.append(icon, on ? 'Reminders are on' : 'Remind me');
  button.title = WHEN;
  button.onclick = async () => {
    await turn();
    draw(root);
    root.querySelector('button').focus();
  };
  root.replaceChildren(button);
  if (Notification.permission === 'denied') {
    const said = document.createElement('p');
    said.setAttribute('role', 'status');
    said.textContent = REFUSED;
    root.append(said);
  }
};

export default function ({ parentElement }) {
  if (!able()) return;
  const root = parentElement.querySelector('#root');
  if (!root.firstChild) draw(root);
  if ('followupReminding' in document) return;
  Object.assign(document, { followupReminding: setInterval(ask, MINUTE) });
  ask();
}
