export default function ({ parentElement }) {
  const root = parentElement.getRootNode();
  (root.host ?? parentElement).scrollIntoView({ block: 'center' });
}
