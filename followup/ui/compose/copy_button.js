const asItStands = (item) => {
  /** @type {HTMLInputElement | HTMLTextAreaElement} */
  const field = document.querySelector(`.${CSS.escape(item.field)} :is(textarea, input)`);
  return field ? field.value : item.text;
};
const write = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    /* an older way below */
  }
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
  root.items = data.items;
  const names = data.items.map((item) => item.label).join('\n');
  if (root.names === names) return;
  root.names = names;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const buttons = data.items.map((first, at) => {
    const button = document.createElement('button');
    const icon = document.createElement('span');
    button.type = 'button';
    icon.className = 'icon';
    icon.setAttribute('aria-hidden', 'true');
    icon.textContent = 'content_copy';
    button.append(icon, first.label);
    button.onclick = async () => {
      const item = root.items[at];
      const text = asItStands(item);
      if (await write(text)) {
        said.textContent = item.done;
        setTimeout(() => {
          said.textContent = '';
        }, 4000);
        root.send('copied', { what: item.what, text: text });
      } else said.textContent = data.failed;
    };
    return button;
  });
  root.replaceChildren(...buttons, said);
}
