// In a browser that several use: a tab left open by one is loaded again once somebody else has signed in, or nobody is.
const NAME = 'followup-owner';
let owner = null; // whose this tab is; '': nobody's

const remember = () => {
  try {
    localStorage.setItem(NAME, owner);
  } catch {
    // a browser may have no room for us, or let no site keep anything
  }
};

export default function ({ data }) {
  if (owner !== null) return;
  owner = data.owner;
  remember();
  addEventListener('storage', (event) => {
    if (event.key === NAME && event.newValue !== owner) location.reload();
  });
}
