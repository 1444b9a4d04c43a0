import {dark, light, type Theme} from "../theme/theme.js";

/** White on black with every line and label at full contrast, for bright rooms and weak projectors. */
export const contrast: Theme = {
  ...dark, bg: "#000000", ink: "#FFFFFF", ink2: "#FFFFFF", ink3: "#F0F0F0", mark: "#C9D1DB",
  com: "#8FC1FF", comText: "#A9D0FF", con: "#FFB347", conText: "#FFC370", rule: "#FFFFFF", hair: "#5A6470", faint: "#7D8794"
};

/** What the key T goes through, in order. */
export const themes = {light, dark, contrast} as const;

export type ThemeName = keyof typeof themes;
