// The first page of hits of a frequent word from what is known beforehand of it: its best rows, and how many there are.

import { rounded, rowsOf } from "./matching.js";
import { placesOf } from "./resolving.js";
import { exactKey } from "./words.js";

// Words that weigh less stand in about half of all rows: their scores are too much alike to be told apart beforehand.
const LEAST_WEIGHT = 0.01;

/** {total, count, page, names} of a query that is one word, null where every place of it has to be fetched. */
export async function firstPage(resolved, index, scoring, wanted) {
  const { leaf, lemmas } = resolved;
  if (!["word", "exact"].includes(leaf.kind) || resolved.isParted || wanted > index.meta.shown) return null;
  const form = await index.exactForm(leaf.text);
  const isOfOneForm = leaf.kind === "exact";
  if ((isOfOneForm ? form : { count: sum(lemmas) }).count <= index.meta.many) return null;
  const any = isOfOneForm ? null : await index.head(`~${lemmas.map(({ key }) => key).join(" ")}`);
  if (!isOfOneForm && (!any || !holdsAll(lemmas, form.units))) return null;
  const exact = await ofForm(leaf.text, form, index);
  if (!exact) return null;
  const weights = [exact, any].map((head) => (head?.rows ? scoring.weight(head.rows) : 1));
  if (weights.some((weight) => weight < LEAST_WEIGHT)) return null;
  const first = best(exact.best, weights[0], scoring, wanted);
  const seen = new Set(exact.best.map(({ row }) => row));
  const rest = first.length < wanted ? any?.best.filter(({ row }) => !seen.has(row)) : null;
  const page = [...first, ...(rest ? best(rest, weights[1], scoring, wanted - first.length) : [])];
  const all = any ?? exact;
  resolved.loose = resolved.exact = knownBy(all.names, resolved);
  return { total: all.rows, count: all.statements, page };
}

const sum = (lemmas) => lemmas.reduce((many, { count }) => many + count, 0);

/** Whether all units of a form are among those of some lemmas. */
function holdsAll(lemmas, units) {
  const held = new Set(lemmas.flatMap((lemma) => lemma.units));
  return units.every((unit) => held.has(unit));
}

/** What is known of the form that was typed: beforehand where it is frequent, else from all its places. */
async function ofForm(text, { count, units }, index) {
  if (count > index.meta.many) return index.head(`=${exactKey(text)}`);
  const { rows, sizes, counts } = rowsOf(await Promise.all(units.map((number) => index.unit(number))));
  return { rows: rows.length, best: Array.from(rows, (row, place) => ({ row, size: sizes[place], count: counts[place] })) };
}

function best(rows, weight, scoring, count) {
  const scored = rows.map(({ row, size, count: often }) => ({ row, score: rounded(scoring.score(weight, often, size)) }));
  scored.sort((one, other) => other.score - one.score || one.row - other.row);
  return scored.slice(0, count).map(({ row }) => row);
}

/** An expression of which only the forms are known; all that is asked of it but for marks is asked of the one before. */
function knownBy(names, { loose }) {
  return { evaluate: () => loose.evaluate(), placesIn: (row, words) => placesOf(names, words) };
}
