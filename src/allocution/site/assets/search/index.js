// The static index: small files that are fetched when a query needs them. docs/static-search.md has the format.

import { exactKey, foldedKey, spellingKeys } from "./words.js";

/** The place of the last of the ordered `starts` that isn't after `wanted`; -1 where all are. */
function placeIn(starts, wanted) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** `count` numbers from byte planes: all lowest bytes first, then the next ones. */
function fromPlanes(bytes, at, count, size) {
  const numbers = new Uint32Array(count);
  for (let plane = 0; plane < size; plane++) {
    const start = at + plane * count;
    for (let place = 0; place < count; place++) numbers[place] |= bytes[start + place] << (8 * plane);
  }
  return numbers;
}

/** Numbers from the first one and the steps to each next one, in place. */
function summed(steps) {
  for (let place = 1; place < steps.length; place++) steps[place] += steps[place - 1];
  return steps;
}

/** The places of rows of the files in the order of the archive's: the last statements first, each from its start. */
function turned(kept) {
  const order = new Uint32Array(kept.length);
  let at = 0;
  for (let end = kept.length; end > 0; ) {
    const statement = kept[end - 1] >>> PLACE_BITS;
    let start = end - 1;
    while (start > 0 && kept[start - 1] >>> PLACE_BITS === statement) start--;
    for (let place = start; place < end; place++) order[at++] = place;
    end = start;
  }
  return order;
}

