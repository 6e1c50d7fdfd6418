// The switch that withdraws the offline copy: served in the place of sw.js, it deletes what sw.js stored, leaves, and lets the
// open pages go on with what they have. The next visit then comes from the host again.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => {
  const ours = (name) => name.startsWith('doi-chieu-');
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(ours).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  );
});
