import {describe, expect, test} from "vitest";
import {findMentions, type MentionOptions} from "../../data-loaders/code/instruments.js";
import {instrumentCodebook} from "./instruments-tables.js";

const codebook = instrumentCodebook();
const find = (text: string, options?: MentionOptions) => findMentions(text, codebook, options);
/** Each mention as `kind id [words] {pinpoint}`. */
const read = (text: string, options?: MentionOptions) => find(text, options).mentions.map(({kind, instrument, words, pinpoint}) => `${kind} ${instrument} [${words}]${pinpoint ? ` {${pinpoint}}` : ""}`);
const ids = (text: string, options?: MentionOptions) => find(text, options).mentions.map(({instrument}) => instrument);

describe("names that the codebook knows", () => {
  test("a name is found under each of its titles", () => {
    expect(ids("The UN Charter, the Charter of the United Nations and the United Nations Charter are one.")).toEqual(["un-charter", "un-charter", "un-charter"]);
  });
  test("a name may be printed with a small noun, over a line's end, or with its year", () => {
    expect(read("Parties to the Paris agreement, the 1982 United Nations Convention on the\nLaw of the Sea and the Chicago Convention of 1944 met.")).toEqual([
      "explicit paris-agreement [Paris agreement]", "explicit unclos [1982 United Nations Convention on the\nLaw of the Sea]", "explicit chicago-1944 [Chicago Convention of 1944]"
    ]);
  });
  test("a title inside another title belongs to it", () => {
    expect(ids("They recall the Declaration on Principles of International Law concerning Friendly Relations and Co-operation among States in accordance with the Charter of the United Nations.")).toEqual(["friendly-relations-declaration-1970"]);
  });
  test("a body named after a treaty is no mention of the treaty", () => {
    expect(ids("The North Atlantic Treaty Organization and the Chemical Weapons Convention Conference sat.")).toEqual([]);
  });
  test("a short form in a list of bodies is the secretariat", () => {
    expect(ids("We thank the WHO, UNCCD, UNDP and the World Bank.")).toEqual([]);
    expect(ids("We implement the UNCCD in full.")).toEqual(["unccd"]);
  });
  test("the short form in brackets is one with the name, there and later", () => {
    expect(read("They use the Tropical Orchid Trade Agreement (TOTA). The TOTA helps growers.")).toEqual([
      "explicit tropical-orchid-trade-agreement [Tropical Orchid Trade Agreement (TOTA)]", "explicit tropical-orchid-trade-agreement [TOTA]"
    ]);
  });
  test("letters that abbreviate a body at the end of a name are not the instrument's", () => {
    expect(ids("Pursuant to the Statement of the Amber Sea Contact Group (ASCG) of 3 May 2014, the ASCG met.")).toEqual(["statement-of-amber-sea-contact-group-2014"]);
  });
});

