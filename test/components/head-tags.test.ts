import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {prerender} from "../../data-loaders/site/prerender.js";
import {annotatedTables} from "../annotated-tables.js";

const tables = annotatedTables(), {id} = tables.statement;
const shell = "<!DOCTYPE html><html><head><title>Topics | Statement Atlas</title></head><body></body></html>";

const head = (page: string, site: string, of = tables) =>
  prerender(shell, {tables: of, statements: [], page, root: "./", site, discovery: ""});

test("a page says in its head what it is about, with the picture of its figure", async () => {
  const html = await head("topics", "https://example.org/atlas/");
  expect(html).toContain('<html lang="en"');
  expect(html).toContain(`<title>Topics: ${tables.statement.title} | Statement Atlas</title>`);
  expect(html).toMatch(/<meta name="description" content="What .+ covers, clause by clause, on a fixed list of 25 topics/);
  expect(html).toContain(`<meta property="og:image" content="https://example.org/atlas/statements/${id}/figures/topic-coverage/og.png">`);
});

test("the page at the root and its double under the statement's name share one canonical address", async () => {
  expect(await head("topics", "https://example.org/atlas/")).toContain(`<link rel="canonical" href="https://example.org/atlas/statements/${id}/topics">`);
  expect(await head("index", "https://example.org/atlas/")).toContain(`<link rel="canonical" href="https://example.org/atlas/statements/${id}/">`);
});

test("a build that knows no address but this machine's claims no canonical one", async () => {
  expect(await head("topics", "http://127.0.0.1:3000/")).not.toContain("canonical");
});

test("markup in a title stays words", async () => {
  const odd = {...tables, statement: {...tables.statement, title: 'A "<b>bold</b>" title'}};
  expect(await head("verbs", "https://example.org/", odd)).not.toContain("<b>");
});

test("letters beyond Latin-1 are written as references, and read as what they were; styles and scripts stay", async () => {
  const title = "L’État — 国 😀", page = shell.replace("<body>", '<body><p>…</p><style>q::before {content: "“"}</style><script>say("“")</script>');
  const html = await prerender(page, {tables: {...tables, statement: {...tables.statement, title}}, statements: [], page: "topics", root: "./", site: "https://example.org/", discovery: ""});
  expect(html.replace(/<(style|script)>.*?<\/\1>/g, "")).toMatch(/^[\0-\xff]*$/);
  expect(html).toContain('<style>q::before {content: "“"}</style><script>say("“")</script>');
  const {document} = parseHTML(html);
  expect(document.querySelector("title")!.textContent).toContain(title);
  expect(document.querySelector("p")!.textContent).toBe("…");
});
