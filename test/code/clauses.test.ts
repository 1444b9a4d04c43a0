import {describe, expect, test} from "vitest";
import {codeClauses, type CodeOptions} from "../../data-loaders/code/clauses.js";

const parties = [{name: "Ruritania", aliases: ["the Ruritanian side"]}, {name: "Zubrowka", aliases: ["the Zubrowkan side"]}];

/** Each clause as "stance strength [verbs] words". */
function coded(text: string, options: CodeOptions = {parties}): string[] {
  return codeClauses(text, options).clauses.map((c) => `${c.stance} ${c.strength} [${c.verbs.map((v) => v.lemma).join(", ")}] ${text.slice(c.start, c.end)}`);
}

const stances = (text: string, options?: CodeOptions) => coded(text, options).map((line) => line.split(" ")[0]);
const speakers = (text: string, options: CodeOptions = {parties}) => codeClauses(text, options).clauses.map((c) => c.speakers);

describe("a stance verb with a speaker opens a clause", () => {
  const cases: [string, string[]][] = [
    ["The two sides pledged to share flood data.", ["commit 2 [pledge] The two sides pledged to share flood data"]],
    ["Both ministers vowed to keep the border open, and guard the bridges.", ["commit 2 [vow] Both ministers vowed to keep the border open, and guard the bridges"]],
    ["Ruritania and Zubrowka support an early census.", ["support 2 [support] Ruritania and Zubrowka support an early census"]],
    ["They oppose and condemn piracy on the lake.", ["condemn 2 [oppose, condemn] They oppose and condemn piracy on the lake"]],
    ["The leaders agreed on the value of early warning.", ["affirm 2 [agree] The leaders agreed on the value of early warning"]],
    ["The leaders agreed to open a hotline.", ["commit 2 [agree] The leaders agreed to open a hotline"]],
    ["Both sides agree that mines must not be laid.", ["affirm 2 [agree] Both sides agree that mines must not be laid"]],
    ["We note the letter of the chair.", ["affirm 1 [note] We note the letter of the chair"]],
    ["The two sides call for restraint.", ["urge 2 [call for] The two sides call for restraint"]],
    ["We call on all neighbours to halt the shelling and open the ports.", ["urge 2 [call on] We call on all neighbours to halt the shelling and open the ports"]],
    ["The parties decided to found a joint bank.", ["decide 2 [decide] The parties decided to found a joint bank"]],
    ["We look forward to the next round.", ["support 2 [look forward] We look forward to the next round"]],
    ["The delegations discussed the fishing quotas.", ["describe 2 [] The delegations discussed the fishing quotas"]]
  ];
  test.each(cases)("%s", (text, expected) => expect(coded(text)).toEqual(expected));
});

