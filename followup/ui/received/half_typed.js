// What is typed or pasted into the line on Today and Interviews and not sent yet: Streamlit drops it with the page.
const BOX = '.st-key-drop_zone [data-testid=stChatInput]';
const SEND = `${BOX} [data-testid=stChatInputSubmitButton]`;
const OFTEN = 200; // milliseconds
let KEPT = 'followup-half-typed '; // and whose it is, where several may use this browser
const filled = new WeakSet(); // the fields that were given what was kept

// A browser may let no site keep anything.
const attempt = (doing) => {
  try {
    return doing();
  } catch {
    return null;
  }
};
const kept = () => attempt(() => sessionStorage.getItem(KEPT));
const keep = (text) =>
  attempt(() => text ? sessionStorage.setItem(KEPT, text) : sessionStorage.removeItem(KEPT));
/** @returns {HTMLTextAreaElement | null} */
const field = () => document.querySelector(`${BOX} textarea`);

const put = (one, text) => {
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
  set.call(one, text);
  one.dispatchEvent(new Event('input', { bubbles: true }));
};
// A field that the page has drawn anew gets it back; one that was sent by now is empty.
const look = () => {
  const one = field();
  if (!one || filled.has(one)) return;
  filled.add(one);
  const text = kept();
  if (text && !one.value) put(one, text);
};
const listen = () => {
  document.addEventListener('input', (event) => {
    if (event.target === field()) keep(field().value);
  }, true);
  const sent = () => setTimeout(() => field()?.value || keep(''));
  document.addEventListener('keydown', (event) => {
    if (event.target === field() && event.key === 'Enter' && !event.shiftKey) sent();
  }, true);
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest(SEND)) sent();
  }, true);
  setInterval(look, OFTEN);
};

export default function ({ data }) {
  if ('followupHalfTyped' in document) return;
  KEPT += data.owner;
  Object.assign(document, { followupHalfTyped: true });
  listen();
}
