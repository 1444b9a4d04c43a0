import {expect, test} from "vitest";
import {themeRules} from "../../src/embed/style.js";
import {dark, light} from "../../src/theme/theme.js";

test("an embed is dark on screens only, since browsers print no ground", () => {
  const rules = themeRules(":root", (theme) => `:root[data-theme=${theme}]`), onPaper = rules.replace(/@media screen[^{]*\{[^{}]*\{[^}]*\}\}/g, "");
  expect(rules).toContain(dark.bg);
  expect(onPaper).toContain(light.ink);
  expect(onPaper).not.toContain(dark.ink);
});