describe("several acts in one sentence are several clauses", () => {
  const cases: [string, string[]][] = [
    ["The leaders met in the capital and welcomed the new ferry.", ["describe", "support"]],
    ["The two sides reaffirm that states must keep their word, and accordingly condemn the raid.", ["affirm", "condemn"]],
    ["They condemn the raid, reiterating the need for calm.", ["condemn", "affirm"]],
    ["The leaders recognized the drought, stressed the need for wells, and thanked the donors.", ["affirm", "affirm", "support"]],
    ["The leaders affirmed the value of the ferry, and their shared commitment to keep it running.", ["affirm", "commit"]],
    ["These wells will need more money, and the ministers welcome the new fund.", ["describe", "support"]],
    ["President Adams invited President Brown, and President Brown accepted the invitation.", ["urge", "commit"]],
    ["Minister Adams led one delegation and Minister Brown led the other delegation.", ["describe", "describe"]],
    ["Recognizing the cost of the wells, they committed to a joint fund.", ["affirm", "commit"]],
    ["We are determined to finish the road, and we commit to a joint fund.", ["commit", "commit"]],
    ["The two sides are building wells to end the drought, and urge quick action by the donors.", ["describe", "urge"]],
    ["Recalling its decision to renew the ferry and drain the marsh, the chair thanked the crew.", ["affirm", "support"]],
    ["Welcoming the progress laid out by the chair on wells, the two sides thanked the crew.", ["support", "support"]]
  ];
  test.each(cases)("%s", (text, expected) => expect(stances(text)).toEqual(expected));

  test("words that lead a joined verb in begin its clause, the comma before them does not", () => {
    expect(coded("They urge the miners to stop and, in this regard, recall the treaty.")[1]).toBe("affirm 2 [recall] in this regard, recall the treaty");
  });

  test("a participle that is the subject of its sentence is no act", () => {
    expect(stances("Welcoming guests in the old harbour makes the town rich.")).toEqual(["describe"]);
    expect(stances("Recognizing the signs of a storm early will save lives.")).toEqual(["describe"]);
  });

  test("what a stance verb governs stays in its clause", () => {
    expect(stances("We call on the militia to leave the port, hand over its arms and respect the truce.")).toEqual(["urge"]);
    expect(stances("They support a ban that protects fishermen and is not applied by one side alone.")).toEqual(["support"]);
    expect(stances("The leaders affirmed that they would continue to support the census.")).toEqual(["affirm"]);
  });

  test("an object that goes on after a participle belongs to the first verb", () => {
    const [first, second] = coded("The leaders affirmed their support for the census, underscoring the role of women, and for the new registry.");
    expect(first).toContain("and for the new registry");
    expect(second).toBe("affirm 2 [underscore] underscoring the role of women");
  });

  test("a verb that could also continue an infinitive is flagged", () => {
    const {clauses} = codeClauses("We call upon all members to reject the claim and demand that the fleet leave.", {parties});
    expect(clauses.map((c) => c.stance)).toEqual(["urge", "urge"]);
    expect(clauses[1]!.doubts[0]).toContain("infinitive");
  });

  test("one object of two tenses is one clause", () => expect(stances("We have raised and will continue to raise the funds for the census.")).toEqual(["commit"]));
});

describe("the noun, the adjective and the words after them decide", () => {
  const cases: [string, string][] = [
    ["The ministers expressed concern about the drought.", "concern 1 [express concern]"],
    ["The ministers expressed grave concern about the drought.", "concern 3 [express concern]"],
    ["The two sides reiterate their full commitment to the truce.", "commit 3 [reiterate commitment]"],
    ["The two sides reiterate their opposition to the tariff.", "oppose 2 [reiterate opposition]"],
    ["They voiced support for the mediator.", "support 2 [voice support]"],
    ["The minister affirmed his keenness to return.", "commit 1 [affirm keenness]"],
    ["The Ruritanian side raised concerns about the dam.", "concern 1 [raise concern]"],
    ["They noted the accord with appreciation.", "support 2 [note with appreciation]"],
    ["They noted with appreciation the accord.", "support 2 [note with appreciation]"],
    ["The ministers took note of the report.", "affirm 1 [take note]"],
    ["We pay tribute to the rescuers.", "support 2 [pay tribute]"],
    ["Both leaders are determined to finish the road.", "commit 2 [be determined]"],
    ["We are deeply troubled by the shelling.", "concern 3 [be troubled]"],
    ["We remain ready to assist.", "commit 1 [remain ready]"],
    ["We are firmly against piracy.", "oppose 3 [be against]"],
    ["We remain steadfast in our support for the islands.", "support 2 [remain steadfast]"],
    ["The ministers attach great importance to student exchanges.", "affirm 3 [attach importance]"]
  ];
  test.each(cases)("%s", (text, expected) => expect(coded(text)[0]).toMatch(new RegExp(`^${expected.replaceAll("[", "\\[")}`)));
});

describe("negation is coded for the result", () => {
  test("not to accept or to recognize is to oppose", () => {
    expect(stances("We do not accept the new tariff.")).toEqual(["oppose"]);
    expect(stances("Neither side recognizes the claim.")).toEqual(["oppose"]);
    expect(stances("We will never accept the claim.")).toEqual(["oppose"]);
    expect(stances("We cannot regard this offer as sincere.")).toEqual(["oppose"]);
  });
  test("a promise to refrain is a promise", () => expect(coded("We will not seek new bases.")).toEqual(["commit 2 [will] We will not seek new bases"]));
});