describe("names recognized by their form", () => {
  test("an unknown name gets an id made from it, without articles; its year tells it from others", () => {
    expect(ids("Under the 1911 Treaty of Lindau, the Port Sorrel Declaration, the Doha Agreement and the Kemi Communiqué they trade.")).toEqual(["treaty-of-lindau-1911", "port-sorrel-declaration", "doha-agreement", "kemi-communique"]);
  });
  test("two statements of one name are told apart by their dates, with the date before or after", () => {
    expect(ids("The Joint Statement issued on 19 September 2005 and the 3 March 2009 Joint Statement stand; the 19 September 2005 Joint Statement binds.")).toEqual(["joint-statement-2005", "joint-statement-2009", "joint-statement-2005"]);
  });
  test("a shortened name is the longer one named before", () => {
    expect(ids("We adopt the Group’s 2030 Meadow Compact. The Meadow Compact commits us.").at(-1)).toBe("groups-meadow-compact-2030".replace("groups", "group"));
  });
  test("what a name is about may stand in small letters where a date closes it", () => {
    expect(read("The Joint Statement on the outcome of the talks about barley in Lindau of 3 May 2014 stands.")).toEqual(["explicit joint-statement-on-outcome-of-talks-about-barley-in-lindau-2014 [Joint Statement on the outcome of the talks about barley in Lindau of 3 May 2014]"]);
    expect(read("The Joint Statement on barley guides us, and the harvest of 3 May 2014 was good.")).toEqual(["explicit joint-statement [Joint Statement]"]);
  });
  test("a leaders' statement is the leaders', an opinion or award is its court's", () => {
    expect(ids("We recall the Norland-Sudland Leaders’ Statement on Fair Harvests and the Advisory Opinion of the Lindau Court of 3 May 2014.")).toEqual(["norland-sudland-leaders-statement-on-fair-harvests", "advisory-opinion-of-lindau-court-2014"]);
  });
  test("a name ends where another begins", () => {
    expect(ids("The Lindau Convention on Alpine Roads and the Paris Agreement apply.")).toEqual(["lindau-convention-on-alpine-roads", "paris-agreement"]);
    expect(ids("The Framework Agreement on Salt Trade between Norland and the Sudland Republic applies.")).toEqual(["framework-agreement-on-salt-trade-between-norland-and-sudland-republic"]);
  });
  test("plans, laws and strategies of one government are no instruments", () => {
    expect(ids("They praised the National Action Plan, Norland’s Growth Strategy, the Inflation Reduction Act and the Presidential Initiative on roads.")).toEqual([]);
  });
  test("initiatives and principles count where they are joint or go on with what they are for", () => {
    expect(ids("The Joint Initiative on Wetlands and the Lindau Principles for Fair Harvests guide us; the Young Bakers Initiative trains.")).toEqual(["joint-initiative-on-wetlands", "lindau-principles-for-fair-harvests"]);
  });
  test("small letters name an instrument where a date, two sides or a draft make it one", () => {
    expect(read("They back the Norlandic ceasefire agreement concluded on October 23, 2020, an agreement between Norland and Sudland, and a draft treaty.").map((m) => m.split(" [")[0])).toEqual([
      "explicit norlandic-ceasefire-agreement-2020", "explicit agreement-between-norland-and-sudland", "explicit draft-treaty"
    ]);
    expect(ids("Only an agreement between the parties can end it.")).toEqual([]);
  });
  test("small letters name an instrument where its issuer and a date follow, or what a treaty is on", () => {
    expect(read("They welcome the advisory opinion issued by the International Court of Justice on 19 July 2024; the advisory opinion binds nobody.")).toEqual([
      "explicit advisory-opinion-of-international-court-of-justice-2024 [advisory opinion issued by the International Court of Justice on 19 July 2024]",
      "anaphor advisory-opinion-of-international-court-of-justice-2024 [the advisory opinion]"
    ]);
    expect(ids("In the joint statement of the four river states of 3 May 2022, they agreed.")).toEqual(["joint-statement-of-four-river-states-2022"]);
    expect(ids("They signed a treaty of friendship, alliance and cooperation.")).toEqual(["treaty-of-friendship-alliance-and-cooperation"]);
    expect(ids("This rests on the commitment in the declaration of the government and in the Suva Declaration of 3 May 2012.")).toEqual(["suva-declaration-2012"]);
  });
  test("small letters name an instrument where a year stands before, and the same one later", () => {
    expect(read("They recalled their 2016 declaration on the sharing of river water and said so. The 2016 declaration stands, and so does the 1971 border treaty.")).toEqual([
      "explicit declaration-on-sharing-of-river-water-2016 [2016 declaration on the sharing of river water]", "anaphor declaration-on-sharing-of-river-water-2016 [2016 declaration]", "explicit border-treaty-1971 [1971 border treaty]"
    ]);
    expect(ids("India and Pakistan signed the Indus Waters Treaty. The 1960 accord holds.")).toEqual(["indus-waters-treaty", "indus-waters-treaty"]);
    expect(ids("Recalling the Agreement on the Lake Area of 20 June 2011, in violation of the 2011 Agreement.")).toEqual(["agreement-on-lake-area-2011", "agreement-on-lake-area-2011"]);
    expect(ids("The 2021 budget agreement and the 2021 elections.")).toEqual([]);
  });
  test("a court's opinion needs no date", () => {
    expect(ids("We note the advisory opinion from the International Court of Justice. The Opinion is clear.")).toEqual(["advisory-opinion-of-international-court-of-justice", "advisory-opinion-of-international-court-of-justice"]);
  });
  test("a protocol goes on with what it relates to", () => {
    expect(read("The 1999 Protocol Relating to the Lake Council and Its Members stands.")).toEqual(["explicit protocol-relating-to-lake-council-and-its-members-1999 [1999 Protocol Relating to the Lake Council and Its Members]"]);
  });
  test("what another organization numbers is no document of the United Nations", () => expect(ids("Article 24 of the Protocol A/SP.1/01/05 and document A/60/5 apply.")).not.toContain("un-document-a-sp-1-01-05"));
  test("a year before a name is no number of a resolution", () => expect(ids("In keeping with resolution 2758 (XXVI) and the 1974 Joint Communiqué on the Opening of Relations.")).toEqual(["ga-2758", "joint-communique-on-opening-of-relations-1974"]));
  test("the declaration that speaks is the one reported", () => expect(ids("They recalled the Suva Declaration of 2012. The ferry is safe, the declaration said.")).toEqual(["suva-declaration-2012"]));
  test("the text's own title may name others", () => {
    const text = "Statement on the Anniversary of the Award in the South China Sea Arbitration\n\nThe Award was issued today.";
    expect(ids(text, {paragraphs: [{start: 0, end: 76, role: "heading"}, {start: 78, end: text.length, role: "text"}]})).toEqual(["south-china-sea-award-2016", "south-china-sea-award-2016"]);
  });
  test("the second part of a title names the text itself", () => {
    const text = "Fourth Lake Summit: Suva Declaration on Shared Waters\n\nWe recall the Paris Agreement and adopt the Suva Declaration on Shared Waters.";
    expect(ids(text, {paragraphs: [{start: 0, end: 53, role: "heading"}, {start: 55, end: text.length, role: "text"}]})).toEqual(["paris-agreement"]);
  });
  test("a name is said to come from the text alone, with the date that the text gives", () => {
    expect(find("The Lindau Treaty of 5 May 1911 stands.").instruments).toEqual([
      {id: "lindau-treaty-1911", title: "Lindau Treaty", short: "Lindau Treaty", kind: "treaty", adopted: "1911-05-05", body: null, symbol: null, status: null, source: "the text"}
    ]);
  });
});

