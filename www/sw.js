// Keeps the page usable without a network. The first visit stores every file of this build, each checked against its SHA-256;
// later visits are answered from there. A newer build waits until the visitor asks for it: boot.js says 'take-over'.
//
// To withdraw it from everywhere, a host puts sw-off.js in this file's place.
const CACHE = 'doi-chieu-STAMP';
// [['index.html', 'sha256-…'], …]
const FILES = [/* FILES */];

const request = ([file, integrity]) => new Request(file, { cache: 'no-cache', integrity });

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES.map(request))));
});

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