describe("strength", () => {
  const cases: [string, number][] = [
    ["We strongly oppose the tariff.", 3], ["We oppose the tariff.", 2], ["We condemn the raid in the strongest terms.", 3],
    ["They pledged to firmly uphold the treaty.", 3], ["We demand an end to the siege.", 3], ["We encourage early reports.", 1],
    ["The parties announced their intention to meet.", 1], ["We cautiously welcome the plan.", 1]
  ];
  test.each(cases)("%s %i", (text, strength) => expect(codeClauses(text, {parties}).clauses[0]!.strength).toBe(strength));
});

describe("norms and descriptions have no speaker", () => {
  const cases: [string, string][] = [
    ["All states must observe the truce.", "norm 2 [must] All states must observe the truce"],
    ["No island's laws should be regarded as inferior.", "norm 2 [should not] No island's laws should be regarded as inferior"],
    ["Everyone has the inherent right to be heard.", "norm 2 [have the right] Everyone has the inherent right to be heard"],
    ["No one shall be held without trial.", "norm 2 [shall not] No one shall be held without trial"],
    ["The law of the sea is the basis of free trade.", "describe 2 [] The law of the sea is the basis of free trade"],
    ["Such measures would harm the lake and weaken the treaty.", "describe 2 [] Such measures would harm the lake and weaken the treaty"],
    ["The imposition by some members of their will on others has harmed trade.", "describe 2 [] The imposition by some members of their will on others has harmed trade"],
    ["Undertaking this plan marks a new chapter.", "describe 2 [] Undertaking this plan marks a new chapter"],
    ["We must protect the lake.", "norm 2 [must] We must protect the lake"]
  ];
  test.each(cases)("%s", (text, expected) => {
    expect(coded(text)).toEqual([expected]);
    expect(speakers(text)).toEqual([[]]);
  });
});

describe("news reports", () => {
  test("the stance is inside what is said, and the source is no part of it", () => {
    expect(coded("The communique said the two sides hoped that trade would grow.")).toEqual(["urge 1 [hope] the two sides hoped that trade would grow"]);
    expect(stances("Ministers said they oppose the tariff.")).toEqual(["oppose"]);
    expect(stances("Both leaders noted they continue to reject piracy, condemned the raid, and agreed to meet.")).toEqual(["oppose", "condemn", "commit"]);
    expect(coded("The two leaders vowed to keep the peace, according to a joint statement released on Friday.")).toEqual(["commit 2 [vow] The two leaders vowed to keep the peace"]);
    expect(coded("The sea is free to all, said the joint statement.")).toEqual(["describe 2 [] The sea is free to all"]);
  });
  test("what is said after a time or a place is the stance of who said it", () => {
    expect(coded("Ruritania said on Monday that it opposes the toll.")).toEqual(["oppose 2 [oppose] Ruritania said on Monday that it opposes the toll"]);
    expect(coded("The two sides said in a joint text that they are deeply concerned about the drought.").map((line) => line.split(" [")[0])).toEqual(["concern 3"]);
    expect(stances("Ruritania said in May that the road would open.")).toEqual(["affirm"]);
    expect(stances("The toll announced on Monday that would end the dispute was lifted.")).toEqual(["describe"]);
  });
  test("a document notes with regret what those who make it regret", () => expect(stances("The statement noted with regret that the talks have stalled, and urged the parties to return.")).toEqual(["concern", "urge"]));
  test("a country's ministry and minister speak for it", () => expect(speakers("Norway's Foreign Ministry condemned the raid. Iceland's foreign minister rejected the claim.", {})).toEqual([["Norway"], ["Iceland"]]));
  test("a dateline is no part of the clause", () => expect(coded("STRELSAU, May 5 (Press) -- Finance ministers agreed on Tuesday to cut tariffs.")).toEqual(["commit 2 [agree] Finance ministers agreed on Tuesday to cut tariffs"]));
  test("words in quotation marks are coded, who said them is not", () => expect(coded("“We strongly oppose the tariff,” the minister said in the capital.")).toEqual(["oppose 3 [oppose] We strongly oppose the tariff"]));
  test("a spokesperson speaks for the country", () => expect(speakers("The spokesperson said that Ruritania firmly opposes the decision.")).toEqual([["Ruritania"]]));
});