describe("resolutions and documents by number", () => {
  test("a list is read item by item, and the noun belongs to the first", () => {
    expect(read("Recalling its resolutions 2712 (2023) of 15 November 2023, 2720 (2023) and 2728 (2024),")).toEqual([
      "explicit unsc-resolution-2712-2023 [resolutions 2712 (2023)]", "explicit unsc-resolution-2720-2023 [2720 (2023)]", "explicit unsc-resolution-2728-2024 [2728 (2024)]"
    ]);
  });
  test("a number without its year is the same resolution", () => {
    expect(ids("UNSCR 2231, resolutions 1540, 1718 and 1874, UN Security Council Resolution 2231 (2015)")).toEqual(["unsc-resolution-2231-2015", "unsc-resolution-1540-2004", "unsc-resolution-1718-2006", "unsc-resolution-1874-2009", "unsc-resolution-2231-2015"]);
  });
  test("a list may be parted by strokes, and “Res.” stands for the noun", () => {
    expect(ids("Security Council resolutions 1267/1989/2253, the 1540 Committee and UNSC Res. 1701")).toEqual(["unsc-resolution-1267-1999", "unsc-resolution-1989-2011", "unsc-resolution-2253-2015", "unsc-resolution-1701-2006"]);
  });
  test("a number beyond the codebook's years keeps its number alone", () => {
    expect(ids("resolution 3999 of the Security Council")).toEqual(["unsc-resolution-3999"]);
  });
  test("the General Assembly's forms: session and number, Roman session, emergency session", () => {
    expect(ids("General Assembly resolution 46/182, resolution 194 (III), resolution ES-11/1 and A/RES/77/248")).toEqual(["unga-resolution-46-182", "unga-resolution-194-iii", "unga-resolution-es-11-1", "unga-resolution-77-248"]);
  });
  test("a resolution that the codebook knows by its name is that instrument", () => {
    expect(ids("resolution 2625 (XXV) and General Assembly resolution 2758")).toEqual(["friendly-relations-declaration-1970", "ga-2758"]);
    expect(ids("its declaration of October 1970 (resolution 2625 (XXV))")).toEqual(["friendly-relations-declaration-1970", "friendly-relations-declaration-1970"]);
  });
  test("a Council's numbers by session are the Human Rights Council's", () => {
    expect(ids("Recalling Council resolutions 31/32 of 24 March 2016 and 40/11 of 21 March 2019,")).toEqual(["hrc-resolution-31-32", "hrc-resolution-40-11"]);
  });
  test("other bodies keep their own numbers", () => {
    expect(ids("Human Rights Council resolution 17/21 and UNEA Resolution 5/14")).toEqual(["hrc-resolution-17-21", "unea-resolution-5-14"]);
  });
  test("symbols name their documents, also joined ones", () => {
    expect(ids("S/RES/1373 (2001), S/PRST/2013/15, S/2017/865 and A/75/873-S/2021/437")).toEqual(["unsc-resolution-1373-2001", "unsc-presidential-statement-2013-15", "un-document-s-2017-865", "un-document-a-75-873"]);
  });
  test("presidential statements are known by symbol or by date, each in a list", () => {
    expect(ids("the statement of its President of 6 October 2006 (S/PRST/2006/41) and its Presidential Statements of 3 August 2011, 21 March 2012 and 5 April 2012")).toEqual([
      "unsc-presidential-statement-2006-41", "unsc-presidential-statement-2011-08-03", "unsc-presidential-statement-2012-03-21", "unsc-presidential-statement-2012-04-05"
    ]);
  });
  test("a quantity in brackets is no resolution", () => {
    expect(ids("They sent 1540 (half of them new) trucks in 2004 and 250 (2001) boats.")).toEqual([]);
  });
});

