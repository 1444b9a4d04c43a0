declare module "fontkit" {
  export interface Font {
    unitsPerEm: number;
    glyphForCodePoint(codePoint: number): {advanceWidth: number};
    getVariation(axes: Record<string, number>): Font;
  }
  export function create(data: Uint8Array): Font;
}

declare module "subset-font" {
  export default function subsetFont(font: Uint8Array, characters: string | null, options?: {
    /** With `null` for the characters. */
    keepAllGlyphs?: boolean;
    targetFormat?: "sfnt" | "truetype" | "woff" | "woff2";
    keepFeatures?: string[];
    variationAxes?: Record<string, number | {min: number; max: number; default?: number}>;
  }): Promise<Buffer>;
}
