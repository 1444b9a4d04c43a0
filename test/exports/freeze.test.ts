import {appendFileSync, existsSync, mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {freeze, serveFrozen} from "../../data-loaders/exports/freeze.js";
import {versionName} from "../../data-loaders/exports/version.js";
import {contents, newFolder} from "./exported.js";

const figure = "statements/s/figures/f";

/** A built site with one version. */
function builtSite(version: string, words: string): string {
  const site = newFolder(), folder = join(site, "v", version, figure);
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "figure.svg"), words);
  writeFileSync(join(folder, "figure.png"), Buffer.from([0x89, 0x50, 0, 255]));
  return site;
}

test("a kept version is served byte for byte by a later build that makes another", () => {
  const frozen = join(newFolder(), "frozen"), first = builtSite("0.1.0-aaaaaaaa", "<svg/>"), later = builtSite("0.1.0-bbbbbbbb", "<svg></svg>");
  expect(freeze(first, frozen)).toEqual(["0.1.0-aaaaaaaa"]);
  serveFrozen(later, {frozen});
  expect(contents(join(later, "v/0.1.0-aaaaaaaa"))).toEqual(contents(join(first, "v/0.1.0-aaaaaaaa")));
  expect(existsSync(join(later, "v/0.1.0-bbbbbbbb", figure, "figure.svg"))).toBe(true);
});

test("keeping the same version again changes nothing", () => {
  const frozen = join(newFolder(), "frozen"), site = builtSite("0.1.0-aaaaaaaa", "<svg/>");
  freeze(site, frozen);
  const before = contents(frozen);
  expect(freeze(site, frozen)).toEqual([]);
  expect(contents(frozen)).toEqual(before);
});

test("a kept version is never overwritten with other bytes, and the refusal names the file", () => {
  const frozen = join(newFolder(), "frozen"), site = builtSite("0.1.0-aaaaaaaa", "<svg/>");
  freeze(site, frozen);
  const before = contents(frozen);
  appendFileSync(join(site, "v/0.1.0-aaaaaaaa", figure, "figure.svg"), " ");
  expect(() => freeze(site, frozen)).toThrow(/version 0\.1\.0-aaaaaaaa is kept with other bytes: .*figure\.svg/);
  expect(contents(frozen)).toEqual(before);
});

test("where a build makes other bytes of a kept version, the kept ones are served and the log says so", () => {
  const frozen = join(newFolder(), "frozen"), said: string[] = [];
  freeze(builtSite("0.1.0-aaaaaaaa", "<svg/>"), frozen);
  const site = builtSite("0.1.0-aaaaaaaa", "<svg>other</svg>");
  serveFrozen(site, {frozen, log: (line) => said.push(line)});
  expect(said).toEqual([expect.stringMatching(/^v\/0\.1\.0-aaaaaaaa is served as it was kept; .*figure\.svg$/)]);
  expect(contents(join(site, "v"))).toEqual(contents(frozen));
});

test("keeping without a build says what to do", () => {
  expect(() => freeze(newFolder(), join(newFolder(), "frozen"))).toThrow(/run npm run build first/);
});

test("a version is named by the coder's release and by what was drawn", () => {
  const name = versionName("0.1.0+3fa2c1", [{name: "figure.svg", content: "a"}]);
  expect(name).toMatch(/^0\.1\.0-[0-9a-f]{8}$/);
  expect(versionName("0.1.0+3fa2c1", [{name: "figure.svg", content: "b"}])).not.toBe(name);
  expect(versionName("0.1.0+ffffff", [{name: "figure.svg", content: "a"}])).toBe(name);
});
