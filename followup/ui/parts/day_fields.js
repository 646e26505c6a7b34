const FIELDS = '[data-testid=stDateInputField], [data-testid=stDateTimeInputField]';
const fieldOf = (target) => (target instanceof Element ? target.closest(FIELDS) : null);
const put = (field, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  field.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
};
const shortYear = (field) => {
  const part = (name) => field.querySelector(`[data-type=${name}]`)?.textContent.trim() ?? '';
  const [day, month, year, hour, minute] = ['day', 'month', 'year', 'hour', 'minute'].map(part);
  const typed = [day, month, year].every((text) => /^\d+$/.test(text));
  if (!typed || year.length > 3) return null;
  const time = /^\d+$/.test(hour) && /^\d+$/.test(minute)
    ? `, ${hour}:${minute.padStart(2, '0')}`
    : '';
  return `${day}/${month}/${year.padStart(4, '0')}${time}`;
};
const left = (field, next) => {
  if (!field || (next && (field.contains(next) || next.closest?.('[data-testid$=Calendar]')))) {
    return;
  }
  const text = shortYear(field);
  if (text) setTimeout(() => put(field, text)); // once the field has put the old day back
};
const isThere = (day, month, year, time) => {
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year.length < 3 ? 2000 + Number(year) : Number(year), month - 1, day);
  const [hour, minute] = (time ?? '0:0').split(':').map(Number);
  return made.getUTCDate() === Number(day) && made.getUTCMonth() === month - 1 &&
    hour < 24 && minute < 60;
};
const pasted = (event) => {
  const field = event.isTrusted && fieldOf(event.target);
  if (!field) return;
  const text = event.clipboardData.getData('text').trim();
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?:\d\d))?/.exec(text);
  const dotted = /^(\d\d?)[.\-/ ]+(\d\d?)[.\-/ ]+(\d{2,4})(?:,? +(\d\d?:\d\d))?$/.exec(text);
  const [day, month, year, time] = iso
    ? [iso[3], iso[2], iso[1], iso[4]]
    : (dotted?.slice(1) ?? []);
  if (!day) return;
  event.preventDefault();
  event.stopPropagation();
  if (!isThere(day, Number(month), year, time)) {
    Reflect.get(document, 'followupDays').tell('odd', text);
    return;
  }
  const moment = field.matches('[data-testid=stDateTimeInputField]');
  const part = (name) => field.querySelector(`[data-type=${name}]`)?.textContent.trim();
  const clock = time ?? `${part('hour')}:${part('minute')}`;
  put(field, `${day}/${month}/${year.padStart(4, '0')}${moment ? `, ${clock}` : ''}`);
};
export default function ({ setTriggerValue }) {
  const known = 'followupDays' in document;
  Object.assign(document, { followupDays: { tell: setTriggerValue } });
  if (known) return;
  document.addEventListener(
    'focusout',
    (event) => left(fieldOf(event.target), event.relatedTarget),
    true,
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' || event.key === 'Tab') left(fieldOf(event.target), null);
    },
    true,
  );
  document.addEventListener('paste', pasted, true);
}
