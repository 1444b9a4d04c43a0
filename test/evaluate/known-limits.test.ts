import {expect, test} from "vitest";
import {codeClauses} from "../../data-loaders/code/clauses.js";
import {knownLimits} from "../../data-loaders/evaluate/known-limits.js";

test.each(knownLimits)("still a limit: $says", ({example, coded}) => {
  const {clauses} = codeClauses(`The leaders of Norway and Kenya issued this statement.\n\n${example}`);
  expect(clauses.filter(({paragraph}) => paragraph > 0).map(({stance}) => stance)).toEqual([coded]);
});