describe("resolutions", () => {
  const resolution = `Security Council

The Security Council,

Recalling its earlier resolutions, and reaffirming the duty to protect medics,

Deeply concerned by the drought, and concerned also about the locusts,

Having considered the report of the envoy,

Guided by the Charter,

Acting under Chapter VII of the Charter,

1. Unequivocally condemns the raid, and notes that it was planned;

2. Decides that all States shall:

(a) Prevent the sale of arms;

(b) Close their ports to the fleet;

3. Also requests the envoy to report, further urges the parties to talk, and calls again upon donors to give;

4. Decides to remain seized of the matter.`;

  test("preamble and operative paragraphs", () => {
    const {paragraphs, clauses} = codeClauses(resolution);
    expect(clauses.map((c) => `${c.stance} ${c.strength} ${c.verbs.map((v) => v.lemma).join(", ")}`)).toEqual([
      "affirm 2 recall", "affirm 2 reaffirm", "concern 3 be concerned", "concern 1 be concerned", "affirm 2 consider", "affirm 2 be guided by", "affirm 2 act",
      "condemn 3 condemn", "affirm 1 note", "decide 2 decide", "decide 2 decide", "urge 2 request", "urge 2 urge", "urge 2 call on", "decide 2 decide"
    ]);
    expect(new Set(clauses.flatMap((c) => c.speakers))).toEqual(new Set(["Security Council"]));
    expect(paragraphs.filter((p) => p.role === "heading")).toHaveLength(2);
    expect(paragraphs.filter((p) => p.role === "item").map((p) => p.marker)).toEqual(["1.", "2.", "(a)", "(b)", "3.", "4."]);
  });

  test("an organ's verb that looks like a noun is its verb where no other follows", () => {
    expect(stances("The Council notes continued delays at the dam.", {})).toEqual(["affirm"]);
    expect(stances("The Council requests in ten days a report on the dam.", {})).toEqual(["urge"]);
    expect(stances("The Council requests in the letter were lost.", {})).toEqual(["describe"]);
    expect(stances("All accused shall be heard.", {})).toEqual(["norm"]);
  });

  test("actions named in a that-clause, and participles before a noun, are no acts of those who speak", () => {
    expect(stances("We recall that failing to report, declining to join patrols or directing raids may delay the census.")).toEqual(["affirm"]);
    expect(stances("An inquiry into alleged thefts began in May.")).toEqual(["describe"]);
  });

  test("an adverbial and an aside before the main clause leave no fragments", () => {
    expect(stances("In light of the drought, noting the pledge, the two sides discussed wells.")).toEqual(["affirm", "describe"]);
  });

  test("words that lead in without a comma hide no subject", () => {
    expect(coded("In particular the two sides underline the need for wells.")).toEqual(["affirm 2 [underline] In particular the two sides underline the need for wells"]);
    expect(stances("To deepen trade and support growth, we endorse the plan.")).toEqual(["support"]);
  });

  test("a subject keeps its verb over what is said of it between commas", () => {
    expect(coded("The Council, alarmed by the drought, demands that the parties open the dam.", {})).toEqual(["urge 3 [demand] The Council, alarmed by the drought, demands that the parties open the dam"]);
    expect(coded("Ruritania and Zubrowka, bound together by one river, reaffirm the treaty.")).toEqual(["affirm 2 [reaffirm] Ruritania and Zubrowka, bound together by one river, reaffirm the treaty"]);
  });

  test("the organ acts after an adverbial or a participle", () => {
    expect(stances("9. Noting the drought in the north, stresses the need for wells and welcomes the offer of the donors;", {issuer: "Security Council"})).toEqual(["affirm", "affirm", "support"]);
    expect(stances("4. With a view to lasting calm, requests all parties to report;", {issuer: "Security Council"})).toEqual(["urge"]);
  });

  test("a statement of the President in quotation marks", () => {
    expect(coded("“The Security Council condemns the raid. It expresses its deep sympathy to the families.\n\n“The Council stresses that the truce holds.”", {issuer: "Security Council"})).toEqual([
      "condemn 2 [condemn] The Security Council condemns the raid", "support 3 [express sympathy] It expresses its deep sympathy to the families", "affirm 2 [stress] The Council stresses that the truce holds"
    ]);
  });

  test("clause verbs in capitals", () => expect(stances("WE, the members of the lake union, met in the capital;\n\nREAFFIRMING the value of the treaty;\n\nDEEPLY CONCERNED about the drought;\n\nHEREBY DECLARE that the lake is free of arms.")).toEqual(["describe", "affirm", "concern", "affirm"]));
});

