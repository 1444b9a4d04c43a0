/** The forms that an English verb takes, as bits, so that one spelling can be several forms ("set" is three). */
export const form = {base: 1, s: 2, past: 4, participle: 8, ing: 16} as const;

const vowel = /[aeiou]/;
/** Verbs of more than one syllable whose last consonant is doubled because the stress falls on it. */
const doubling = new Set(["commit", "permit", "admit", "submit", "transmit", "omit", "refer", "defer", "prefer", "confer", "concur", "occur", "abhor", "regret", "compel", "repel", "forget", "begin", "signal", "counsel", "label", "recommit", "rebut"]);

function doubles(verb: string): boolean {
  if (doubling.has(verb)) return true;
  const [c, v, last] = verb.slice(-3);
  const syllables = verb.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 && !!c && !!v && !!last && !vowel.test(c) && vowel.test(v) && !/[aeiouwxy]/.test(last);
}

/** The -s, past and -ing forms of a regular verb, by the rules of English spelling. */
function regularForms(verb: string): {s: string; past: string; ing: string} {
  if (/[^aeiou]y$/.test(verb)) return {s: verb.slice(0, -1) + "ies", past: verb.slice(0, -1) + "ied", ing: verb + "ing"};
  const s = /(s|x|z|ch|sh|o)$/.test(verb) ? verb + "es" : verb + "s";
  if (verb.endsWith("ie")) return {s, past: verb + "d", ing: verb.slice(0, -2) + "ying"};
  if (verb.endsWith("e")) return {s, past: verb + "d", ing: (/[eoy]e$/.test(verb) ? verb : verb.slice(0, -1)) + "ing"};
  const stem = doubles(verb) ? verb + verb.at(-1) : verb;
  return {s, past: stem + "ed", ing: stem + "ing"};
}

/** British and American spellings of a verb: "recognize" and "recognise". */
function spellings(verb: string): string[] {
  if (/.{3}ize$/.test(verb)) return [verb, verb.slice(0, -3) + "ise"];
  return [verb];
}

/**
 * Every form of a verb with its bits; `irregular` is "past/participle" where the verb has its own.
 * @example verbForms("stand", "stood/stood").get("stood") // past | participle
 */
export function verbForms(verb: string, irregular = ""): Map<string, number> {
  const forms = new Map<string, number>();
  const add = (word: string, bits: number) => forms.set(word, (forms.get(word) ?? 0) | bits);
  for (const spelling of spellings(verb)) {
    const regular = regularForms(spelling);
    const [past = regular.past, participle = past] = irregular.split("/").filter(Boolean);
    add(spelling, form.base);
    add(spelling === "have" ? "has" : regular.s, form.s);
    add(past, form.past);
    add(participle, form.participle);
    add(regular.ing, form.ing);
  }
  return forms;
}
