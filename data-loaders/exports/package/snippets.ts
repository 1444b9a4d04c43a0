/** One line for each language that loads a table from a folder where the package was unpacked; standard libraries only. */
export const snippets = {
  R: (table: string) => `${table} <- read.csv("${table}.csv", encoding = "UTF-8", na.strings = "")`,
  Python: (table: string) => `import csv; ${table} = list(csv.DictReader(open("${table}.csv", encoding="utf-8", newline="")))`,
  JavaScript: (table: string) => `const ${table} = JSON.parse(await (await import("node:fs/promises")).readFile("${table}.json", "utf8"));`
};
