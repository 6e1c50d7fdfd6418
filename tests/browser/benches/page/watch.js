// Runs before anything of the page does, and notes what the browser itself says of paints, shifts, tasks and events.
(() => {
  const seen = { long: [], events: [], shift: 0, first: {} };
  globalThis.__seen = seen;
  const watch = (type, take, more) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, ...more });
  };
  watch('paint', (entry) => { seen[entry.name] = entry.startTime; });
  watch('largest-contentful-paint', (entry) => {
    seen.largest = entry.startTime;
    seen.element = entry.element ? entry.element.tagName.toLowerCase() : 'gone';
  });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  watch('longtask', (entry) => { seen.long.push([entry.startTime, entry.duration]); });
  watch('event', (entry) => { if (entry.interactionId) seen.events.push([entry.startTime, entry.duration]); },
    { durationThreshold: 16 });
  // When the tabs (the program runs) and the bar over the results (verdicts stand there) were first painted.
  const wanted = ['nav.tabs', '.context'];
  const look = () => {
    for (const css of wanted) {
      if (seen.first[css] === undefined && document.querySelector(css)) {
        seen.first[css] = null;
        requestAnimationFrame(() => setTimeout(() => { seen.first[css] = performance.now(); }));
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener('change', (event) => { if (event.target.type === 'file') seen.chosen = performance.now(); }, true);
  // How long the worker took for its longest job. Messages are bytes; the first tells which: `Done` is 3, `Assess` 0.
  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', ({ data }) => {
        if (data[0] === 3) seen.worked = performance.now() - this.asked;
      });
    }
    postMessage(...what) {
      if (what[0]?.request?.[0] === 0) this.asked = performance.now();
      return super.postMessage(...what);
    }
  };
})();