describe("lists", () => {
  test("points under a lead-in take its stance", () => {
    const text = "We agree to the following steps:\n\n- Withdraw heavy guns from the lake.\n\n- Open two crossings. Both sides will name teams for this.\n\nWe welcome the observers.";
    expect(coded(text)).toEqual([
      "commit 2 [agree] We agree to the following steps", "commit 2 [agree] Withdraw heavy guns from the lake", "commit 2 [agree] Open two crossings",
      "commit 2 [will] Both sides will name teams for this", "support 2 [welcome] We welcome the observers"
    ]);
  });
  test("points with a clause of their own are coded by it", () => expect(stances("The minister drew attention to the following:\n\n- Ruritania had lowered its tariffs.\n\n- He welcomed the new ferry.")).toEqual(["affirm", "describe", "support"]));
});

describe("what is not a clause", () => {
  test("headings, signatures and date lines", () => {
    const {paragraphs, clauses} = codeClauses("Joint Statement on the Lake\n\nClean Water and Fisheries\n\nWe welcome the new ferry.\n\nDone at Strelsau, 5 May 2030.", {parties});
    expect(paragraphs.map((p) => p.role)).toEqual(["heading", "heading", "text", "signature"]);
    expect(paragraphs.map((p) => p.number)).toEqual([null, null, 1, null]);
    expect(clauses).toHaveLength(1);
  });
  test("verb-like words inside names, compounds and noun phrases", () => {
    expect(stances("The United States welcomed the newly-established fund.", {})).toEqual(["support"]);
    expect(stances("The minister's support was helpful.")).toEqual(["describe"]);
    expect(stances("They welcomed the principles reaffirmed in the treaty and the plan endorsed by donors.")).toEqual(["support"]);
  });
  test("abbreviations do not end a sentence", () => {
    expect(coded("The leaders met in Washington, D.C. During the visit they welcomed the U.S. Government's offer under Art. 5 of the pact.")).toHaveLength(2);
  });
});

