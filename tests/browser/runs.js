// Follows a page's runs on its socket, from its first script on. What Streamlit shows of them is not enough: "notRunning"
// stands there before the first run, too, and from a click to the first sign of its run, however slow the server is.
(() => {
  const LATE = 300; // milliseconds in which a run is drawn of which the page never said "running"
  const RERUN = (11 << 3) | 2; // the tags of BackMsg.rerun_script, ForwardMsg.new_session and .script_finished
  const BEGUN = (4 << 3) | 2;
  const ENDED = 6 << 3;
  const HELD = 60; // milliseconds that may pass from a click or a key to what it sends
  let asked = false;
  let touched = 0;
  let running = false;
  let ended = 0;
  let drawn = 0;

  // The tags of a message's own fields.
  function* tags(bytes) {
    let at = 0;
    const varint = () => {
      let value = 0;
      for (let shift = 0, more = true; more; shift += 7) {
        value += (bytes[at] & 127) * 2 ** shift;
        more = bytes[at++] > 127;
      }
      return value;
    };
    while (at < bytes.length) {
      const tag = varint();
      yield tag;
      const length = (tag & 7) === 1 ? 8 : (tag & 7) === 5 ? 4 : varint();
      if ((tag & 7) !== 0) at += length;
    }
  }
  const has = (data, ...wanted) => {
    if (typeof data === 'string') return false;
    const bytes = ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
    for (const tag of tags(bytes)) {
      if (wanted.includes(tag)) return tag;
    }
    return false;
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(...words) {
      super(...words);
      this.addEventListener('message', ({ data }) => {
        const tag = has(data, BEGUN, ENDED);
        if (tag === BEGUN) [asked, running] = [false, true];
        if (tag === ENDED) [running, ended] = [false, performance.now()];
      });
      this.addEventListener('close', () => [asked, running] = [false, false]);
    }
    send(data) {
      super.send(data);
      asked ||= has(data, RERUN) !== false;
    }
  };

  for (const what of ['pointerup', 'click', 'keydown', 'input', 'blur']) {
    addEventListener(what, () => touched = performance.now(), true);
  }

  let watched = null;
  const shown = () => watched.dataset.testScriptState;
  globalThis.isIdle = () => {
    const app = document.querySelector('[data-testid=stApp]');
    // What stands for a part whose code is on its way is smaller than that part: what lies below would move under a click.
    if (!app || document.querySelector('[data-testid=stSkeleton]')) return false;
    if (watched !== app) {
      watched = app;
      new MutationObserver(() => {
        if (shown() === 'notRunning') drawn = performance.now();
      }).observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
    }
    const now = performance.now();
    return ended > 0 && !asked && !running && shown() === 'notRunning' && now - touched > HELD &&
      (drawn >= ended || now - ended > LATE);
  };
})();
