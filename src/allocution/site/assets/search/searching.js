// Queries answered from the static index: the hits of search/searching.py, in its order.

import { firstPage } from "./heads.js";
import { Index } from "./index.js";
import { NOTHING, Scoring, anyOf, best, only, rounded } from "./matching.js";
import { distinct, leavesOf, notation, parseQuery } from "./query.js";
import { resolve, sentences } from "./resolving.js";
import { exactKey, foldedKey, inOtherLayouts, oneSlipAway, wordSpans, wordsOf } from "./words.js";

const NO_YEAR = 0;
const YEAR_NOUGHT = 20_000;
const MOST_SUGGESTIONS = 3;
const LEAST_OF_A_SLIP = 3;
const MOST_FACET_VALUES = 20;
const MOST_FILES_FOR_SUGGESTIONS = 6;

export class Searcher {
  static async open(address) {
    return new Searcher(await Index.open(address));
  }

  constructor(index) {
    this.index = index;
    this.scoring = new Scoring(index.meta);
  }

  /** {query, total, statements, hits, notes, suggestions, among}: `among` is what `facets` counts. */
  async search(text, { sort = "relevance", limit = 10, offset = 0, suggest = true } = {}) {
    const { query, found } = await this.#understood(text, sort === "relevance" ? offset + limit : Infinity);
    const leaves = [...found.resolved.values()].filter((leaf) => leaf.counts);
    const rows = found.page?.slice(offset) ?? this.#page(found, sort, limit, offset);
    const respelt = leaves.flatMap((leaf) => leaf.respelt.map((word) => ({ code: "other-spelling", text: word })));
    return {
      query: notation(query.tree),
      total: found.total,
      statements: found.count ?? found.statements.reduce((sum, held) => sum + held, 0),
      hits: await Promise.all(rows.map((row) => this.#hit(row, leaves))),
      notes: distinct([...query.notes, ...respelt]),
      suggestions: suggest ? await this.#suggestions(leaves) : [],
      among: found.statements ?? (async () => (await this.#find(query.tree)).statements),
    };
  }

  /** All hits of a query, handed over so many at a time, with how many there are. */
  async everyHit(text, sort, atOnce, take) {
    const { found } = await this.#understood(text, Infinity);
    const leaves = [...found.resolved.values()].filter((leaf) => leaf.counts);
    const rows = this.#page(found, sort, found.total, 0);
    for (let start = 0; start < rows.length; start += atOnce) {
      const some = rows.slice(start, start + atOnce);
      take(await Promise.all(some.map((row) => this.#hit(row, leaves))), found.total);
    }
  }

  /** How often a query is answered by values of a facet, of how many sentences: those met, the most frequent `most`. */
  async frequency(text, name, most) {
    if (!this.index.facetNames.includes(name)) return [];
    const { found } = await this.#understood(text, Infinity);
    const { statementOf, firstRows } = this.index;
    const hits = new Uint32Array(this.index.meta.statements);
    for (const rows of [found.exact.rows, found.other.rows, found.whole]) for (const row of rows) hits[statementOf[row]]++;
    const { size, each } = await this.index.facet(name);
    const [hitsOf, sentencesOf] = [new Uint32Array(size), new Uint32Array(size)];
    each((statement, value) => {
      hitsOf[value] += hits[statement];
      sentencesOf[value] += firstRows[statement + 1] - firstRows[statement] - 1;
    });
    const met = mostFrequent(hitsOf);
    const shown = met.slice(0, most);
    const labels = await this.index.labels(name, shown);
    const lines = shown.map((value, at) => {
      const [key, label] = labels[at];
      return { value: key, label, hits: hitsOf[value], sentences: sentencesOf[value] };
    });
    return met.length > most ? lines : lines.sort((one, other) => (one.value < other.value ? -1 : 1));
  }

  async #understood(text, wanted) {
    const query = parseQuery(text);
    const found = await this.#find(query.tree, wanted);
    if (!found.total && [...found.resolved.values()].some((leaf) => leaf.counts && leaf.unknown.length)) {
      for (const typed of new Set(inOtherLayouts(text, this.index.layouts))) {
        const other = parseQuery(typed);
        const foundOther = await this.#find(other.tree, wanted);
        if (foundOther.total) {
          const notes = [...other.notes, { code: "other-layout", text: typed }];
          return { query: { ...other, notes }, found: foundOther };
        }
      }
    }
    return { query, found };
  }

  /** What a tree finds; where the `wanted` first hits are known beforehand, only these. */
  async #find(tree, wanted = Infinity) {
    const { index } = this;
    const none = new Uint8Array(index.meta.statements);
    if (!tree) return { resolved: new Map(), exact: NOTHING, other: NOTHING, whole: [], statements: none, total: 0 };
    const resolved = new Map(
      await Promise.all(leavesOf(tree, true).map(async (leaf) => [JSON.stringify(leaf), await resolve(leaf, index, this.scoring)])),
    );
    const positive = leavesOf(tree);
    for (const leaf of positive) resolved.get(JSON.stringify(leaf)).counts = true;
    if (isLeaf(tree)) {
      const [leaf] = resolved.values();
      const first = await firstPage(leaf, index, this.scoring, wanted);
      if (first) return { resolved, ...first };
    }
    let loose = (await sentences(tree, resolved, "loose")) ?? NOTHING;
    let exact = (await sentences(tree, resolved, "exact")) ?? NOTHING;
    const statements = isSimple(tree) ? null : await this.#statements(tree, resolved);
    const spoken = await this.#spoken(tree);
    if (statements) {
      const holds = (row) => statements[index.statementOf[row]] && (!spoken || spoken.holds(row));
      [loose, exact] = [only(loose, holds), only(exact, holds)];
    }
    const inLoose = new Set(loose.rows);
    exact = only(exact, (row) => inLoose.has(row));
    const inExact = new Set(exact.rows);
    const other = only(loose, (row) => !inExact.has(row));
    const held = none;
    for (const row of loose.rows) held[index.statementOf[row]] = 1;
    const rest = statements ? statements.map((is, number) => (is && !held[number] ? 1 : 0)) : null;
    const whole = rest ? await this.#best(rest, positive.map((leaf) => resolved.get(JSON.stringify(leaf))), spoken) : [];
    const total = exact.rows.length + other.rows.length + whole.length;
    return { resolved, exact, other, whole, statements: statements ?? held, total };
  }

  /** The statements that satisfy a tree as a whole, one byte for each. */
  async #statements(tree, resolved) {
    const count = this.index.meta.statements;
    if (tree.kind === "not") return (await this.#statements(tree.part, resolved)).map((is) => 1 - is);
    if (tree.kind === "and" || tree.kind === "or") {
      const parts = await Promise.all(tree.parts.map((part) => this.#statements(part, resolved)));
      return parts.reduce((one, other) => one.map((is, number) => (tree.kind === "and" ? is & other[number] : is | other[number])));
    }
    if (tree.kind === "filter") return this.#filtered(tree);
    const found = new Uint8Array(count);
    for (const row of (await resolved.get(JSON.stringify(tree)).loose.evaluate()).rows) found[this.index.statementOf[row]] = 1;
    return found;
  }

  async #filtered({ field, value }) {
    const { index } = this;
    if (field === "year") {
      const [first, last] = value.includes("..") ? value.split("..") : [value, value];
      const [from, to] = [Number(first || 0) + YEAR_NOUGHT, Number(last || 9999) + YEAR_NOUGHT];
      return Uint8Array.from(index.years, (year) => (year !== NO_YEAR && year >= from && year <= to ? 1 : 0));
    }
    const found = new Uint8Array(index.meta.statements);
    const whole = value.startsWith("=") ? await index.statementsOfWhole(field, value) : undefined;
    if (whole) {
      for (const number of whole) found[number] = 1;
      return found;
    }
    const words = wordsOf(value);
    for (const word of words) {
      const fitting = new Uint8Array(found.length);
      for (const numbers of await index.statementsOf(field, word)) for (const number of numbers) fitting[number] = 1;
      fitting.forEach((is, number) => (found[number] += is));
    }
    return found.map((fits) => (words.length && fits === words.length ? 1 : 0));
  }

  /** What the lang: that holds for all of a query asks of sentences; null where all are in their statement's language. */
  async #spoken(tree) {
    const parts = tree.kind === "and" ? tree.parts : [tree];
    const asked = parts.filter((part) => part.kind === "filter" && part.field === "lang").map((part) => part.value);
    return asked.length ? this.index.spokenIn(asked.flatMap(wordsOf)) : null;
  }

  /** For each statement its most telling row, the most telling statements first. */
  async #best(statements, leaves, spoken) {
    const { statementOf, firstRows } = this.index;
    const chosen = new Map();
    const firstOf = (number) => spoken?.first.get(number) ?? firstRows[number];
    statements.forEach((is, number) => is && chosen.set(number, { heading: 1, score: 0, row: firstOf(number), unseen: true }));
    if (leaves.length && chosen.size) {
      const { rows, scores } = anyOf(await Promise.all(leaves.map((leaf) => leaf.loose.evaluate())));
      rows.forEach((row, place) => {
        const number = statementOf[row];
        if (!statements[number] || (spoken && !spoken.holds(row))) return;
        const candidate = { heading: row === firstRows[number] ? 1 : 0, score: rounded(scores[place]), row };
        const before = chosen.get(number);
        if (before.unseen || compare(candidate, before) < 0) chosen.set(number, candidate);
      });
    }
    return [...chosen.values()].sort(compare).map(({ row }) => row);
  }

  #page(found, sort, limit, offset) {
    if (sort === "date") {
      const rank = this.#rank();
      const { statementOf } = this.index;
      const rows = [...found.exact.rows, ...found.other.rows, ...found.whole].sort((one, other) => one - other);
      if (rank) rows.sort((one, other) => rank[statementOf[one]] - rank[statementOf[other]]);
      return rows.slice(offset, offset + limit);
    }
    const page = [];
    for (const tier of [found.exact, found.other]) {
      const wanted = limit - page.length;
      if (wanted > 0 && offset < tier.rows.length) page.push(...best(tier, offset + wanted).slice(offset));
      offset = Math.max(offset - tier.rows.length, 0);
    }
    return [...page, ...found.whole.slice(offset, offset + limit - page.length)];
  }

  /** The place of each statement in the order of days, null where that is the statements' own. */
  #rank() {
    const { newest } = this.index;
    if (!newest) return null;
    const rank = new Uint32Array(newest.length);
    newest.forEach((number, place) => (rank[number] = place));
    return rank;
  }

  async #hit(row, leaves) {
    const { meant, ...hit } = await this.index.sentence(row);
    const spans = wordSpans(hit.text);
    const stretches = meant.map(([start, end]) => [unit16(hit.text, start), unit16(hit.text, end)]);
    const words = spans.map(([start, end]) => ({
      exact: exactKey(hit.text.slice(start, end)),
      corrected: stretches.some(([first, last]) => start < last && end > first),
    }));
    const found = new Map();
    for (const leaf of leaves) {
      for (const place of leaf.loose.placesIn(row, words)) {
        if (found.has(place)) continue;
        const [start, end] = spans[place];
        found.set(place, { start, end, asked: notation(leaf.leaf), how: how(leaf, words[place]) });
      }
    }
    const whole = meant.map(([, , correction], number) => [...stretches[number], wordSpans(correction).length === 1]);
    return { ...hit, matches: joined([...found.values()].sort((one, other) => one.start - other.start), whole) };
  }

  /** How many of the statements that a search found have each value of a facet, the most frequent first. */
  async facets(among) {
    const found = {};
    if (typeof among === "function") among = await among();
    for (const name of this.index.facetNames) {
      const { size, each } = await this.index.facet(name);
      const counts = new Uint32Array(size);
      each((statement, value) => (counts[value] += among[statement]));
      const shown = mostFrequent(counts).slice(0, MOST_FACET_VALUES);
      const labels = await this.index.labels(name, shown);
      if (shown.length) {
        found[name] = labels.map(([value, label, filter], at) => ({ value, label, count: counts[shown[at]], filter }));
      }
    }
    return found;
  }

  async #suggestions(leaves) {
    const found = [];
    for (const word of new Set(leaves.flatMap((leaf) => leaf.unknown).filter(mayBeASlip))) {
      const likely = await this.index.knownForms(oneSlipAway(foldedKey(word)), MOST_FILES_FOR_SUGGESTIONS);
      found.push(...likely.slice(0, MOST_SUGGESTIONS).map((meant) => ({ word, meant })));
    }
    return found;
  }
}