describe("references back", () => {
  test("a short reference is the last one named that is called so", () => {
    expect(read("They keep to the UN Charter and the Lindau Declaration. The declaration is old; the Charter is older.").slice(2)).toEqual([
      "anaphor lindau-declaration [The declaration]", "anaphor un-charter [the Charter]"
    ]);
  });
  test("“the Convention” is not a treaty named later than another convention", () => {
    expect(ids("UNCLOS and the Non-Proliferation Treaty matter. The Convention sets out the law.")).toEqual(["unclos", "npt", "unclos"]);
  });
  test("“the Charter” without a charter before is the United Nations’, with a doubt", () => {
    const {mentions, doubts} = find("Acting under Chapter VII of the Charter, it decides.");
    expect(mentions[0]).toMatchObject({instrument: "un-charter", kind: "anaphor", pinpoint: "Chapter VII"});
    expect(doubts[0]?.doubt).toContain("no charter is named before");
  });
  test("an agreement that goes on with its own content is a new one", () => {
    expect(ids("They recall the Lindau Agreement. They welcome the agreement on fish and the agreement to meet.")).toEqual(["lindau-agreement"]);
  });
  test("“that resolution” is the last one; “the resolution of disputes” is none", () => {
    expect(ids("By resolution 1701 (2006) the force was widened. That resolution also seeks the resolution of disputes.")).toEqual(["unsc-resolution-1701-2006", "unsc-resolution-1701-2006"]);
  });
});