describe("speakers", () => {
  test("are resolved from what went before", () => {
    expect(speakers("The two sides welcomed the ferry. The Zubrowkan side thanked Ruritania. It expressed concern about the dam. They agreed to meet.")).toEqual([["Ruritania", "Zubrowka"], ["Zubrowka"], ["Zubrowka"], ["Ruritania", "Zubrowka"]]);
  });
  test("are all that a list names, and all that an aside names", () => {
    expect(speakers("The leaders of Norway, Iceland and Fiji reaffirmed the treaty.", {})).toEqual([["Norway", "Iceland", "Fiji"]]);
    expect(speakers("We, the ministers of Norway and Iceland, thank the host.", {})).toEqual([["Norway", "Iceland"]]);
    expect(speakers("While Norway welcomes the plan, Iceland opposes it.", {})).toEqual([["Norway"], ["Iceland"]]);
  });
  test("are the reporter's subject where a pronoun stands for it", () => expect(speakers("Iceland thanked the host. The Norwegian side said it opposes the plan.", {})).toEqual([["Iceland"], ["Norway"]]));
  test("are all of a list whose last part looks like states", () => expect(speakers("The vice ministers of South Korea, the United States and Japan on Friday condemned the raid. The three officials welcomed the talks.", {})).toEqual([["Republic of Korea", "United States", "Japan"], ["Republic of Korea", "United States", "Japan"]]));
  test("are those who spoke first where “we” follows, not those named later", () => {
    expect(speakers("Iceland condemns the raid. We thank Fiji.", {})).toEqual([["Iceland"], ["Iceland"]]);
    expect(speakers("Fiji said that a ship sank. We condemn the raid.", {}).at(-1)).toEqual([]);
    expect(speakers("We condemn the raid. Fiji welcomed the talks. We thank Fiji.", {})).toEqual([[], ["Fiji"], []]);
  });
  test("are the party of a person who was introduced with an office of two words", () => expect(speakers("Norwegian Prime Minister Kari Holm welcomed the ferry. Holm thanked Iceland.", {})).toEqual([["Norway"], ["Norway"]]));
  test("are the owner of a ministry that no table knows", () => expect(speakers("Zubrowka's foreign ministry condemned the raid.", {})).toEqual([["Zubrowka"]]));
  test("are named without the words that lead in", () => expect(speakers("In addition the Lake Council welcomes the ferry.", {})).toEqual([["Lake Council"]]));
  test("are not the organ that heads a section", () => expect(speakers("The Security Council,\n\nRecalling its resolutions,\n\nThe Committee\n\n1. Directs the Committee to meet;", {})).toEqual([["Security Council"], ["Security Council"]]));
  test("are the organ that a heading names", () => expect(speakers("The General Assembly,\n\nRecalling its resolutions,", {})).toEqual([["General Assembly"]]));
  test("are the body on whose behalf a statement is made, not what it is about", () => {
    const lead = "At the 7th meeting of the Security Council, held on 2 May 2001, on the item “The situation in Fiji and Tonga”, the President of the Security Council made the following statement on behalf of the Council:";
    expect(speakers(`${lead}\n\n“The Security Council welcomes the vote. The Council condemns the raid. It thanks the observers.”`, {})).toEqual([["Security Council"], ["Security Council"], ["Security Council"]]);
  });
  test("are the government that a city or a house stands for, where it acts", () => {
    expect(speakers("Managua rejected the claim. It thanked Oslo. The Kremlin welcomed the talks in Nairobi.", {})).toEqual([["Nicaragua"], ["Nicaragua"], ["Russia"]]);
    expect(speakers("The members of the Oslo Pact in Vienna condemn the raid.", {})).toEqual([[]]);
  });
  test("are those who send a mission, not those whom it is sent to", () => expect(speakers("The Norwegian embassy to Chad welcomed the vote.", {})).toEqual([["Norway"]]));
  test("are those whom the title names as its makers", () => {
    const text = (title: string) => `${title}\n\nWe condemn the raid on the ferry, which cost several lives and must not be repeated.`;
    expect(speakers(text("G20 Leaders’ Declaration"), {})).toEqual([["G20"]]);
    expect(speakers(text("Kenya: Statement by the High Representative on behalf of the European Union"), {})).toEqual([["European Union"]]);
    expect(speakers(text("Joint Statement on Chad and the Sudan"), {})).toEqual([[]]);
    expect(speakers(text("Statement on the Award in the South China Sea Arbitration"), {})).toEqual([[]]);
  });
  test("are the other party where a leader is known for the one", () => {
    const text = "President Adams met with Kenyan President Owino in Nairobi. The United States and Kenya welcomed the ferry. President Adams thanked his host.";
    const {clauses} = codeClauses(text, {});
    expect(clauses.at(-1)).toMatchObject({speakers: ["United States"], doubts: [expect.stringContaining("taken to speak for United States")]});
    const both = codeClauses(text.replace("President Adams thanked", "President Adams and President Owino thanked"), {}).clauses;
    expect(both.at(-1)).toMatchObject({speakers: ["United States", "Kenya"], doubts: [expect.stringContaining('"President Adams" is taken to speak for United States')]});
  });
  test("are the country that stands between an office and a name", () => expect(speakers("President of Kenya Amos Owino welcomed the ferry. Owino thanked Norway.", {})).toEqual([["Kenya"], ["Kenya"]]));
  test("are some others as the text names them", () => expect(speakers("Norway and Kenya opened the talks. Several lawmakers condemned the raid.", {}).at(-1)).toEqual(["Several lawmakers"]));
  test("are the two between whom there is a bond, where nothing else names them", () => expect(speakers("The two sides met to renew the partnership between the Kingdom of Norway and Kenya. They condemned the raid.", {}).at(-1)).toEqual(["Norway", "Kenya"]));
  test("have names with a hyphen", () => expect(speakers("Timor-Leste and Guinea-Bissau condemn the raid.", {})).toEqual([["Timor-Leste", "Guinea-Bissau"]]));
  test("are those who open the text where nothing else names them", () => expect(speakers("President Adams of Norway and President Brown of Iceland met in Oslo. The two leaders welcomed the ferry. President Brown thanked his host.", {})).toEqual([[], ["Norway", "Iceland"], ["Iceland"]]));
});

