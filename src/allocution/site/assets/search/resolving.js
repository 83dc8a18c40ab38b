// The leaves of a query as units of the index: in any form, and in the form that was typed.

import { NOTHING, allOf, anyOf, nearby, rowsOf, startsOf } from "./matching.js";
import { exactKey } from "./words.js";

const LONGEST_WORD = 64; // what is longer is looked for as it is typed, and compared with nothing

/**
 * A leaf's expressions (`loose`, `exact`), the lemmas it was taken for, whether a hyphenated word was parted
 * (`isParted`), and what can be said about its words.
 */
export class ResolvedLeaf {
  constructor(leaf) {
    this.leaf = leaf;
    this.respelt = [];
    this.unknown = [];
    this.typed = new Set();
    this.lemmas = [];
  }

  get isPrefix() {
    return this.leaf.kind === "prefix";
  }
}

export async function resolve(leaf, index, scoring) {
  const resolved = new ResolvedLeaf(leaf);
  const items = leaf.kind === "near" ? leaf.items : [leaf];
  if (leaf.kind === "prefix") {
    const units = await index.unitsOfPrefix(leaf.text);
    resolved.loose = resolved.exact = new Either([
      new Stretches([[sorted(units.exact)]], 0, index, scoring),
      new Stretches([[sorted(units.keys)]], 0, index, scoring),
    ]);
    return resolved;
  }
  const exact = await Promise.all(items.map((item) => exactStretch(item, index)));
  const loose = await Promise.all(items.map((item, place) => (isExact(item) ? exact[place] : anyForms(item, index, resolved))));
  for (const list of [resolved.respelt, resolved.unknown]) inOrder(list, items.flatMap(wordsIn).flatMap((word) => [word, ...word.split("-")]));
  resolved.isParted = loose[0].length > wordsIn(items[0]).length;
  for (const word of items.flatMap(wordsIn)) resolved.typed.add(exactKey(word));
  resolved.exact = new Stretches(exact, leaf.distance ?? 0, index, scoring);
  // The same where every word is asked for in one form, as FTS5's expressions then are.
  resolved.same = items.every(isExact) || loose.every((stretch, place) => stretch.every((units, step) => units === exact[place][step]));
  resolved.loose = resolved.same ? resolved.exact : new Stretches(loose, leaf.distance ?? 0, index, scoring);
  return resolved;
}

/** Words in the order in which they were typed, not in that in which files came. */
const inOrder = (list, words) => list.sort((one, other) => words.indexOf(one) - words.indexOf(other));
const isExact = (item) => item.kind === "exact" || (item.kind === "phrase" && item.exact);
const wordsIn = (item) => item.words ?? [item.text];
const sorted = (numbers) => [...new Set(numbers)].sort((one, other) => one - other);

function exactStretch(item, index) {
  return Promise.all(wordsIn(item).map((word) => index.unitsOfExact(word)));
}

async function anyForms(item, index, resolved) {
  const places = await Promise.all(wordsIn(item).map((word) => anyForm(word, index, resolved)));
  return places.flat();
}

/** The units at a word's place; at the places of its parts where they alone are known of a hyphenated one. */
async function anyForm(word, index, resolved) {
  let lemmas = await index.lemmasOfForm(word);
  if (!lemmas.length && [...word].length <= LONGEST_WORD) {
    if (word.includes("-")) return (await Promise.all(word.split("-").map((part) => anyForm(part, index, resolved)))).flat();
    lemmas = await index.lemmasOfSpelling(word);
    (lemmas.length ? resolved.respelt : resolved.unknown).push(word);
  }
  if (!lemmas.length) return [await index.unitsOfExact(word)];
  resolved.lemmas.push(...lemmas);
  return [sorted(lemmas.flatMap((lemma) => lemma.units))];
}

/** A word, a phrase, or several near each other: stretches of places, each with the units that may stand there. */
class Stretches {
  #evaluated;

  constructor(stretches, distance, index, scoring) {
    this.stretches = stretches;
    this.distance = distance;
    this.index = index;
    this.scoring = scoring;
  }

