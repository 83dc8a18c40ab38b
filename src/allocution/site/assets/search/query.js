// A query as it is typed into a tree, as search/query.py reads it. Whatever is typed gives a tree.

import { wordsOf } from "./words.js";

const FIELD = /(speaker|charge|article|court|country|year|lang|stage|has):/iy;
const HAS = ["translation", "correction", "source", "date", "judge", "court", "charge"];
// What closes each quotation mark: the first of these that stands anywhere behind it.
const QUOTES = { '"': ['"', "”“"], "“": ["”", '"“'], "„": ["“”", '"'], "«": ["»"], "‹": ["›"] };
// These are apostrophes, too: they quote only where they stand before a word and are closed behind one.
const SINGLE = {
  "'": /'([^']*(?:'(?=[\p{L}\p{N}_])[^']*)*)'(?![\p{L}\p{N}_])/uy,
  "‘": /‘([^’]*(?:’(?=[\p{L}\p{N}_])[^’]*)*)’(?![\p{L}\p{N}_])/uy,
};
const PLAIN = /[^\s()"“”„«»‹›]+/uy;
const NEAR = /(?:NEAR(?:\/([^\s()]*))?|near\/([0-9]+))(?![^\s()])/uy;
const OPERATOR = /(?:AND|OR|NOT|&&|\|\||\|)(?![^\s()])/uy;
const YEARS = /^(?:([0-9]{0,4})\.{2,3}([0-9]{0,4})|([0-9]{1,4})[-–—…]([0-9]{0,4}))$/u;
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]|(?<=[\u0400-\u052f])[\u0300\u0301]/gu; // and stress marks
const SAME = { "&&": "AND", "||": "OR", "|": "OR" };
const NEAR_DISTANCE = "10";
const MOST_DISTANCE = 999;
const MOST_DEPTH = 50;
const MOST_WORDS = 64;
const NEARABLE = new Set(["word", "exact", "phrase"]);

const word = (text) => ({ kind: "word", text });
const exact = (text) => ({ kind: "exact", text });

/** {tree, notes}: the tree is null where nothing can be looked for. */
export function parseQuery(text) {
  const notes = [];
  let tree = new Parser(tokensOf(text.replaceAll("\0", " ").normalize("NFC").replace(UNSEEN, ""), notes), notes).query();
  if (tree && !hasPositive(tree)) {
    notes.push({ code: "only-not", text: "" });
    tree = null;
  }
  return { tree, notes: distinct(notes) };
}

export function distinct(values) {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function hasPositive(tree) {
  if (tree.kind === "and") return tree.parts.some(hasPositive);
  if (tree.kind === "or") return tree.parts.every(hasPositive);
  return tree.kind !== "not";
}

function matched(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function tokensOf(text, notes) {
  const tokens = [];
  let nodes = 0;
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text[at])) {
      at++;
      continue;
    }
    const [token, next] = tokenAt(text, at, notes);
    at = next;
    if (!token) continue;
    if (token.node && nodes++ >= MOST_WORDS) {
      notes.push({ code: "too-many-words", text: String(MOST_WORDS) });
      break;
    }
    tokens.push(token);
  }
  return tokens;
}

function tokenAt(text, at, notes) {
  const character = text[at];
  if (character === "(" || character === ")") return [{ kind: character, text: character }, at + 1];
  let found = matched(OPERATOR, text, at);
  if (found) return [{ kind: SAME[found[0]] ?? found[0], text: found[0] }, OPERATOR.lastIndex];
  found = matched(NEAR, text, at);
  if (found) return [{ kind: "NEAR", text: distance(found[1] ?? found[2], found[0], notes) }, NEAR.lastIndex];
  if (character === "-" && /\S/.test(text[at + 1] ?? " ") && (at === 0 || " \t(".includes(text[at - 1]))) {
    return [{ kind: "NOT", text: "-" }, at + 1];
  }
  found = matched(FIELD, text, at);
  if (found) {
    const [value, end] = valueAt(text, FIELD.lastIndex, notes);
    if (value) return [filter(found[1].toLowerCase(), value, notes), end];
    notes.push({ code: "empty-filter", text: found[0] });
    return [null, end];
  }
  const opening = character === "=" ? at + 1 : at;
  if (isQuote(text, opening)) {
    const [words, end] = quotedAt(text, opening, notes);
    return [phrase(words, text.slice(at, end), !"«‹".includes(character), notes), end];
  }
  found = matched(PLAIN, text, at);
  if (!found) {
    notes.push({ code: "stray", text: character });
    return [null, at + 1];
  }
  return [plain(found[0], notes), PLAIN.lastIndex];
}