describe("classes", () => {
  test("a class is named by what it is of", () => {
    expect(read("UN treaties, relevant Security Council resolutions, relevant international conventions and protocols, tax information exchange agreements")).toEqual([
      "generic un-treaties [UN treaties]", "generic unsc-resolutions [relevant Security Council resolutions]",
      "generic international-conventions [relevant international conventions and protocols]", "generic tax-information-exchange-agreements [tax information exchange agreements]"
    ]);
  });
  test("the Council's own resolutions are the Security Council's", () => {
    expect(ids("Recalling all its relevant resolutions and statements of its President,", {issuer: "Security Council"})).toEqual(["unsc-resolutions", "unsc-presidential-statements"]);
  });
  test("agreements without a word for their class are none", () => {
    expect(ids("They implement the agreements reached by both sides.")).toEqual([]);
  });
});

describe("the part that is pointed at", () => {
  test.each([
    ["under Article 51 of the UN Charter", "Article 51"],
    ["in line with Article 2(4) of the Charter of the United Nations", "Article 2(4)"],
    ["the UN Charter, in particular Article 51,", "Article 51"],
    ["paragraphs 3 and 4 of its resolution 1540 (2004)", "paragraphs 3 and 4"],
    ["Annex II of resolution 2118 (2013)", "Annex II"],
    ["the UN Charter; Article 51 of resolution 2118 (2013)", null]
  ])("%s", (words, pinpoint) => {
    expect(find(words).mentions[0]?.pinpoint).toBe(pinpoint);
  });
});

describe("the statement itself", () => {
  test("its own title and “this declaration” are no mentions", () => {
    expect(ids("The Port Sorrel Declaration\n\nWe, the leaders, adopt this Port Sorrel Declaration and recall the UN Charter. This Declaration binds us.")).toEqual(["un-charter"]);
    expect(ids("We adopt the Lindau Declaration.", {statementTitle: "Lindau Declaration"})).toEqual([]);
  });
  test("a section headed with an instrument's name, or a title that goes on, does not make it the statement's own", () => {
    const text = "Leaders met.\n\nParis Agreement\n\nWe keep to the Paris Agreement.";
    expect(ids(text, {paragraphs: [{start: 0, end: 12, role: "text"}, {start: 14, end: 29, role: "heading"}, {start: 31, end: 62, role: "text"}]})).toEqual(["paris-agreement", "paris-agreement"]);
    expect(ids("We keep to the Minsk Agreements.", {statementTitle: "Minsk Agreements still wait for their implementation"})).toEqual(["minsk-agreements"]);
  });
  test("a resolution's own symbol and number are no mentions, nor is “this resolution”", () => {
    expect(ids("United Nations\n\nS/RES/1718 (2006)\n\nResolution 1718 (2006)\n\nThe Security Council,\n\nRecalling resolution 825 (1993),\n\n1. Decides that this resolution stands.")).toEqual(["unsc-resolution-825-1993"]);
  });
  test("letters, meetings, bodies and the joint statement that is reported are none", () => {
    expect(ids("China and Norland agreed, according to a joint statement. The Security Council, the second Summit for Peace and a letter said so; the joint statement said more.")).toEqual([]);
  });
});

describe("any text", () => {
  test("mentions stand in reading order, do not overlap, and their words are the text's", () => {
    const text = "The UN Charter (the “Charter”), resolutions 1, 2 (1946) and 242, S/RES/ and A/ and the the Treaty of of Rome ((Annex";
    let last = 0;
    for (const {start, end, words} of find(text).mentions) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(start, end)).toBe(words);
      last = end;
    }
  });
  test("an empty text, one without letters and one of brackets have no mention", () => {
    for (const text of ["", "…\u0000\uD800 12 (34) 5/6", "((((((((((", "Treaty"]) expect(find(text).mentions).toEqual([]);
  });
  test("time grows with length only, also on one line of names", () => {
    const line = "the Joint Lindau-Sorrel Framework Agreement on A, B and C of 3 May 1999 (ABC), resolutions 1540 (2004), ".repeat(400);
    const time = (text: string) => { const from = performance.now(); find(text); return performance.now() - from; };
    time(line);
    const short = time(line), long = time(line.repeat(4));
    expect(long).toBeLessThan(short * 16 + 200);
  });
});
