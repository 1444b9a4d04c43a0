import "fontkit";

declare module "fontkit" {
  export interface Font {
    characterSet: number[];
    layout(text: string): {advanceWidth: number};
    variationAxes: Record<string, {min: number; default: number; max: number}>;
  }
}
