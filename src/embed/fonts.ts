// Which file holds which part of Unicode; the files are the font packages' own, under embed/fonts/.
const ranges: Record<string, string> = {
  latin: "U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212",
  "latin-ext": "U+0100-0130, U+0132-0151, U+0154-024F, U+1E00-1EFF",
  cyrillic: "U+0400-04FF",
  greek: "U+0370-03FF"
};

export interface FontFile {
  family: string;
  weight: string;
  /** Name of the file, without a folder. */
  file: string;
  range: string;
}

const faces = [
  {family: "Libre Franklin", name: "libre-franklin", scripts: ["latin", "latin-ext", "cyrillic"]},
  {family: "Source Serif 4", name: "source-serif-4", scripts: ["latin", "latin-ext", "cyrillic", "greek"]}
];

/** The two faces of the visual language, a file for each script that they have. */
export const fontFiles: FontFile[] = faces.flatMap(({family, name, scripts}) =>
  scripts.map((script) => ({family, weight: "400 800", file: `${name}-${script}-wght-normal.woff2`, range: ranges[script]!})));

/** Whether a range as in CSS holds a character. */
export function inRange(range: string, character: string): boolean {
  const code = character.codePointAt(0)!;
  return range.split(", ").some((part) => {
    const [from, to = from] = part.slice(2).split("-").map((hex) => Number.parseInt(hex, 16));
    return code >= from! && code <= to!;
  });
}

/** Makes the faces known to a page that is not ours; a script's file is fetched when a character of it is drawn. */
export function loadFonts(folder: URL, page: Document): void {
  for (const {family, weight, file, range} of fontFiles) {
    page.fonts.add(new FontFace(family, `url("${new URL(file, folder).href}") format("woff2")`, {weight, unicodeRange: range, display: "swap"}));
  }
}
