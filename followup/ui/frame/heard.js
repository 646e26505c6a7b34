// Milliseconds without a connection, after which the page says so.
const CUT = 1500;
const AWAY = 'Follow-up does not answer: is the program still running? ' +
  'What you type here is kept in this browser, and counts once the program is back.';
let cutAt = 0;

const watch = () => {
  const state = document.querySelector('[data-testid=stApp]')?.getAttribute(
    'data-test-connection-state',
  );
  if (state === 'CONNECTED') cutAt = 0;
  else cutAt ||= Date.now();
  const note = document.getElementById('followup-away');
  if (!cutAt || Date.now() - cutAt < CUT) return note?.remove();
  if (note) return;
  const made = document.createElement('div');
  Object.assign(made, { id: 'followup-away', textContent: AWAY });
  made.setAttribute('role', 'alert');
  Object.assign(made.style, {
    position: 'fixed',
    inset: '0 0 auto 0',
    zIndex: 1000000,
    padding: '0.6rem 1rem',
    background: '#7a0000',
    color: '#fff',
    textAlign: 'center',
  });
  document.body.append(made);
};

export default function ({ data }) {
  document.documentElement.dataset.answer = JSON.stringify(data);
  document.dispatchEvent(new Event('followup-heard'));
  if ('followupWatch' in document) return;
  Object.assign(document, { followupWatch: setInterval(watch, 200) });
}