describe("every code says why", () => {
  test("with a rule of the codebook and the words that it rests on", () => {
    const text = "The two sides strongly oppose the tariff.";
    const [clause] = codeClauses(text, {parties}).clauses;
    expect(clause!.reasons.stance).toEqual([{rule: "stance-verb", words: "oppose", span: {start: 23, end: 29}, entry: "verbs: oppose (np)"}]);
    expect(clause!.reasons.strength[0]).toMatchObject({rule: "intensifier", words: "strongly"});
    expect(clause!.reasons.speakers[0]).toMatchObject({rule: "speaker-issuers"});
    expect(clause!.reasons.extent[0]).toMatchObject({rule: "subject"});
  });
});

describe("strange text is coded with doubts, not refused", () => {
  const cases: [string, string][] = [
    ["nothing", ""], ["white space", " \n\n \t\n"], ["marks only", "... --- !!! ??? \n\n \"\"\" (((("], ["headings only", "Part One\n\nPart Two\n\nPart Three"],
    ["an unclosed quotation", "“We condemn the raid and “they welcome the"], ["no punctuation", "we condemn the raid and we welcome the truce ".repeat(200)],
    ["another language", "Les deux parties réaffirment leur attachement à la paix. Elles condamnent la violence."],
    ["another script", "双方重申支持。双方谴责暴力。"], ["mojibake", "The sidesâ€™ rÃ©affirm \u0000\u0001\uFFFD welcome"], ["lone surrogates", "We welcome \uD83D the \uDE00 truce."]
  ];
  test.each(cases)("%s", (_, text) => {
    const {paragraphs, clauses} = codeClauses(text, {parties});
    for (const {start, end} of [...paragraphs, ...clauses]) expect(end).toBeGreaterThan(start);
  });
  test("another language is doubted", () => {
    const {clauses} = codeClauses("Les deux parties réaffirment leur attachement à la paix et à la sécurité dans la région. 双方重申支持。", {parties});
    expect(clauses.length).toBeGreaterThan(0);
    for (const clause of clauses) expect(clause.doubts.join(" ")).toContain("English");
  });
  test("a megabyte on one line takes no longer a character than a page", () => {
    const sentence = "The two sides welcome the ferry and call on all neighbours to keep the lake open. ";
    const time = (n: number) => {
      const from = performance.now();
      codeClauses(sentence.repeat(n), {parties});
      return (performance.now() - from) / n;
    };
    time(500);
    expect(time(12_000)).toBeLessThan(5 * time(1_500));
  });
});
