// What the search page is put together from: elements, its wording, and the states that its address has.

export const place = document.getElementById("found");
export const { words, found: counted, dates, language, within } = JSON.parse(place.dataset.settings);
const root = new URL("../../", new URL(place.dataset.index, location.href));
const AROUND = ["order", "left", "right"];

/** An element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (kept, value) => values[value] ?? kept);
}

/** A text of the page's wording with values put in. */
export function say(name, values = {}) {
  return filled(words[name] ?? name, values);
}

const MARKS = { "~": ["date-approximate"], "?": ["date-uncertain"], "%": ["date-approximate", "date-uncertain"] };

/** A date (EDTF) in words: how exact it is, and its ends where it is an interval; what else it says stays as it is. */
export function spoken(edtf) {
  const [, given, mark] = /^([-+\dTZX:]+|[-\d.]+\/[-\d.]+)([~?%]?)$/.exec(edtf) ?? [];
  if (!given) return edtf;
  const [first, last] = given.split("/");
  const said = last === undefined ? spokenDate(first) : interval(first, last, !mark);
  return [said, ...(MARKS[mark] ?? []).map((name) => say(name))].join(", ");
}

/** Both ends in words; days of one month share its name where they may. */
function interval(first, last, mayShare) {
  if (mayShare && /^\d{4}-\d\d-\d\d$/.test(first) && last.length === 10 && first.slice(0, 8) === last.slice(0, 8) && first < last) {
    const day = String(Number(last.slice(8)));
    return spokenDate(last).replace(new RegExp(`(?<!\\d)${day}(?!\\d)`), `${Number(first.slice(8))}–${day}`);
  }
  return [first, last].map((end) => (/^\.*$/.test(end) ? "…" : spokenDate(end))).join(" – ");
}

function spokenDate(edtf) {
  const before = /^-(\d{4})$/.exec(edtf);
  if (before) return say("century-bc", { year: Number(before[1]) + 1 });
  if (/^\d{3}X$/.test(edtf)) return say("decade", { decade: `${edtf.slice(0, 3)}0` });
  const [, year, month, day, clock] = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(.+))?)?$/.exec(edtf) ?? [];
  if (!month) return edtf;
  const said = filled(dates[day ? "day" : "month"][month - 1], { year, day: Number(day) });
  return clock ? `${said}, ${spokenClock(clock)}` : said;
}

/** The time of day as the record has it: hours and minutes, and its offset. */
function spokenClock(clock) {
  const [time, offset] = [clock.slice(0, 8), clock.slice(8)];
  const shown = time.endsWith(":00") ? time.slice(0, 5) : time;
  return offset ? `${shown} (${offset === "Z" ? "UTC" : offset})` : shown;
}

/** What the page's address asks for. */
export function read() {
  const fields = new URLSearchParams(location.search);
  const page = Number.parseInt(fields.get("page") ?? "1", 10);
  return {
    query: (fields.get("q") ?? "").trim(),
    sort: fields.get("sort") === "date" ? "date" : "relevance",
    page: page > 0 ? page : 1,
    why: fields.get("why") === "1",
    concordance: fields.get("view") === "concordance",
    around: AROUND.includes(fields.get("around")) ? fields.get("around") : AROUND[0],
  };
}

export function addressOf({ query, sort, page, why, concordance, around }) {
  const fields = new URLSearchParams({ q: query });
  if (sort !== "relevance") fields.set("sort", sort);
  if (concordance) fields.set("view", "concordance");
  if (around !== AROUND[0]) fields.set("around", around);
  if (why) fields.set("why", "1");
  if (page > 1) fields.set("page", String(page));
  return `?${fields}`;
}

/** A link to another state of this page. */
export function state(text, asks, properties = {}) {
  return element("a", { href: addressOf(asks), textContent: text, ...properties });
}

/** A link to another state, or where it is the present one its name. */
function choice(text, asks, isChosen) {
  if (!isChosen) return state(text, asks);
  const chosen = element("b", { textContent: text });
  chosen.setAttribute("aria-current", "true");
  return chosen;
}

/** The ways to look at what was found, and its orders. */
export function views(asks) {
  const here = { ...asks, page: 1 };
  const orders = asks.concordance
    ? AROUND.map((around) => choice(say(`around-${around}`), { ...here, around }, around === asks.around))
    : ["relevance", "date"].map((sort) => choice(say(`order-${sort}`), { ...here, sort }, sort === asks.sort));
  return element(
    "p",
    { className: "views" },
    choice(say("view-hits"), { ...here, concordance: false }, !asks.concordance),
    choice(say("view-concordance"), { ...here, concordance: true }, asks.concordance),
    asks.concordance ? null : state(say("why"), { ...asks, why: !asks.why }),
    element("span", { className: "orders" }, ...orders),
  );
}

/** The file that shows a hit in the reader's language of the interface. */
export function fileOf({ page, address }) {
  const shown = (within + page).slice(1);
  const file = page.endsWith("/") ? `${shown}index.html` : shown;
  return new URL(encodeURI(file).replace(/[?#]/g, encodeURIComponent), root).href + address.slice(page.length);
}
