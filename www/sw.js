// Keeps the page usable without a network. The first visit stores every file of this build, each checked against its SHA-256;
// later visits are answered from there. A newer build waits until the visitor asks for it: boot.js says 'take-over'.
//
// To withdraw it from everywhere, a host puts sw-off.js in this file's place.
const CACHE = 'doi-chieu-STAMP';
// [['index.html', 'sha256-…'], …]
const FILES = [/* FILES */];

const request = ([file, integrity]) => new Request(file, { cache: 'no-cache', integrity });

self.addEventListener('install', (event) => {
  event.waitUntil(storeAll());
});

// One after the other: all at once, browsers read no file to its end before every one has begun, and a host with few lines
// never gets that far.
async function storeAll() {
  const cache = await caches.open(CACHE);
  for (const file of FILES) {
    const response = await fetch(request(file));
    if (!response.ok) throw new Error(`${file[0]}: ${response.status}`);
    await cache.put(file[0], response);
  }
}

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('doi-chieu-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  const asked = new URL(request.url);
  const home = new URL('./', self.registration.scope);
  const kept = await cache.match(asked.pathname === home.pathname ? 'index.html' : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}
