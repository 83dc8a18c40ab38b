// Keyword in context and frequencies on the search page, and the table to take along.

import { asCsv, concordance, perThousand } from "./concordance.js";
import { element, fileOf, say, spoken } from "./elements.js";

export const MOST_LINES = 200;
const AT_ONCE = 100;
const MOST_FREQUENCIES = 100;
const FREQUENCIES = ["years", "speakers"];

/** The hits' keywords in context, with a button for the table of all hits and how often by year and by speaker. */
export function tables(searcher, results, asks) {
  const { total, hits } = results;
  const more = total > hits.length ? say("more-lines", { shown: hits.length, total }) : "";
  return [
    contexts(concordance(hits, asks.around)),
    ...(more ? [element("p", { className: "notice", textContent: more })] : []),
    element("p", { className: "views" }, download(searcher, asks)),
    ...FREQUENCIES.map((name) => frequencies(searcher, name, asks)),
  ];
}

function contexts(lines) {
  const rows = lines.map((line) => {
    const title = (line.speakers || line.title) + (line.date ? `, ${spoken(line.date)}` : "");
    const keyword = element("a", { href: fileOf(line), title, textContent: line.keyword });
    const left = element("td", {}, element("bdi", { textContent: line.left }));
    return element("tr", { lang: line.language }, left, element("td", {}, keyword), cell(line.right));
  });
  const region = element("div", { className: "concordance", tabIndex: 0 }, table(["left", "keyword", "right"].map((name) => say(name)), rows));
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", say("concordance"));
  return region;
}

const cell = (text) => element("td", { textContent: text });

function table(headings, rows) {
  const heads = headings.map((text) => element("th", { scope: "col", textContent: text }));
  return element("table", {}, element("thead", {}, element("tr", {}, ...heads)), element("tbody", {}, ...rows));
}

/** A button that makes the table of all hits, a hundred after the other, since each sentence has to be fetched. */
function download(searcher, asks) {
  const button = element("button", { type: "button", className: "csv", textContent: "CSV" });
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const found = [];
      await searcher.everyHit(asks.query, asks.sort, AT_ONCE, (hits, total) => {
        found.push(...hits);
        button.textContent = `CSV ${found.length} / ${total}`;
      });
      save(asCsv(concordance(found, asks.around)));
      button.textContent = "CSV";
    } catch (error) {
      console.error(error);
      button.textContent = `CSV: ${say("table-failed")}`;
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

function save(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  element("a", { href: address, download: "concordance.csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** How often by each value, counted when it is opened: what it is counted from is fetched only then. */
function frequencies(searcher, name, asks) {
  const label = say(`frequency-${name}`);
  const box = element("details", { className: "frequency" }, element("summary", { textContent: label }));
  box.addEventListener("toggle", async () => {
    const rows = (await searcher.frequency(asks.query, name, MOST_FREQUENCIES)).map((line) =>
      element("tr", {}, element("th", { scope: "row", textContent: line.label }), ...[line.hits, line.sentences, perThousand(line)].map(cell)),
    );
    box.append(table([label, say("hits"), say("sentences"), "‰"], rows));
  }, { once: true });
  return box;
}