  get #isWord() {
    return this.stretches.length === 1 && this.stretches[0].length === 1;
  }

  /** Rows with scores. */
  evaluate() {
    this.#evaluated ??= this.#isWord ? this.#word() : this.#phrases();
    return this.#evaluated;
  }

  async #word() {
    this.units = await Promise.all(this.stretches[0][0].map((number) => this.index.unit(number)));
    return this.units.length ? this.scoring.scored(rowsOf(this.units)) : NOTHING;
  }

  async #phrases() {
    const phrases = await Promise.all(this.stretches.map((stretch) => this.#phrase(stretch)));
    this.phrases = phrases;
    if (phrases.length === 1) return this.scoring.scored(phrases[0]);
    this.near = nearby(phrases, this.distance);
    const rows = Uint32Array.from(this.near.keys()).sort();
    const weights = phrases.map((phrase) => this.scoring.weight(phrase.rows.length));
    const scores = Float64Array.from(rows, (row) => {
      const size = phrases[0].sizeOf.get(row);
      return this.near.get(row).reduce((sum, places, each) => sum + this.scoring.score(weights[each], places.length, size), 0);
    });
    return { rows, scores };
  }

  async #phrase(stretch) {
    const places = await Promise.all(
      stretch.map((numbers) => Promise.all(numbers.map((number) => this.index.unitWithPlaces(number)))),
    );
    const starts = startsOf(places);
    const sizeOf = new Map();
    for (const { rows, sizes } of places[0]) rows.forEach((row, place) => sizeOf.set(row, sizes[place]));
    const counts = new Map();
    for (const start of starts) {
      const row = Math.floor(start / 65536);
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    const rows = Uint32Array.from(counts.keys());
    return {
      starts,
      sizeOf,
      length: stretch.length,
      rows,
      counts: Uint32Array.from(counts.values()),
      sizes: Uint32Array.from(rows, (row) => sizeOf.get(row)),
    };
  }

  /** The places in a row on which it stands; `words` are the row's own ({exact, corrected}). */
  placesIn(row, words) {
    // A form that is of this word in one language need not be in the language of this row.
    if (this.#isWord) return placesOf((this.units ?? []).filter(({ rows }) => holds(rows, row)).map(({ name }) => name), words);
    const found = this.near
      ? (this.near.get(row) ?? []).map((starts, each) => [starts, this.phrases[each].length])
      : (this.phrases ?? []).map((phrase) => [startsIn(phrase, row), phrase.length]);
    return found.flatMap(([starts, length]) => starts.flatMap((start) => Array.from({ length }, (_, step) => start + step)));
  }
}

/** Whether rows in order have this one. */
function holds(rows, row) {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle] < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row;
}

/** The places at which one of some forms stands. */
export function placesOf(names, words) {
  const forms = new Set(names);
  return words.flatMap(({ exact }, place) => (forms.has(exact) ? [place] : []));
}

function startsIn(phrase, row) {
  const found = [];
  for (const start of phrase.starts) if (Math.floor(start / 65536) === row) found.push(start % 65536);
  return found;
}

/** Any of several expressions. */
class Either {
  constructor(parts) {
    this.parts = parts;
  }

  async evaluate() {
    return anyOf(await Promise.all(this.parts.map((part) => part.evaluate())));
  }

  placesIn(row, words) {
    return [...new Set(this.parts.flatMap((part) => part.placesIn(row, words)))];
  }
}

/** What one sentence has to hold to satisfy a tree, as rows with scores; null where it asks nothing of sentences. */
export async function sentences(tree, resolved, side) {
  if (tree.kind === "filter" || tree.kind === "not") return null;
  if (tree.kind === "and" || tree.kind === "or") {
    const parts = await Promise.all(tree.parts.map((part) => sentences(part, resolved, side)));
    const asked = parts.filter(Boolean);
    if (!asked.length) return null;
    return tree.kind === "and" ? allOf(asked) : anyOf(asked);
  }
  return resolved.get(JSON.stringify(tree))[side].evaluate();
}
