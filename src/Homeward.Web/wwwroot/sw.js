// Keeps one page for the moment when there is no line. Nothing about a person is ever cached.
const shelf = 'offline-1';
const kept = ['/offline.html', '/offline.css'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(shelf).then(cache => cache.addAll(kept)));
  self.skipWaiting();
});

self.addEventListener('activate', event => event.waitUntil(
  caches.keys()
    .then(names => Promise.all(names.filter(name => name !== shelf).map(name => caches.delete(name))))
    .then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const request = event.request;
  if (request.method === 'GET' && request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match('/offline.html')));
  } else if (new URL(request.url).pathname === '/offline.css') {
    event.respondWith(fetch(request).catch(() => caches.match('/offline.css')));
  }
});
