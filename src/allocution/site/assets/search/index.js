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

async function inflated(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const stream = response.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const asJson = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

export class Index {
  /** Open the index whose `meta.json` lies at an address. */
  static async open(address) {
    const response = await fetch(address, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const index = new Index(new URL(".", new URL(address, location.href)), await response.json());
    await index.#readStatements();
    return index;
  }

  #base;
  #files = new Map();

  constructor(base, meta) {
    this.#base = base;
    this.meta = meta;
  }

  #file(name, read = asJson) {
    if (!this.#files.has(name)) {
      const address = new URL(`${this.meta.folder}/${name}.bin`, this.#base);
      const reading = fetch(address).then(inflated).then(read);
      reading.catch(() => this.#files.delete(name));
      this.#files.set(name, reading);
    }
    return this.#files.get(name);
  }

  async #readStatements() {
    const count = this.meta.statements;
    const bytes = await this.#file("statements", (found) => found);
    const sizes = fromPlanes(bytes, 0, count, 2);
    this.years = fromPlanes(bytes, 2 * count, count, 2);
    this.firstRows = new Uint32Array(count + 1);
    this.statementOf = new Uint32Array(this.meta.rows);
    for (let number = 0; number < count; number++) {
      this.firstRows[number + 1] = this.firstRows[number] + sizes[number];
      this.statementOf.fill(number, this.firstRows[number], this.firstRows[number + 1]);
    }
    this.newest = this.meta.newest.length ? Uint32Array.from(this.meta.newest) : null;
  }

  // Words

  async #lexicon(text) {
    return this.#lexiconFile(Math.max(0, placeIn(this.meta.lexicon, text)));
  }

  #lexiconFile(number) {
    return this.#file(`lexicon/${number}`, (bytes) => {
      const [forms, keys, exact] = asJson(bytes);
      return {
        forms: new Map(Object.entries(forms)),
        keys: keys.map(([key, ...steps]) => ({ key, units: summed(steps) })),
        exact: new Map(Object.entries(exact)),
      };
    });
  }

  /** The lemmas ({key, units}) that a form may be of. */
  async lemmasOfForm(word) {
    if (!this.meta.lexicon.length) return [];
    const folded = foldedKey(word);
    const numbers = (await this.#lexicon(folded)).forms.get(folded) ?? [];
    return Promise.all(
      numbers.map(async (number) => {
        const place = placeIn(this.meta.keys, number);
        return (await this.#lexiconFile(place)).keys[number - this.meta.keys[place]];
      }),
    );
  }

  async #lemma(key) {
    return (await this.#lexicon(key)).keys.find((each) => each.key === key);
  }

  /** The lemmas that a word fits by its sound. */
  async lemmasOfSpelling(word) {
    if (!/^\p{L}+$/u.test(word)) return [];
    const keys = new Set();
    for (const spelling of spellingKeys(word, await this.letters())) {
      for (const key of (await this.#entry("spellings", spelling)) ?? []) keys.add(key);
    }
    return (await Promise.all([...keys].map((key) => this.#lemma(key)))).filter(Boolean);
  }

  letters() {
    return this.#file("letters");
  }

  async unitsOfExact(word) {
    if (!this.meta.lexicon.length) return [];
    return (await this.#lexicon(foldedKey(word))).exact.get(exactKey(word)) ?? [];
  }

  /** The units of forms, and those of lemmas, that begin so. */
  async unitsOfPrefix(text) {
    const [exact, folded] = [exactKey(text), foldedKey(text)];
    const first = Math.max(0, placeIn(this.meta.lexicon, folded));
    const files = [];
    for (let number = first; number < this.meta.lexicon.length; number++) {
      if (number > first && !this.meta.lexicon[number].startsWith(folded)) break;
      files.push(this.#lexiconFile(number));
    }
    const units = { exact: [], keys: [] };
    for (const file of await Promise.all(files)) {
      for (const [form, found] of file.exact) if (form.startsWith(exact)) units.exact.push(...found);
      for (const { key, units: found } of file.keys) if (key.startsWith(folded)) units.keys.push(...found);
    }
    return units;
  }

  /** Those of some folded forms that are known, the most frequent first; a few files are looked into, not all. */
  async knownForms(candidates, mostFiles) {
    const byFile = new Map();
    for (const form of candidates) {
      const place = Math.max(0, placeIn(this.meta.lexicon, form));
      if (!byFile.has(place)) byFile.set(place, []);
      byFile.get(place).push(form);
    }
    const likeliest = [...byFile].sort((one, other) => other[1].length - one[1].length).slice(0, mostFiles);
    const known = [];
    for (const [place, forms] of likeliest) {
      const file = await this.#lexiconFile(place);
      known.push(...forms.filter((form) => file.forms.get(form)?.length));
    }
    const counted = await Promise.all(
      known.map(async (form) => {
        const lemmas = await this.lemmasOfForm(form);
        return [form, Math.max(...lemmas.map((lemma) => lemma.units.length))];
      }),
    );
    return counted.sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1)).map(([form]) => form);
  }

  // Where words stand

  async #postings(number) {
    return this.#file(`postings/${number}`, (bytes) => {
      const length = new DataView(bytes.buffer).getUint32(0, true);
      const [names, counts] = asJson(bytes.subarray(4, 4 + length));
      const total = counts.reduce((sum, count) => sum + count, 0);
      const rows = fromPlanes(bytes, 4 + length, total, 4);
      const sizes = fromPlanes(bytes, 4 + length + 4 * total, total, 2);
      let at = 0;
      return names.map((name, place) => {
        const [start, end] = [at, (at += counts[place])];
        return { name, start, rows: summed(rows.subarray(start, end)), sizes: sizes.subarray(start, end) };
      });
    });
  }

  /** {name, rows, sizes} of a unit: its form as written, the rows that hold it, how many words each has. */
  async unit(number) {
    const place = placeIn(this.meta.units, number);
    return (await this.#postings(place))[number - this.meta.units[place]];
  }

  /** The same with `places`: where in each row. */
  async unitWithPlaces(number) {
    const unit = await this.unit(number);
    const place = placeIn(this.meta.units, number);
    const places = await this.#file(`places/${place}`, (bytes) => fromPlanes(bytes, 0, bytes.length / 2, 2));
    return { ...unit, places: places.subarray(unit.start, unit.start + unit.rows.length) };
  }

  // Statements

  async #entry(dictionary, text) {
    const place = placeIn(this.meta[dictionary], text);
    if (place < 0) return undefined;
    const entries = await this.#file(`${dictionary}/${place}`, (bytes) => new Map(Object.entries(asJson(bytes))));
    return entries.get(text);
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

  /** [[value, label, filter]…] and the values of each statement, by number. */
  facet(name) {
    return this.#file(`facets/${name}`);
  }

  /** A row's sentence with its neighbours and its statement. */
  async sentence(row) {
    const { part, inFolder } = this.meta;
    const statement = this.statementOf[row];
    const place = row - this.firstRows[statement];
    const number = Math.floor(place / part);
    const name = `texts/${Math.floor(statement / inFolder)}/${statement % inFolder}-${number}`;
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
