import {existsSync, readFileSync, readdirSync} from "node:fs";

const head = "src/components/head.html";

const statements = readdirSync("data-loaders/statements")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -".txt".length));

export default {
  root: "src",
  output: process.env.ATLAS_OUTPUT ?? "dist",
  title: "Statement Atlas",
  style: "theme/style.css",
  globalStylesheets: [],
  head: existsSync(head) ? readFileSync(head, "utf8") : "",
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  header: `<div data-part="site-header"></div>`,
  footer: `<div data-part="site-footer"></div>`,
  interpreters: {".ts": ["node", "--import", "tsx"]},
  dynamicPaths: [
    "/statements/index.json",
    ...statements.flatMap((id) => ["tables.json", "clauses.csv", "verbs.csv", "topics.csv", "instruments.csv", "registry.csv"].map((file) => `/statements/${id}/${file}`))
  ]
};
