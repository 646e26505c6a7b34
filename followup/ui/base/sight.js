export default function ({ parentElement, data }) {
  const root = parentElement.getRootNode();
  const here = root.host ?? parentElement;
  if (!data?.types) {
    here.scrollIntoView({ block: 'center' });
    return;
  }
  const field = fieldBefore(here);
  if (!field) return;
  field.focus();
  // Streamlit puts the new value there after this: the caret belongs behind it.
  requestAnimationFrame(() => field.setSelectionRange(field.value.length, field.value.length));
}

/** The text field that stands before this place, in the nearest container that has one. */
function fieldBefore(here) {
  for (let at = here; at; at = at.parentElement) {
    const fields = [...at.querySelectorAll('input[type=text], textarea')];
    if (fields.length) return fields.at(-1);
  }
  return null;
}
