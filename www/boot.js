// Starts the page, and says so in plain words if it cannot start.
const PATIENCE_MS = 8000;

// Colours and text size that the address asks for, before the first picture; from then on the program keeps them.
const asked = new URLSearchParams(location.hash.split('?')[1] ?? '');
for (const [key, known] of [['theme', /^(light|dark|contrast)$/], ['size', /^(90|112|125|150)$/]]) {
  if (known.test(asked.get(key) ?? '')) document.documentElement.setAttribute(`data-${key}`, asked.get(key));
}

const tell = (detail) => {
  const status = document.getElementById('boot-status');
  // Once the page has started, the static shell and this paragraph are gone: then it is told above the page.
  const place = status ?? document.getElementById('app');
  if (place.dataset.told) return;
  place.dataset.told = 'yes';
  const message = document.createElement('p');
  message.className = 'boot-error';
  message.setAttribute('role', 'alert');
  message.textContent =
    'Trang chưa khởi động được. Hãy tải lại trang, hoặc mở bằng Chrome, Edge, Firefox hay Safari bản mới. ' +
    'The page could not start. Reload it, or open it in a recent Chrome, Edge, Firefox or Safari.' +
    (detail ? ` (${detail})` : '');
  if (status) status.after(message);
  else place.before(message);
};

const watchdog = setTimeout(() => tell('8 s'), PATIENCE_MS);

// The first words are painted before the program is asked for: both at once would share the line. A tab in the background
// paints nothing, so it does not wait for long.
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 300);
});

// The samples come last: nothing waits for them but who opens one. That they will come is told at once: they are on offer.
const announceSamples = () => {
  const script = document.createElement('script');
  script.id = 'samples';
  script.onerror = () => script.setAttribute('data-failed', '');
  document.head.append(script);
};
const fetchSamples = () => {
  document.getElementById('samples').src = 'samples.js';
};

// A worker unpacks and compiles a module of the program, and is then no more.
const compiled = (script) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module' });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data instanceof WebAssembly.Module) resolve(data);
      else reject(new Error(data));
    };
  });

// After its first picture the program asks for the rest of itself.
let rest;
const fetchRest = () => {
  rest ??= compiled('./app-rest.js').then((module) => {
    fetchSamples();
    return module;
  });
  return rest;
};

const fetchProgram = async () => {
  announceSamples();
  // Who comes by the address of another screen waits for both: then both come at once.
  if (/^#\/(?!du-lieu\b)[^?]/.test(location.hash)) fetchRest().catch(() => {});
  const [module, { default: init }] = await Promise.all([compiled('./app-boot.js'), import('./app.js')]);
  return init({ module_or_path: module });
};

const here = globalThis.__rest ?? fetchRest;
globalThis.__rest = () =>
  here().catch((error) => {
    tell(String(error));
    return new Promise(() => {});
  });

// The edition in one file has its program with it, and says so.
const started = painted.then(globalThis.__start ?? fetchProgram);
started.catch((error) => tell(String(error))).finally(() => clearTimeout(watchdog));
started.then(keepForOffline, () => {});

// Where there is a host, a service worker keeps the page for days without a network. What becomes of it is told to the program
// as an event `edition`, and stays in `__edition` for who listens later: 'offline' once all is stored, 'update' when a newer
// build waits. Nothing is reloaded unasked.
async function keepForOffline() {
  if (!('serviceWorker' in navigator) || !window.isSecureContext || location.protocol === 'file:') return;
  const say = (detail) => {
    globalThis.__edition = detail;
    window.dispatchEvent(new CustomEvent('edition', { detail }));
  };
  const isUpdate = Boolean(navigator.serviceWorker.controller);
  let wanted = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => wanted && location.reload());
  try {
    const registration = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    window.addEventListener('edition-wanted', () => {
      wanted = true;
      registration.waiting?.postMessage('take-over');
    });
    const look = (worker) => {
      if (worker?.state === 'activated' && !isUpdate) say('offline');
      if (worker?.state === 'installed' && isUpdate) say('update');
    };
    const watch = (worker) => worker?.addEventListener('statechange', () => look(worker));
    look(registration.waiting);
    watch(registration.installing);
    registration.addEventListener('updatefound', () => watch(registration.installing));
    // Asks now, while the page is still loading: without a network there is no answer, and nothing newer.
    if (isUpdate) registration.update().catch(() => {});
  } catch {
    // A browser or host that refuses leaves the page as it is: it works, with a network.
  }
}
