/* Keeps what the reader opens, and shows it where there is no network. It asks for nothing that a page didn't ask for. */
"use strict";

const CACHE = `allocution ${new URL(self.registration.scope).pathname}`;
const MOST = 1000;
const LARGEST = 1_000_000;

/* One page has several addresses: with and without its file's name, with a query that its script reads. */
const keyOf = (address) => {
  const url = new URL(address);
  return url.origin + url.pathname.replace(/index\.html$/, "");
};

const keep = async (key, response) => {
  const cache = await caches.open(CACHE);
  if (response.status === 404 || response.status === 410) return cache.delete(key);
  const size = Number(response.headers.get("Content-Length") ?? 0);
  if (response.status !== 200 || response.type !== "basic" || size > LARGEST) return false;
  await cache.delete(key);
  await cache.put(key, response);
  const keys = await cache.keys();
  return Promise.all(keys.slice(0, Math.max(0, keys.length - MOST)).map((old) => cache.delete(old)));
};

const answer = async (event) => {
  const key = keyOf(event.request.url);
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(key, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(key);
    if (kept) return kept;
    throw error;
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event));
});
