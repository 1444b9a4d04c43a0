import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {Model} from "wink-nlp";

/** A list of features: each value's number is its place. */
interface Feature {
  list: string[];
  hash: Record<string, number>;
  intrinsicSize: number;
  index: number;
  maxIndex: number;
}

/** What the package's core is; the lists that are in base 64 in its file are numbers once it is read. */
interface Core {
  lexicon: string | Uint32Array;
  xpansions: string | Uint32Array;
  /** By feature: its word in a record, mask, shift, whether it is a number itself (1) or one of a list (0), whether words that the model does not know have it (1). */
  packing: {layout: Record<string, [number, number, number, number, number]>; efList: string[]};
  features: Record<string, Feature> & {lexeme: Feature; posClusters: Omit<Feature, "list"> & {list: (string | Set<number>)[]}};
  pos: {hash: Record<string, number>};
}

const require = createRequire(import.meta.url), inside = "wink-eng-lite-web-model/dist";

/**
 * The engine's small English model with what tokens, sentences and parts of speech need. The package's own entry also loads entities, sentiment
 * and lemmas, and reads the core from a copy that it makes by way of JSON, which takes a tenth of a second longer and 17 MB more.
 */
export function winkModel(): Model {
  const machine = JSON.stringify([100, 0, {0: {}}, {}, {}, {}]), nothing = () => ({machines: [machine], transformers: []});
  return {
    core: () => readCore(readFileSync(require.resolve(`${inside}/languages/cur/models/eng-core-web-model.json`), "utf8")),
    sbd: require(`${inside}/load-sbd-model.js`), pos: require(`${inside}/load-pos-model.js`), featureFn: require(`${inside}/feature.js`),
    ner: nothing, negation: nothing, sa: nothing, metaCER: nothing, addons: {}
  };
}

function readCore(json: string): Core {
  const core = JSON.parse(json) as Core, {packing, features, pos} = core;
  core.lexicon = numbers(core.lexicon as string);
  core.xpansions = numbers(core.xpansions as string);
  packing.efList = [];
  for (const [name, [, mask, shift, isNumber, ofUnknown]] of Object.entries(packing.layout)) {
    if (!isNumber) {
      setNumbers(features[name]!);
      features[name]!.maxIndex = mask >>> shift;
    }
    if (ofUnknown) packing.efList.push(name);
  }
  setNumbers(features.lexeme);
  features.posClusters.list = (features.posClusters.list as string[]).map((cluster) => new Set(cluster.split("_").map((part) => pos.hash[part] ?? 0)));
  return core;
}

function setNumbers(feature: Feature): void {
  const {list} = feature, hash: Record<string, number> = feature.hash = Object.create(null);
  for (let i = 0; i < list.length; i++) hash[list[i]!] = i;
  feature.intrinsicSize = feature.index = list.length;
}

function numbers(base64: string): Uint32Array {
  const {buffer, byteOffset, length} = Buffer.from(base64, "base64");
  return new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
}
