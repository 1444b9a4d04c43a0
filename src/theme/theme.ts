/** The tokens of the visual language; every colour in a figure is one of these. */
export interface Theme {
  name: "light" | "dark" | "page";
  bg: string; ink: string; ink2: string; ink3: string; mark: string;
  com: string; comText: string; con: string; conText: string;
  comWash: string; conWash: string; neutralWash: string;
  rule: string; hair: string; faint: string;
}

export const light: Theme = {
  name: "light",
  bg: "#FFFFFF", ink: "#14181F", ink2: "#48515E", ink3: "#5C6674", mark: "#7A8594",
  com: "#1A4BA8", comText: "#1A4BA8", con: "#BF4A06", conText: "#B04205",
  comWash: "#E9EFFA", conWash: "#FCEEE5", neutralWash: "#EEF0F3",
  rule: "#D9DEE5", hair: "#E9ECF0", faint: "#C3CAD3"
};

export const dark: Theme = {
  name: "dark",
  bg: "#0E131A", ink: "#EEF1F5", ink2: "#B4BDCA", ink3: "#93A0B1", mark: "#7F8B9B",
  com: "#7FAAFF", comText: "#8DB3FF", con: "#F59A5E", conText: "#F7A46D",
  comWash: "#16243F", conWash: "#36210F", neutralWash: "#1E2631",
  rule: "#2C3644", hair: "#1E2631", faint: "#47525F"
};

/** Colours as custom properties (`--com-text`), so that one drawing follows the page's light or dark. */
export const page: Theme = Object.fromEntries(
  Object.keys(light).map((token) => [token, token === "name" ? "page" : `var(--${token.replace(/([A-Z]|\d)/g, (c) => `-${c.toLowerCase()}`)})`])
) as unknown as Theme;

export const sans = "'Libre Franklin', 'Libre Franklin Variable', Arial, sans-serif";
export const serif = "'Source Serif 4', 'Source Serif 4 Variable', Georgia, serif";
