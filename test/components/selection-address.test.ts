import {describe, expect, test} from "vitest";
import {emptySelection} from "../../src/queries/selection.js";
import {addressOf, hashClause, selectionOf} from "../../src/components/store.js";

const at = (search = "", hash = "") => ({pathname: "/topics", search, hash});

describe("the selection in the address", () => {
  test("a link to a clause selects it, by id or by number", () => {
    expect(selectionOf(at("", "#p6.s1.c2")).clause).toEqual(["p6.s1.c2"]);
    expect(selectionOf(at("", "#c14")).clause).toEqual(["c14"]);
  });
  test("a heading's hash is no clause and stays where it is", () => {
    expect(hashClause("#rules")).toBeNull();
    expect(selectionOf(at("", "#topic-coverage")).clause).toEqual([]);
    expect(addressOf({...emptySelection, topic: ["sanctions"]}, at("", "#topic-coverage"))).toBe("/topics?topic=sanctions#topic-coverage");
  });
  test("what was picked goes into the query and takes the place of the hash", () => {
    expect(addressOf({...emptySelection, clause: ["p1.s1.c1"]}, at("", "#p6.s1.c2"))).toBe("/topics?clause=p1.s1.c1");
  });
  test("names of others in the address stay", () => {
    expect(addressOf({...emptySelection, stance: ["oppose"]}, at("?theme=dark&stance=affirm"))).toBe("/topics?stance=oppose&theme=dark");
  });
});
