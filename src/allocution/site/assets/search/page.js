// The search page: reads the query from the address, asks the index, shows the hits.

import { addressOf, counted, element, fileOf, language, place, read, say, spoken, state, views, words } from "./elements.js";
import { narrowed } from "./query.js";
import { Searcher } from "./searching.js";
import { MOST_LINES, tables } from "./tables.js";

const PAGE = 10;
const PAUSE = 120;
const REST = 500;
const form = document.querySelector("form.search");
const fallback = [...place.childNodes];
let opening;
let isOpen = false;
let asked = 0;

function sayFound({ total, statements }) {
  if (!total) return words.none;
  const rules = new Intl.PluralRules(language);
  const text = counted[`${rules.select(total)} ${rules.select(statements)}`] ?? Object.values(counted).at(-1);
  const number = new Intl.NumberFormat(language);
  return text.replace("{total}", number.format(total)).replace("{statements}", number.format(statements));
}

function marked({ text, matches }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of matches) {
    parts.push(text.slice(at, start), element("mark", { textContent: text.slice(start, end) }));
    at = end;
  }
  return [...parts, text.slice(at)];
}

function reason({ text, language: lang }, { start, end, asked: answers, how }) {
  const quoted = element("q", { lang, textContent: text.slice(start, end) });
  return element("li", {}, quoted, " ← ", element("code", { textContent: answers }), `: ${say(`how-${how}`)}`);
}

function shown(hit, why) {
  const around = (text) => (text ? element("span", { className: "around", textContent: text }) : null);
  return element(
    "li",
    {},
    element(
      "p",
      { className: "from" },
      element("a", { href: fileOf(hit), lang: hit.language, textContent: hit.title }),
      hit.date ? element("span", { className: "when", textContent: ` ${spoken(hit.date)}` }) : null,
    ),
    element("p", { className: "sentence", lang: hit.language }, around(hit.before), " ", ...marked(hit), " ", around(hit.after)),
    why ? element("ul", { className: "why" }, ...hit.matches.map((match) => reason(hit, match))) : null,
  );
}

function list({ hits }, asks) {
  const start = (asks.page - 1) * PAGE + 1;
  return [element("ol", { className: "hits", start }, ...hits.map((hit) => shown(hit, asks.why)))];
}

function notices(results, asks) {
  return [
    ...results.notes.map(({ code, text }) => element("p", { className: "notice", textContent: say(`note-${code}`, { text }) })),
    ...results.suggestions.map(({ word, meant }) => {
      const instead = { ...asks, page: 1, query: asks.query.replaceAll(word, meant) };
      return element("p", { className: "notice" }, state(say("did-you-mean", { word, meant }), instead));
    }),
  ];
}

function pages(results, asks) {
  const last = Math.ceil(results.total / PAGE);
  if (last < 2) return null;
  return element(
    "nav",
    { className: "pages" },
    asks.page > 1 ? state(say("previous"), { ...asks, page: asks.page - 1 }, { rel: "prev" }) : null,
    element("span", { textContent: say("page-of", { page: asks.page, pages: last }) }),
    asks.page < last ? state(say("next"), { ...asks, page: asks.page + 1 }, { rel: "next" }) : null,
  );
}

/** Facets are counted when they are opened: what they are counted from is fetched only then. */
function facets(searcher, results, asks) {
  const box = element("details", { className: "facets" }, element("summary", { textContent: say("narrow") }));
  box.addEventListener("toggle", async () => {
    const found = Object.entries(await searcher.facets(results.among));
    const lists = found.map(([name, values]) =>
      element(
        "section",
        {},
        element("h3", { textContent: say(name) }),
        element("ul", {}, ...values.map((value) => facetValue(value, asks))),
      ),
    );
    box.append(...lists);
  }, { once: true });
  return box;
}

function facetValue({ label, count, filter }, asks) {
  const query = narrowed(asks.query, filter);
  const number = element("span", { className: "count", textContent: count });
  return element("li", {}, state(label, { ...asks, query, page: 1 }, { rel: "nofollow" }), " ", number);
}

/** Show what the address asks for; while somebody types, no other word is suggested for each half of one. */
async function answer(suggest = true, again = false) {
  const mine = ++asked;
  const asks = read();
  const field = form.elements.q;
  if (field !== document.activeElement) field.value = asks.query;
  if (!asks.query) return place.replaceChildren();
  const waiting = setTimeout(() => mine === asked && place.replaceChildren(element("p", { className: "count", textContent: say("searching") })), PAUSE);
  try {
    opening ??= Searcher.open(place.dataset.index);
    const searcher = await opening;
    isOpen = true;
    const part = asks.concordance ? { limit: MOST_LINES } : { limit: PAGE, offset: (asks.page - 1) * PAGE };
    const results = await searcher.search(asks.query, { sort: asks.sort, suggest, ...part });
    if (mine !== asked) return;
    const last = Math.max(1, Math.ceil(results.total / PAGE));
    if (asks.page > last && !asks.concordance) {
      history.replaceState(null, "", addressOf({ ...asks, page: last }));
      return answer(suggest, again);
    }
    place.replaceChildren(
      ...notices(results, asks),
      element("p", { className: "count", textContent: sayFound(results) }),
      ...(results.total ? [views(asks), ...(asks.concordance ? tables(searcher, results, asks) : list(results, asks))] : []),
      ...[asks.concordance ? null : pages(results, asks), results.statements > 1 ? facets(searcher, results, asks) : null].filter(Boolean),
    );
    place.dataset.answered = asks.query;
  } catch (error) {
    opening = undefined;
    // The site may have been published anew meanwhile: then its index has other files.
    if (isOpen && !again && mine === asked) return answer(suggest, true);
    console.error(error);
    if (mine === asked) {
      fallback.find((node) => node.nodeName === "P").textContent = say("failed");
      place.replaceChildren(...fallback);
    }
  } finally {
    clearTimeout(waiting);
  }
}

function ask(asks, { typing = false } = {}) {
  history[typing ? "replaceState" : "pushState"](null, "", addressOf(asks));
  return answer(!typing);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask({ ...read(), query: form.elements.q.value.trim(), page: 1 });
});
let typing;
form.elements.q.addEventListener("input", () => {
  clearTimeout(typing);
  const now = () => {
    ask({ ...read(), query: form.elements.q.value.trim(), page: 1 }, { typing: true });
    typing = setTimeout(() => place.querySelector(".views") || answer(), REST);
  };
  if (isOpen) now();
  else typing = setTimeout(now, PAUSE);
});
place.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link?.getAttribute("href").startsWith("?") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  form.elements.q.value = read().query;
  scrollTo(0, 0);
  answer();
});
addEventListener("popstate", () => answer());
answer();
