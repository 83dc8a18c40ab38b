// Keyword in context and frequencies, as search/concordance.py makes them.

import { alphabeticalKey, wordsOf } from "./words.js";

export const COLUMNS = ["left", "keyword", "right", "speakers", "title", "date", "language", "address"];
const NEIGHBOURS = 4;
const WIDTH = 60;
const ADJOINING = /^[ \t\u00a0\-–—«»"'“”„,]*$/;

/** A line for each match. `sort` is order (as found), left or right (by the neighbouring words on that side). */
export function concordance(hits, sort = "order") {
  const lines = hits.flatMap(linesOf);
  if (sort === "order") return lines;
  const keyed = lines.map((line) => ({ line, key: neighbours(line, sort) }));
  keyed.sort((one, other) => inOrder(one.key, other.key) || compared(one.line.address, other.line.address));
  return keyed.map(({ line }) => line);
}

function neighbours(line, side) {
  const words = wordsOf(line[side]).map((word) => alphabeticalKey(word, line.language));
  return side === "left" ? words.reverse().slice(0, NEIGHBOURS) : words.slice(0, NEIGHBOURS);
}

const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

function inOrder(one, other) {
  for (let place = 0; place < Math.min(one.length, other.length); place++) {
    const found = compared(one[place], other[place]);
    if (found) return found;
  }
  return one.length - other.length;
}

function linesOf(hit) {
  return keywords(hit.text, hit.matches).map(([start, end]) => ({
    left: cutLeft(`${hit.before} ${hit.text.slice(0, start)}`.trimStart()),
    keyword: hit.text.slice(start, end),
    right: cutRight(`${hit.text.slice(end)} ${hit.after}`.trimEnd()),
    speakers: hit.speakers.join(", "),
    title: hit.title,
    date: hit.date,
    language: hit.language,
    address: hit.address,
    page: hit.page,
  }));
}

/** The words found; the words of a phrase, which answer one thing and follow each other, as one. */
function keywords(text, matches) {
  const found = [];
  let asked = null;
  for (const match of matches) {
    const last = found.at(-1);
    const isPhrase = asked === match.asked && /^["«]/.test(asked);
    if (isPhrase && ADJOINING.test(text.slice(last[1], match.start))) last[1] = match.end;
    else found.push([match.start, match.end]);
    asked = match.asked;
  }
  return found;
}

function cutLeft(context) {
  const letters = [...context];
  if (letters.length <= WIDTH) return context;
  const cut = letters.slice(-WIDTH).join("");
  return cut.slice(cut.indexOf(" ") + 1);
}

function cutRight(context) {
  const letters = [...context];
  if (letters.length <= WIDTH) return context;
  const cut = letters.slice(0, WIDTH).join("");
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), 0)) || cut;
}

/** The lines as CSV (RFC 4180) with a heading; no cell is one that spreadsheets take for a formula. */
export function asCsv(lines) {
  const rows = [COLUMNS, ...lines.map((line) => COLUMNS.map((column) => harmless(line[column])))];
  return rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("");
}

const harmless = (cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Hits in a thousand sentences, with one decimal; a half goes to the even one. */
export function perThousand({ hits, sentences }) {
  const tenths = sentences ? (10_000 * hits) / sentences : 0;
  const whole = Math.floor(tenths);
  const up = tenths - whole > 0.5 || (tenths - whole === 0.5 && whole % 2 === 1);
  return ((whole + (up ? 1 : 0)) / 10).toFixed(1);
}
