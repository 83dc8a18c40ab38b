// Rows that hold words, phrases and words near each other, with the scores that SQLite's FTS5 gives them.

const K1 = 1.2;
const B = 0.75;
const WIDTH = 65536; // a row and a place in it as one number: row × WIDTH + place

/** Rows in order with what each scores. */
export const NOTHING = { rows: new Uint32Array(0), scores: new Float64Array(0) };

/** The rows of some units, each once, with how often (`counts`) and how many words the row has (`sizes`). */
export function rowsOf(units) {
  if (units.length === 1) return counted(units[0].rows, units[0].sizes);
  const packed = new Float64Array(units.reduce((sum, unit) => sum + unit.rows.length, 0));
  let at = 0;
  for (const { rows, sizes } of units) {
    for (let place = 0; place < rows.length; place++) packed[at++] = rows[place] * WIDTH + sizes[place];
  }
  packed.sort();
  const rows = new Uint32Array(packed.length);
  const sizes = new Uint32Array(packed.length);
  for (let place = 0; place < packed.length; place++) {
    rows[place] = Math.floor(packed[place] / WIDTH);
    sizes[place] = packed[place] % WIDTH;
  }
  return counted(rows, sizes);
}

function counted(rows, sizes) {
  const found = { rows: new Uint32Array(rows.length), sizes: new Uint32Array(rows.length), counts: new Uint32Array(rows.length) };
  let last = -1;
  for (let place = 0; place < rows.length; place++) {
    if (last < 0 || found.rows[last] !== rows[place]) {
      found.rows[++last] = rows[place];
      found.sizes[last] = sizes[place];
    }
    found.counts[last]++;
  }
  return Object.fromEntries(Object.entries(found).map(([name, numbers]) => [name, numbers.subarray(0, last + 1)]));
}

/** Where a phrase begins, as row × WIDTH + place in order; `places` holds for each of its places the units there. */
export function startsOf(places) {
  let found = null;
  places.forEach((units, step) => {
    const here = new Float64Array(units.reduce((sum, unit) => sum + unit.rows.length, 0));
    let at = 0;
    for (const unit of units) {
      for (let place = 0; place < unit.rows.length; place++) {
        if (unit.places[place] >= step) here[at++] = unit.rows[place] * WIDTH + unit.places[place] - step;
      }
    }
    const sorted = here.subarray(0, at).sort();
    found = found === null ? sorted : common(found, sorted);
  });
  return found;
}

function common(one, other) {
  const found = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) {
      found.push(one[i++]);
      j++;
    } else if (one[i] < other[j]) i++;
    else j++;
  }
  return Float64Array.from(found);
}

/** Starts by row: Map of row to the places in it, in order. */
function byRow(starts) {
  const found = new Map();
  for (const start of starts) {
    const row = Math.floor(start / WIDTH);
    if (!found.has(row)) found.set(row, []);
    found.get(row).push(start % WIDTH);
  }
  return found;
}

/** Phrases within a distance of each other, as FTS5's NEAR takes it: for each row the starts of each phrase. */
export function nearby(phrases, distance) {
  const rows = phrases.map(({ starts }) => byRow(starts));
  const found = new Map();
  for (const row of rows[0].keys()) {
    if (!rows.every((each) => each.has(row))) continue;
    const kept = nearInRow(rows.map((each) => each.get(row)), phrases.map(({ length }) => length), distance);
    if (kept[0].length) found.set(row, kept);
  }
  return found;
}

/** The places of each phrase that take part in a match (fts5ExprNearIsMatch). */
function nearInRow(places, lengths, distance) {
  const at = places.map(() => 0);
  const kept = places.map(() => []);
  for (;;) {
    let most = places[0][at[0]];
    for (let fits = false; !fits; ) {
      fits = true;
      for (let each = 0; each < places.length; each++) {
        const least = most - lengths[each] - distance;
        const here = places[each][at[each]];
        if (here >= least && here <= most) continue;
        fits = false;
        while (places[each][at[each]] < least) if (++at[each] === places[each].length) return kept;
        most = Math.max(most, places[each][at[each]]);
      }
    }
    places.forEach((each, number) => {
      if (kept[number].at(-1) !== each[at[number]]) kept[number].push(each[at[number]]);
    });
    let first = 0;
    places.forEach((each, number) => {
      if ((each[at[number] + 1] ?? Infinity) < (places[first][at[first] + 1] ?? Infinity)) first = number;
    });
    if (++at[first] === places[first].length) return kept;
  }
}

/** Scores by BM25 as FTS5 counts it. */
export class Scoring {
  constructor({ rows, words }) {
    this.rows = rows;
    this.average = words / rows;
  }

  /** How telling a phrase is that stands in so many rows. */
  weight(rows) {
    const found = Math.log((this.rows - rows + 0.5) / (rows + 0.5));
    return found <= 0 ? 1e-6 : found;
  }

  score(weight, count, size) {
    return weight * ((count * (K1 + 1)) / (count + K1 * (1 - B + (B * size) / this.average)));
  }

  /** Rows of one phrase with their scores. */
  scored({ rows, sizes, counts }) {
    const weight = this.weight(rows.length);
    return { rows, scores: Float64Array.from(rows, (_, place) => this.score(weight, counts[place], sizes[place])) };
  }
}

/** Rows that are in all of the lists; their scores add up. */
export function allOf(lists) {
  return lists.reduce((one, other) => {
    const rows = [];
    const scores = [];
    for (let i = 0, j = 0; i < one.rows.length && j < other.rows.length; ) {
      if (one.rows[i] === other.rows[j]) {
        rows.push(one.rows[i]);
        scores.push(one.scores[i++] + other.scores[j++]);
      } else if (one.rows[i] < other.rows[j]) i++;
      else j++;
    }
    return { rows: Uint32Array.from(rows), scores: Float64Array.from(scores) };
  });
}

/** Rows that are in any of the lists; their scores add up. */
export function anyOf(lists) {
  return lists.reduce((one, other) => {
    const rows = new Uint32Array(one.rows.length + other.rows.length);
    const scores = new Float64Array(rows.length);
    let [i, j, last] = [0, 0, 0];
    while (i < one.rows.length || j < other.rows.length) {
      const [left, right] = [one.rows[i] ?? Infinity, other.rows[j] ?? Infinity];
      rows[last] = Math.min(left, right);
      if (left <= right) scores[last] += one.scores[i++];
      if (right <= left) scores[last] += other.scores[j++];
      last++;
    }
    return { rows: rows.subarray(0, last), scores: scores.subarray(0, last) };
  });
}

/** The rows for which `holds` is true. */
export function only({ rows, scores }, holds) {
  const kept = rows.map((row, place) => (holds(row) ? place + 1 : 0)).filter(Boolean);
  return { rows: kept.map((place) => rows[place - 1]), scores: Float64Array.from(kept, (place) => scores[place - 1]) };
}

/** Scores as they are compared: rounded to six decimals. */
export const rounded = (score) => Math.round(score * 1e6);

/** The best `count` rows, ties in order of the rows. */
export function best({ rows, scores }, count) {
  const values = Float64Array.from(scores, rounded);
  let least = -Infinity;
  if (rows.length > count) least = values.slice().sort()[rows.length - count] ?? Infinity;
  const chosen = [];
  for (let place = 0; place < rows.length; place++) if (values[place] >= least) chosen.push(place);
  chosen.sort((one, other) => values[other] - values[one] || rows[one] - rows[other]);
  return chosen.slice(0, count).map((place) => rows[place]);
}