/** How far from each other words may be for NEAR; no sentence has so many that more would be different. */
function distance(typed, operator, notes) {
  if (typed === undefined) return NEAR_DISTANCE;
  if (/^[0-9]+$/.test(typed)) return String(Math.min(Number(typed.slice(0, 10)), MOST_DISTANCE));
  notes.push({ code: "bad-distance", text: operator });
  return NEAR_DISTANCE;
}

function valueAt(text, at, notes) {
  if (isQuote(text, at)) return quotedAt(text, at, notes);
  const found = matched(PLAIN, text, at);
  return found ? [found[0], PLAIN.lastIndex] : ["", at];
}

function isQuote(text, at) {
  const mark = text[at];
  return mark in QUOTES || (mark in SINGLE && matched(SINGLE[mark], text, at) !== null);
}

function quotedAt(text, at, notes) {
  const mark = text[at];
  if (mark in SINGLE) {
    const found = matched(SINGLE[mark], text, at);
    return [found[1].trim(), SINGLE[mark].lastIndex];
  }
  for (const closing of QUOTES[mark]) {
    const ends = [...closing].map((each) => text.indexOf(each, at + 1)).filter((end) => end > 0);
    if (!ends.length) continue;
    const end = Math.min(...ends);
    return [text.slice(at + 1, end).trim(), end + 1];
  }
  notes.push({ code: "unbalanced-quote", text: mark });
  return [text.slice(at + 1).trim(), text.length];
}

function filter(field, typed, notes) {
  let value = typed;
  if (field === "year") value = years(typed, notes);
  else if (field === "has" && !HAS.includes(typed.toLowerCase())) {
    notes.push({ code: "bad-has", text: typed });
    value = "";
  }
  return value ? item({ kind: "filter", field, value }) : null;
}

/** A year, or the first and the last; nothing where that isn't what is typed. */
function years(value, notes) {
  if (/^[0-9]{1,4}$/.test(value)) return value;
  const found = YEARS.exec(value);
  if (!found) {
    notes.push({ code: "bad-year", text: value });
    return "";
  }
  const [first, last] = found[3] === undefined ? [found[1], found[2]] : [found[3], found[4]];
  if (!first || !last || Number(first) <= Number(last)) return `${first}..${last}`;
  notes.push({ code: "years-turned", text: value });
  return `${last}..${first}`;
}

const item = (node) => ({ kind: "item", text: "", node });

function phrase(text, typed, isExact, notes) {
  const words = wordsOf(text);
  if (!words.length) {
    if (typed.trim().length > 1) notes.push({ code: "stray", text: typed }); // one mark alone is an unbalanced one
    return null;
  }
  if (words.length === 1) return item(isExact ? exact(words[0]) : word(words[0]));
  return item({ kind: "phrase", words: words.slice(0, MOST_WORDS), exact: isExact });
}

function plain(text, notes) {
  const words = wordsOf(text);
  if (!words.length) {
    notes.push({ code: "stray", text });
    return null;
  }
  const isExact = text.startsWith("=");
  if (words.length > 1) return item({ kind: "phrase", words: words.slice(0, MOST_WORDS), exact: isExact });
  if (isExact) return item(exact(words[0]));
  if (/[^*]\*$/.test(words[0])) return item({ kind: "prefix", text: words[0].slice(0, -1) });
  return item(word(words[0]));
}

class Parser {
  constructor(tokens, notes) {
    this.tokens = tokens;
    this.notes = notes;
    this.at = 0;
  }

  get kind() {
    return this.tokens[this.at]?.kind ?? "";
  }

  stray(text) {
    this.notes.push({ code: "stray", text });
  }

  query() {
    const parts = [];
    while (this.at < this.tokens.length) {
      const part = this.or(0);
      if (part) parts.push(part);
      if (this.kind === ")") this.stray(this.tokens[this.at++].text);
    }
    return joined("and", parts);
  }

  or(depth) {
    const parts = [this.and(depth)];
    while (this.kind === "OR") {
      const operator = this.tokens[this.at++].text;
      const part = this.and(depth);
      if (!part || (parts.length === 1 && !parts[0])) this.stray(operator);
      parts.push(part);
    }
    return joined("or", parts.filter(Boolean));
  }

  and(depth) {
    const parts = [];
    let waiting = "";
    while (!["", ")", "OR"].includes(this.kind)) {
      if (this.kind === "AND") {
        if (waiting || !parts.length) this.stray(this.tokens[this.at].text);
        waiting = this.tokens[this.at++].text;
        continue;
      }
      const part = this.not(depth);
      if (part) {
        parts.push(part);
        waiting = "";
      }
    }
    if (waiting && parts.length) this.stray(waiting);
    return joined("and", parts);
  }

