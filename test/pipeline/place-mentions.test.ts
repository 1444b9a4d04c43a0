import {expect, test} from "vitest";
import {placeMentions} from "../../data-loaders/place-mentions.js";

/** The clause words that each mention was given to, in a text where clauses stand in [brackets] and mentions in <angles>. */
function placed(marked: string): (string | null)[] {
  let text = "";
  const clauses: {id: string; start: number; end: number}[] = [], mentions: any[] = [];
  let clause = 0, mention = 0;
  for (const letter of marked) {
    if (letter === "[") clause = text.length;
    else if (letter === "<") mention = text.length;
    else if (letter === "]") clauses.push({id: "", start: clause, end: text.length});
    else if (letter === ">") mentions.push({start: mention, end: text.length});
    else text += letter;
  }
  for (const clause of clauses) clause.id = text.slice(clause.start, clause.end);
  return placeMentions(text, clauses, mentions).map(({clause}) => clause);
}

test("a mention counts for the clause that it stands in", () => {
  expect(placed("[They support <the Charter>], and [oppose blocs].")).toEqual(["They support the Charter"]);
});

test("a mention in a leading adverbial counts for the clause that it leads", () => {
  expect(placed("[They met]. In accordance with <the Charter>, [they support talks], and [oppose blocs].")).toEqual(["they support talks"]);
});

test("a mention before the end of its sentence or paragraph leads nothing", () => {
  expect(placed("See <the Charter>. [They support talks].")).toEqual([null]);
  expect(placed("<The Charter>\n\n[They support talks].")).toEqual([null]);
  expect(placed("[They support talks], says <the Charter>")).toEqual([null]);
});

test("a mention over the edge of two clauses counts for the one that holds most of it", () => {
  expect(placed("[They support <the Ch][arter of peace> now].")).toEqual(["arter of peace now"]);
});