async function inflated(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const asJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

const PLACE_BITS = 13; // a row in the files is its statement, counted from the last one, and its place in it

const SPELT = /^[a-zA-Z\u00aa-\u024f\u0400-\u052f]+$/; // words whose sound is compared with that of others
const LATIN = /^[a-zA-Z\u00aa-\u024f]+$/;

const LABELS = 32; // so many values of a facet have their labels in one file

export class Index {
  /** Open the index whose `meta.json` lies at an address. */
  static async open(address) {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const index = new Index(new URL(".", new URL(address, location.href)), await response.json());
    await index.#readTables();
    return index;
  }

  #base;
  #files = new Map();
  #shards = new Map();

  constructor(base, meta) {
    this.#base = base;
    this.meta = meta;
  }

  #file(name, read = asJson) {
    if (!this.#files.has(name)) {
      const reading = fetch(new URL(`${name}.bin`, this.#base)).then(inflated).then(read);
      reading.catch(() => this.#files.delete(name));
      this.#files.set(name, reading);
    }
    return this.#files.get(name);
  }

  async #readTables() {
    const { table, statementsFile, statements: count, rows } = this.meta;
    const [found, bytes] = await Promise.all([
      this.#file(`table/${table}`),
      this.#file(`statements/${statementsFile}`, (read) => read),
    ]);
    this.table = found;
    summed(found.units);
    this.chunkStarts = summed([0, ...found.chunks.map(([size]) => size)]).slice(0, -1);
    const sizes = fromPlanes(bytes, 0, count, 2);
    this.years = fromPlanes(bytes, 2 * count, count, 2);
    this.firstRows = new Uint32Array(count + 1);
    this.statementOf = new Uint32Array(rows);
    for (let number = 0; number < count; number++) {
      this.firstRows[number + 1] = this.firstRows[number] + sizes[number];
      this.statementOf.fill(number, this.firstRows[number], this.firstRows[number + 1]);
    }
    this.newest = found.newest.length ? Uint32Array.from(found.newest) : null;
  }

  get layouts() {
    return this.table.layouts;
  }

  get facetNames() {
    return Object.keys(this.table.facets);
  }

  /** A row as the files number it, as one of the archive's. */
  #row(kept) {
    const place = kept & ((1 << PLACE_BITS) - 1);
    return this.firstRows[this.meta.statements - 1 - (kept >>> PLACE_BITS)] + place;
  }

  // Words

  async #lexicon(text) {
    return this.#lexiconFile(Math.max(0, placeIn(this.table.lexicon.starts, text)));
  }

  #lexiconFile(number) {
    return this.#file(`lexicon/${this.table.lexicon.names[number]}`, (bytes) => {
      const [forms, keys, exact, shards] = asJson(bytes);
      for (const [shard, name] of Object.entries(shards)) this.#shards.set(Number(shard), name);
      return {
        forms: new Map(Object.entries(forms)),
        keys: keys.map(([key, count, ...steps]) => ({ key, count, units: summed(steps) })),
        exact: new Map(Object.entries(exact)),
      };
    });
  }

  /** The lemmas ({key, count, units}) that a form may be of. */
  async lemmasOfForm(word) {
    if (!this.table.lexicon.starts.length) return [];
    const folded = foldedKey(word);
    const numbers = (await this.#lexicon(folded)).forms.get(folded) ?? [];
    return Promise.all(
      numbers.map(async (number) => {
        const { keys } = this.table.lexicon;
        const place = placeIn(keys, number);
        return (await this.#lexiconFile(place)).keys[number - keys[place]];
      }),
    );
  }

  async #lemma(key) {
    return (await this.#lexicon(key)).keys.find((each) => each.key === key);
  }

  /** The lemmas that a word fits by its sound. */
  async lemmasOfSpelling(word) {
    if (!SPELT.test(word)) return [];
    const keys = new Set();
    const spellings = spellingKeys(word, await this.letters()).filter(Boolean);
    // Those of lemmas, marked, are for words in Latin letters.
    const ofLemmas = LATIN.test(word) ? spellings.map((spelling) => `~${spelling}`) : [];
    for (const spelling of [...spellings, ...ofLemmas]) {
      for (const key of (await this.#entry("spellings", spelling)) ?? []) keys.add(key);
    }
    return (await Promise.all([...keys].map((key) => this.#lemma(key)))).filter(Boolean);
  }

  letters() {
    return this.#file(`letters/${this.table.letters}`);
  }

  /** How often an exact form stands, and its units. */
  async exactForm(word) {
    if (!this.table.lexicon.starts.length) return { count: 0, units: [] };
    const [count, ...units] = (await this.#lexicon(foldedKey(word))).exact.get(exactKey(word)) ?? [0];
    return { count, units };
  }

  async unitsOfExact(word) {
    return (await this.exactForm(word)).units;
  }

  /** What is known beforehand of a frequent form (`=form`) or of lemmas (`~key key`); undefined of others. */
  async head(name) {
    const found = await this.#entry("heads", name);
    if (!found) return undefined;
    const [rows, statements, names, flat] = found;
    const best = [];
    for (let at = 0; at < flat.length; at += 3) {
      best.push({ count: flat[at], size: flat[at + 1], row: this.#row(flat[at + 2]) });
    }
    return { rows, statements, names, best };
  }

  /** The units of forms, and those of lemmas, that begin so. */
  async unitsOfPrefix(text) {
    const [exact, folded] = [exactKey(text), foldedKey(text)];
    const { starts } = this.table.lexicon;
    const first = Math.max(0, placeIn(starts, folded));
    const files = [];
    for (let number = first; number < starts.length; number++) {
      if (number > first && !starts[number].startsWith(folded)) break;
      files.push(this.#lexiconFile(number));
    }
    const units = { exact: [], keys: [] };
    for (const file of await Promise.all(files)) {
      for (const [form, [, ...found]] of file.exact) if (form.startsWith(exact)) units.exact.push(...found);
      for (const { key, units: found } of file.keys) if (key.startsWith(folded)) units.keys.push(...found);
    }
    return units;
  }

  /** Those of some folded forms that are known, the most frequent first; a few files are looked into, not all. */
  async knownForms(candidates, mostFiles) {
    const byFile = new Map();
    for (const form of candidates) {
      const place = Math.max(0, placeIn(this.table.lexicon.starts, form));
      if (!byFile.has(place)) byFile.set(place, []);
      byFile.get(place).push(form);
    }
    const likeliest = [...byFile].sort((one, other) => other[1].length - one[1].length).slice(0, mostFiles);
    const known = [];
    const written = new Map();
    for (const [place, forms] of likeliest) {
      const file = await this.#lexiconFile(place);
      const here = forms.filter((form) => file.forms.get(form)?.length);
      known.push(...here);
      // A folded form as it stands in the archive, the most frequent one.
      const said = [...file.exact].sort(([one, [few]], [other, [many]]) => many - few || (one < other ? -1 : 1));
      for (const [exact] of said) {
        const form = foldedKey(exact);
        if (here.includes(form) && !written.has(form)) written.set(form, exact);
      }
    }
    const counted = await Promise.all(
      known.map(async (form) => {
        const lemmas = await this.lemmasOfForm(form);
        return [form, Math.max(...lemmas.map((lemma) => lemma.count))];
      }),
    );
    return counted.sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).map(([form]) => written.get(form) ?? form);
  }

  // Where words stand

  async #postings(shard) {
    return this.#file(`postings/${this.#shards.get(shard)}`, (bytes) => {
      const length = new DataView(bytes.buffer).getUint32(0, true);
      const [names, counts] = asJson(bytes.subarray(4, 4 + length));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const rows = fromPlanes(bytes, 4 + length, total, 4);
      const sizes = fromPlanes(bytes, 4 + length + 4 * total, total, 2);
      let at = 0;
      return names.map((name, place) => {
        const [start, end] = [at, (at += counts[place])];
        return { name, start, kept: summed(rows.subarray(start, end)), lengths: sizes.subarray(start, end) };
      });
    });
  }

  /** {name, rows, sizes} of a unit: its form as written, the rows that hold it, how many words each has. */
  async unit(number) {
    const place = placeIn(this.table.units, number);
    const unit = (await this.#postings(place))[number - this.table.units[place]];
    if (!unit.rows) {
      unit.order = turned(unit.kept);
      unit.rows = Uint32Array.from(unit.order, (at) => this.#row(unit.kept[at]));
      unit.sizes = Uint32Array.from(unit.order, (at) => unit.lengths[at]);
    }
    return unit;
  }

  /** The same with `places`: where in each row. */
  async unitWithPlaces(number) {
    const unit = await this.unit(number);
    const shard = this.#shards.get(placeIn(this.table.units, number));
    const places = await this.#file(`places/${shard}`, (bytes) => fromPlanes(bytes, 0, bytes.length / 2, 2));
    return { ...unit, places: Uint32Array.from(unit.order, (at) => places[unit.start + at]) };
  }

  // Statements

  async #entry(dictionary, text) {
    const { starts, names } = this.table[dictionary];
    const place = placeIn(starts, text);
    if (place < 0) return undefined;
    const entries = await this.#file(`${dictionary}/${names[place]}`, (bytes) => new Map(Object.entries(asJson(bytes))));
    return entries.get(text);
  }

  /** The statements of which one value of a field is just this. */
  async statementsOfWhole(field, value) {
    const steps = await this.#entry("filters", `${field}:${foldedKey(value)}`);
    return steps && summed([...steps]);
  }

  /** The statements that a field has under one of the keys of a word. */
  async statementsOf(field, word) {
    const folded = foldedKey(word);
    const keys = [folded];
    if (field === "charge" || field === "court") {
      for (const key of (await this.#entry("filters", `${field}=${folded}`)) ?? []) keys.push(`~${key}`);
    }
    if (field === "speaker") {
      for (const spelling of spellingKeys(word, await this.letters())) if (spelling) keys.push(`/${spelling}`);
    }
    const found = await Promise.all(keys.map((key) => this.#entry("filters", `${field}:${key}`)));
    return found.filter(Boolean).map((steps) => summed([...steps]));
  }

  /** Whether a row `holds` a language that some words name, and the `first` such rows of statements in another. */
  async spokenIn(words) {
    if (!this.table.passages) return null;
    const named = await Promise.all(words.map(async (word) => (await this.#entry("filters", `lang=${foldedKey(word)}`)) ?? []));
    const fits = (language) => named.length > 0 && named.every((languages) => languages.includes(language));
    const [rowsIn, statementsIn] = await this.#file(`passages/${this.table.passages}`);
    const [fitting, known, first] = [new Map(), new Map(), new Map()];
    for (const [language, steps] of Object.entries(statementsIn)) {
      for (const statement of summed([...steps])) known.set(statement, fits(language));
    }
    for (const [language, steps] of Object.entries(rowsIn)) {
      for (const row of summed([...steps])) fitting.set(row, fits(language));
    }
    for (const [row, fit] of fitting) {
      const statement = this.statementOf[row];
      if (fit && !known.get(statement)) first.set(statement, Math.min(row, first.get(statement) ?? row));
    }
    // A statement that is all in one language was found by that.
    return { first, holds: (row) => fitting.get(row) ?? known.get(this.statementOf[row]) ?? true };
  }

  /** How many values a facet has (`size`), and `each`, which hands over every statement with the number of a value. */
  async facet(name) {
    const [file, size] = this.table.facets[name];
    const { statements: count } = this.meta;
    const bytes = await this.#file(`facets/${file}`, (read) => read);
    const held = fromPlanes(bytes, 0, count, 2);
    const numbers = fromPlanes(bytes, 2 * count, (bytes.length - 2 * count) / 4, 4);
    const each = (take) => {
      for (let statement = 0, at = 0; statement < count; statement++) {
        for (const end = at + held[statement]; at < end; at++) take(statement, numbers[at]);
      }
    };
    return { size, each };
  }

  /** [value, label, filter] of some values of a facet, by number. */
  labels(name, numbers) {
    const [, , ...files] = this.table.facets[name];
    const inFile = async (number) => (await this.#file(`labels/${files[Math.floor(number / LABELS)]}`))[number % LABELS];
    return Promise.all(numbers.map(inFile));
  }

  /** A row's sentence with its neighbours and its statement. */
  async sentence(row) {
    const { part, statements } = this.meta;
    const statement = this.statementOf[row];
    const fromLast = statements - 1 - statement;
    const chunk = placeIn(this.chunkStarts, fromLast);
    const place = row - this.firstRows[statement];
    const number = Math.floor(place / part);
    const name = `texts/${this.table.chunks[chunk][1]}/${fromLast - this.chunkStarts[chunk]}-${number}`;
    const [[page, title, date, speakers], own, before, after] = await this.#file(name);
    const at = place - number * part;
    const [anchor, language, role, text, meant = []] = own[at];
    return {
      address: anchor ? `${page}#s-${anchor}` : page,
      page, title, date, speakers, language, role, text, meant,
      before: place > 1 ? (at ? own[at - 1][3] : before) : "",
      after: place ? (own[at + 1]?.[3] ?? after) : "",
    };
  }
}