  not(depth) {
    let negated = false;
    let operator = "";
    while (this.kind === "NOT") {
      negated = !negated;
      operator = this.tokens[this.at++].text;
    }
    const part = this.near(depth);
    if (!part) {
      if (operator) this.stray(operator);
      return null;
    }
    return negated ? { kind: "not", part } : part;
  }

  near(depth) {
    const first = this.item(depth);
    const items = [first];
    let distance = 0;
    while (this.kind === "NEAR") {
      const operator = this.tokens[this.at++];
      const other = ["item", "("].includes(this.kind) ? this.item(depth) : null;
      if (NEARABLE.has(other?.kind) && NEARABLE.has(items.at(-1)?.kind)) {
        items.push(other);
        distance = Math.max(distance, Number(operator.text));
      } else {
        this.notes.push({ code: "near-needs-words", text: "" });
        return joined("and", [...items, other].filter(Boolean));
      }
    }
    return items.length > 1 ? { kind: "near", items, distance } : first;
  }

  item(depth) {
    if (this.kind === "(") return this.bracket(depth);
    if (this.kind === "item") return this.tokens[this.at++].node;
    if (this.kind === "NEAR") {
      this.notes.push({ code: "near-needs-words", text: "" });
      this.at++;
    }
    return null;
  }

  bracket(depth) {
    if (depth >= MOST_DEPTH) {
      this.notes.push({ code: "too-deep", text: String(MOST_DEPTH) });
      this.at = this.tokens.length;
      return null;
    }
    this.at++;
    const part = this.or(depth + 1);
    if (this.kind === ")") {
      this.at++;
      if (!part) this.stray("()");
    } else this.notes.push({ code: "unbalanced-bracket", text: "" });
    return part;
  }
}

function joined(kind, parts) {
  const flat = distinct(parts.flatMap((part) => (part.kind === kind ? part.parts : [part])));
  return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null);
}

/** What a sentence is asked to hold, in order; what stands under NOT only where `all` is asked for. */
export function leavesOf(tree, all = false) {
  if (tree.kind === "and" || tree.kind === "or") {
    return distinct(tree.parts.flatMap((part) => leavesOf(part, all)));
  }
  if (tree.kind === "not") return all ? leavesOf(tree.part, all) : [];
  return tree.kind === "filter" ? [] : [tree];
}

/** A tree in brackets, as search/query.py writes it. */
export function notation(tree) {
  switch (tree?.kind) {
    case undefined:
      return "nothing";
    case "word":
      return tree.text;
    case "exact":
      return `=${tree.text}`;
    case "prefix":
      return `${tree.text}*`;
    case "phrase":
      return tree.exact ? `"${tree.words.join(" ")}"` : `«${tree.words.join(" ")}»`;
    case "near":
      return `(near/${tree.distance} ${tree.items.map(notation).join(" ")})`;
    case "filter":
      return tree.value.includes(" ") ? `${tree.field}:"${tree.value}"` : `${tree.field}:${tree.value}`;
    case "not":
      return `(not ${notation(tree.part)})`;
    default:
      return `(${tree.kind} ${tree.parts.map(notation).join(" ")})`;
  }
}

const PAIRS = ['""', "«»", "“”"];

/** A tree as somebody would type it, as search/typed.py writes it. */
export function typed(tree) {
  const stands = (text) => notation(parseQuery(text).tree) === notation(tree);
  switch (tree.kind) {
    case "word":
      return stands(tree.text) ? tree.text : `«${tree.text}»`;
    case "exact":
      return stands(`=${tree.text}`) ? `=${tree.text}` : `"${tree.text}"`;
    case "near":
      return tree.items.map(typed).join(` NEAR/${tree.distance} `);
    case "filter": {
      const plainly = `${tree.field}:${tree.value}`;
      const [opening, closing] = PAIRS.find(([one, other]) => !tree.value.includes(one) && !tree.value.includes(other)) ?? PAIRS[0];
      return stands(plainly) ? plainly : `${tree.field}:${opening}${tree.value}${closing}`;
    }
    case "not":
      return `NOT ${["and", "or"].includes(tree.part.kind) ? `(${typed(tree.part)})` : typed(tree.part)}`;
    case "and":
      return tree.parts.map((part) => (part.kind === "or" ? `(${typed(part)})` : typed(part))).join(" ");
    case "or":
      return tree.parts.map(typed).join(" OR ");
    default:
      return notation(tree);
  }
}

/** A query with a filter more. */
export function narrowed(query, added) {
  const { tree } = parseQuery(query);
  const beside = parseQuery(`x ${added}`).tree.parts.slice(1);
  const parts = tree?.kind === "and" ? tree.parts : [tree].filter(Boolean);
  return typed({ kind: "and", parts: distinct([...parts, ...beside]) });
}
