import type {Reason, Strength} from "../../src/schema.js";
import {wordClass as C, type Intensity} from "./codebook.js";
import type {Predicate} from "./sentence-state.js";
import {beginsInfinitive, isThat} from "./subjects.js";
import {Mark, wordsStand, type Tokens} from "./words.js";

/** The strength of a predicate: its row's own, raised or lowered by the words around it; `last` is the last token of its clause. */
export function clauseStrength(t: Tokens, p: Predicate, last: number, words: string): {strength: Strength; words: string | null; reason: Reason} {
  const found = intensifier(t, p, last);
  if (!found) return {strength: p.strength, words: null, reason: {rule: p.strength === 2 ? "strength-plain" : "strength-of-its-kind", words, span: place(t, p.from, p.to), entry: p.entry}};
  const text = t.words.slice(found.from, found.to + 1).map((w) => w.lower).join(" ");
  return {
    strength: found.effect === "strong" ? 3 : found.effect === "mild" ? 1 : p.strength === 1 ? 2 : p.strength, words: text,
    reason: {rule: found.effect === "mild" ? "hedge" : "intensifier", words: text, span: place(t, found.from, found.to), entry: `intensifiers: ${text}`}
  };
}

const place = (t: Tokens, from: number, to: number) => ({start: t.starts[from]!, end: t.ends[to]!});

interface Found {from: number; to: number; effect: Intensity}

function intensifier(t: Tokens, p: Predicate, last: number): Found | null {
  let found: Found | null = null;
  for (let k = p.group.from; k <= p.to; k++) {
    const effect = t.words[k]!.entry?.intensity;
    // "remain steadfast": the word is the stance itself, not what raises it.
    if (!effect || k === p.from || p.lemma.split(" ").includes(t.words[k]!.lower)) continue;
    if (!found || effect === "strong") found = {from: k, to: k, effect};
    if (effect === "strong") break;
  }
  if (found) return found;
  return complementIntensifier(t, p, last) ?? phraseIntensifier(t, p.to + 1, Math.min(last, p.to + 60));
}

/** "pledged to firmly uphold": the adverb right before the verb that the stance governs. */
function complementIntensifier(t: Tokens, p: Predicate, last: number): Found | null {
  let k = p.to + 1;
  if (k <= last && t.words[k]!.classes & C.adverb && t.words[k]!.entry?.intensity && p.rule !== "light-verb") return {from: k, to: k, effect: t.words[k]!.entry!.intensity!};
  if (p.rule === "promise" && k + 1 <= last && t.words[k + 1]!.classes & C.adverb && t.words[k + 1]!.entry?.intensity) return {from: k + 1, to: k + 1, effect: t.words[k + 1]!.entry!.intensity!};
  if (p.stance === "urge" && p.strength > 1 && p.opens !== "that") k = infinitiveOf(t, k, Math.min(last, k + 25));
  else if (p.stance !== "commit") return null;
  if (t.words[k]?.lower !== "to") return null;
  for (k++; k <= last && t.words[k]!.classes & (C.adverb | C.conjunction); k++) {
    const effect = t.words[k]!.entry?.intensity;
    if (effect) return {from: k, to: k, effect};
  }
  return null;
}

/** "call on all parties to …": the "to" of the verb that is asked of others, or the last token looked at. */
function infinitiveOf(t: Tokens, from: number, last: number): number {
  for (let k = from; k < last; k++) {
    const w = t.words[k]!;
    if (w.lower === "to" && beginsInfinitive(t, k)) return k;
    if (w.mark === Mark.semicolon || w.classes & C.relative || isThat(t, k)) return last;
  }
  return last;
}

/** "in the strongest terms", wherever it stands after the verb in the same clause. */
function phraseIntensifier(t: Tokens, from: number, last: number): Found | null {
  for (let k = from; k <= last; k++) {
    const w = t.words[k]!;
    if (w.mark === Mark.semicolon) return null;
    if (w.entry?.intensifiers) for (const {words, effect} of w.entry.intensifiers) {
      if (wordsStand(t, k, words)) return {from: k, to: k + words.length - 1, effect};
    }
  }
  return null;
}