/** Whether others are offered for a word: any is one slip from a letter or two, and from numbers. */
const mayBeASlip = (word) => [...word].length >= LEAST_OF_A_SLIP && !/^\p{Nd}+$/u.test(word);

/** The numbers of what was counted at all, the most frequent first, then in order; values are in that of their labels. */
function mostFrequent(counts) {
  const met = [...counts.keys()].filter((number) => counts[number]);
  return met.sort((one, other) => counts[other] - counts[one] || one - other);
}

function compare(one, other) {
  return one.heading - other.heading || other.score - one.score || one.row - other.row;
}

function how(leaf, word) {
  if (leaf.isPrefix) return "prefix";
  if (leaf.typed.has(word.exact)) return "exact";
  if (word.corrected) return "correction";
  return leaf.respelt.length ? "spelling" : "form";
}

/** Matches, those on several words that were meant as one joined: «не доверие» for «недоверие». */
function joined(matches, meant) {
  return matches.reduce((found, match) => {
    const last = found.at(-1);
    const one = last && last.asked === match.asked && last.how === "correction" && match.how === "correction"
      && meant.some(([start, end, single]) => single && start < last.end && end > match.start);
    if (one) last.end = match.end;
    else found.push(match);
    return found;
  }, []);
}

const isLeaf = (tree) => tree.kind === "word" || tree.kind === "exact";

/** Whether sentences that satisfy the tree are all there is to it. */
function isSimple(tree) {
  if (tree.kind === "or") return tree.parts.every(isSimple);
  return !["and", "not", "filter"].includes(tree.kind);
}

/** A place counted in code points as one counted in UTF-16 units. */
function unit16(text, place) {
  return [...text].slice(0, place).join("").length;
}
