const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const entry = (e, root, inTable) => {
  const item = make('li');
  const button = make('button', `entry${e.over ? ' over' : ''}${e.off ? ' off' : ''}`);
  button.type = 'button';
  button.dataset.id = `${e.day} ${e.id}${inTable ? ' t' : ''}`;
  button.style.setProperty('--mark', e.color);
  const icon = make('span', 'icon', e.icon);
  icon.setAttribute('aria-hidden', 'true');
  const word = make('span', 'word');
  const time = e.time ? `${e.time} ` : '';
  word.append(icon, inTable ? make('span', 'hidden', e.word) : time + e.word);
  const what = make('span', 'what', inTable ? time + e.cell : e.text);
  button.append(word, make('span', 'hidden', ': '), inTable ? '' : ' ', what);
  if (inTable) button.append(make('span', 'hidden', `, ${e.when}`));
  else if (e.note) button.append(make('span', '', ` · ${e.note}`));
  if (inTable) button.title = `${e.word}: ${e.text}, ${e.when}`;
  button.onclick = () => root.send('open', e.id);
  item.append(button);
  return item;
};
const list = (entries, more, iso, root, inTable) => {
  const ul = make('ul');
  for (const e of entries) ul.append(entry(e, root, inTable));
  if (more) {
    const item = make('li');
    const button = make('button', 'more', more.text);
    button.type = 'button';
    button.dataset.id = `${iso} more${inTable ? ' t' : ''}`;
    button.append(make('span', 'hidden', ` ${more.of}`));
    button.onclick = () => root.send('day', iso);
    item.append(button);
    ul.append(item);
  }
  return ul;
};
const day = (d, cell, root) => {
  cell.className = [d.out && 'out', d.weekend && 'weekend', d.today && 'today']
    .filter(Boolean)
    .join(' ');
  if (d.today) cell.setAttribute('aria-current', 'date');
  const number = make('time', 'number', d.label);
  number.dateTime = d.iso;
  cell.append(number);
  if (d.holiday) cell.append(make('span', 'holiday', d.holiday));
  if (d.entries.length || d.more) cell.append(list(d.entries, d.more, d.iso, root, true));
};
const table = (data, root) => {
  const grid = make('table');
  grid.createCaption().textContent = `${data.title}. Arrow keys move between the days.`;
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
    for (const d of week) day(d, row.insertCell(), root);
  }
  grid.onkeydown = (event) => move(event, grid);
  return grid;
};
// Up and down go through a day and on to the day above or below, left and right to the next day that has anything.
const move = (event, grid) => {
  const cells = [...grid.tBodies[0].querySelectorAll('td')];
  const here = event.target.closest('td');
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (!here || !step) return;
  event.preventDefault();
  const mine = [...here.querySelectorAll('button')];
  const at = mine.indexOf(event.target);
  const beside = Math.abs(step) === 7 && mine[at + Math.sign(step)];
  if (beside) return beside.focus();
  for (let i = cells.indexOf(here) + step; i >= 0 && i < cells.length; i += step) {
    const found = cells[i].querySelectorAll('button');
    if (found.length) return found[step === -7 ? found.length - 1 : 0].focus();
  }
};
const section = (s, root) => {
  const part = make('section');
  const head = make('h3', s.today ? 'today' : '', s.title);
  if (s.holiday) head.append(make('span', 'holiday', ` · ${s.holiday}`));
  part.append(
    head,
    s.entries.length ? list(s.entries, s.more, s.iso, root, false) : make('p', '', s.empty),
  );
  return part;
};
const agenda = (data, root) => {
  const part = make('div', 'agenda');
  part.append(make('h2', '', data.agenda));
  if (data.weeks.length) part.append(make('p', 'narrow', data.narrow));
  for (const s of data.sections) part.append(section(s, root));
  if (data.earlier.length) {
    const rest = make('details');
    const head = make('summary', '', data.earlier_title);
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
  const first = !root.firstChild;
  root.replaceChildren(both);
  if (first) root.querySelector('td.today')?.scrollIntoView({ block: 'nearest' });
  if (focused) [...root.querySelectorAll('button')].find((b) => b.dataset.id === focused)?.focus();
}
