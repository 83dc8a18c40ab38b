/* Asks the reader whether opened pages are to be kept on the device; nothing is stored before the answer is yes. */
"use strict";

const root = new URL("..", document.currentScript.src);
const place = document.querySelector(".offline");
const cacheName = `allocution ${root.pathname}`;

/* What this page has loaded already comes out of the browser's own cache, never from the network. */
const keepThisPage = async () => {
  const cache = await caches.open(cacheName);
  const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
  for (const address of [location.href, ...loaded]) {
    const url = new URL(address);
    if (!url.href.startsWith(root.href)) continue;
    const key = url.origin + url.pathname.replace(/index\.html$/, "");
    try {
      const response = await fetch(url, { cache: "only-if-cached", mode: "same-origin" });
      if (response.status === 200) await cache.put(key, response);
    } catch {
      /* The browser didn't keep it: it is kept when it is opened the next time. */
    }
  }
};

const show = (kept) => {
  const [button, text] = [place.querySelector("button"), place.querySelector("span")];
  text.textContent = kept ? `${place.dataset.kept} ` : "";
  button.textContent = kept ? place.dataset.forget : place.dataset.keep;
  button.onclick = kept ? forget : begin;
  place.hidden = false;
};

const begin = async () => {
  await navigator.serviceWorker.register(new URL("sw.js", root), { scope: root.pathname });
  await navigator.serviceWorker.ready;
  await keepThisPage();
  show(true);
};

const forget = async () => {
  const registration = await navigator.serviceWorker.getRegistration(root.href);
  await registration?.unregister();
  await caches.delete(cacheName);
  show(false);
};

if ("serviceWorker" in navigator && root.protocol.startsWith("http")) {
  navigator.serviceWorker.getRegistration(root.href).then((found) => show(Boolean(found?.active)));
}
