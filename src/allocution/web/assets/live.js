// Shows a page of the site in a frame and loads it again when the server says that something changed.
"use strict";

const PREFIX = "/-/live";
const frame = document.getElementById("page");
const bar = document.getElementById("bar");
let revision = null;
let begun = false;
let kept = null;

function say(lines) {
  bar.textContent = lines.join("\n");
  bar.hidden = lines.length === 0;
}

// The frame's window where it shows a page of ours; null where the browser refused to show another site in it.
function shown() {
  try {
    return frame.contentWindow.location.origin === location.origin ? frame.contentWindow : null;
  } catch {
    return null;
  }
}

function begin() {
  if (begun) return;
  begun = true;
  const path = location.pathname.slice(PREFIX.length) || "/";
  frame.contentWindow.location.replace(location.origin + path + location.search + location.hash);
}

function refresh() {
  const page = shown();
  if (!page) return;
  kept = { path: page.location.pathname, x: page.scrollX, y: page.scrollY };
  page.location.reload();
}

function follow() {
  const page = shown();
  if (!page) return;
  history.replaceState(null, "", PREFIX + page.location.pathname + page.location.search + page.location.hash);
  document.title = page.document.title || page.location.pathname;
}

// The policy keeps other sites out of the frame, so their links open beside it.
function leave(event) {
  const link = event.target.closest && event.target.closest("a[href]");
  if (!link || link.origin === location.origin) return;
  event.preventDefault();
  window.open(link.href, "_blank", "noopener,noreferrer");
}

frame.addEventListener("load", () => {
  const page = shown();
  if (!page) return;
  follow();
  page.addEventListener("hashchange", follow);
  page.document.addEventListener("click", leave);
  if (kept && kept.path === page.location.pathname) {
    page.scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }
  kept = null;
});

function listen() {
  const events = new EventSource("/-/events");
  events.addEventListener("state", (event) => {
    const state = JSON.parse(event.data);
    say(state.problems);
    if (revision !== null && revision !== state.revision && begun) refresh();
    revision = state.revision;
    begin();
  });
  events.addEventListener("error", () => {
    say(["The server doesn’t answer; waiting for it."]);
    begin();
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  });
}

listen();
