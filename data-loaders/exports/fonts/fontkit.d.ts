import "fontkit";

declare module "fontkit" {
  export interface Font {
    characterSet: number[];
    variationAxes: Record<string, {min: number; default: number; max: number}>;
  }
}
