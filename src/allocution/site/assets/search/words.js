// Words and keys of words, as language/tokens.py, language/folding.py and language/names.py make them.

const WORD = /[\p{L}\p{N}]+(?:[-’'ʼ][\p{L}\p{N}]+|\*+[\p{L}\p{N}]*|[\u00ad\u0300-\u036f]+[\p{L}\p{N}]*)*/gu;
const FOLDED = pairs("ёәқғңөұүіһїґєў", "еакгноууихигеу");
const LAST = "\u0530"; // no letter comes after it
const PLACED = Object.fromEntries(Object.entries(FOLDED).map(([own, typed]) => [own, typed + LAST]));
Object.assign(PLACED, { ё: "ё", ү: `у${LAST}${LAST}`, ї: `и${LAST}${LAST}` });
const PLACED_IN_KAZAKH = { ...PLACED, і: `ы${LAST}` };
const SOUNDS = { ё: "е", č: "ch", ć: "ch", ç: "ch", š: "sh", ş: "sh", ž: "zh" };
const LEVELLED = [
  [/[^a-z]/g, ""],
  [/shch|sch|sc|sh/g, "s"],
  [/tch/g, "ch"],
  [/dzh|zh|^j/g, "z"],
  [/kh|gh|x/g, "h"],
  [/ts|tz/g, "c"],
  [/ph/g, "f"],
  [/ng/g, "n"],
  [/q|ck/g, "k"],
  [/w/g, "v"],
  [/[yij]+(?=[aeou])/g, "i"],
  [/^ie|(?<=[aeoui])ie|(?<=[^aeoui])i[eo]/g, "e"],
  [/[yij]+/g, "i"],
  [/(.)\1+/g, "$1"],
  [/g/g, "h"],
];
const KEPT = /^(?:[("«=-]*(?:AND|OR|NOT|NEAR(?:\/\d+)?|[\p{L}\p{N}_]+:.*)|\p{L})$/u;
const WANTED = { latin: /[a-zA-Z]/, cyrillic: /[\u0400-\u052f]/ };

function pairs(from, to) {
  const wanted = [...to];
  return Object.fromEntries([...from].map((letter, place) => [letter, wanted[place]]));
}

/** [start, end) of each word. */
export function wordSpans(text) {
  return Array.from(text.matchAll(WORD), (found) => [found.index, found.index + found[0].length]);
}

export function wordsOf(text) {
  return Array.from(text.matchAll(WORD), (found) => found[0]);
}

/** What words of one exact form share. */
export function exactKey(word) {
  return word.toLowerCase().normalize("NFC").replaceAll("ё", "е").replace(/[\u00ad\u0300\u0301]/g, "").replace(/['ʼ`‘]/g, "’");
}

/** The same with letters that keyboards lack as those that are typed for them. */
export function foldedKey(word) {
  const exact = exactKey(word).replace(/./gu, (letter) => FOLDED[letter] ?? letter).replaceAll("’", "");
  if (!/[\u00c0-\u024f]/.test(exact)) return exact;
  return exact.normalize("NFD").replace(/([\x00-\x7f])\p{M}/gu, "$1").normalize("NFC");
}

/** What words are put in order by: each letter after the one that it follows in its language's alphabet. */
export function alphabeticalKey(word, language) {
  const placed = language.split("-")[0] === "kk" ? PLACED_IN_KAZAKH : PLACED;
  return foldedKey([...exactKey(word)].map((letter) => placed[letter] ?? letter).join(""));
}

/** Keys one of which the spellings of a word share; `latin` gives letters as Latin ones. */
export function spellingKeys(word, latin) {
  const bare = [...word.toLowerCase()].map((letter) => SOUNDS[letter] ?? letter).join("");
  const read = [...bare].map((letter) => (letter < "\x80" ? letter : (latin[letter] ?? ""))).join("").toLowerCase();
  const readings = new Set([read, read.slice(0, 1) + read.slice(1).replaceAll("j", "zh")]);
  return [...new Set([...readings].map(levelled))];
}

function levelled(text) {
  return LEVELLED.reduce((found, [pattern, put]) => found.replace(pattern, put), text);
}

/** The query as it would be had the same keys been struck in other layouts; operators and filters stay. */
export function inOtherLayouts(query, layouts) {
  return layouts.map(([table, letters]) =>
    query.replace(/\S+/g, (typed) => {
      if (KEPT.test(typed) || !WANTED[letters].test(typed)) return typed;
      const body = typed.replace(/^[(\-="«]+/, "");
      return typed.slice(0, typed.length - body.length) + [...body].map((letter) => struck(letter, table)).join("");
    }),
  );
}

function struck(letter, table) {
  const lower = letter.toLowerCase();
  if (table[letter] !== undefined) return table[letter];
  return lower !== letter && table[lower] !== undefined ? table[lower].toUpperCase() : letter;
}

const ROWS = {
  en: [" qwertyuiop", " asdfghjkl'", " zxcvbnm"],
  ru: ["ёйцукенгшщзхъ", " фывапролджэ", " ячсмитьбю"],
};

/** Every string that one slip of the finger makes of a word. */
export function oneSlipAway(word) {
  const alphabet = [...ROWS[/^[\x00-\x7f]*$/.test(word) ? "en" : "ru"].join("").replaceAll(" ", "")];
  const found = new Set();
  for (let place = 0; place <= word.length; place++) {
    const [before, after] = [word.slice(0, place), word.slice(place + 1)];
    for (const letter of alphabet) found.add(before + letter + word.slice(place));
    if (place === word.length) break;
    found.add(before + after);
    if (after) found.add(before + after[0] + word[place] + after.slice(1));
    for (const letter of alphabet) found.add(before + letter + after);
  }
  found.delete("");
  found.delete(word);
  return found;
}
