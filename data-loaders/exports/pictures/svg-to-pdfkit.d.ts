declare module "svg-to-pdfkit" {
  export default function svgToPdf(document: PDFKit.PDFDocument, svg: string, x: number, y: number, options?: {
    width?: number;
    height?: number;
    /** Name of a registered font for a `font-family`. */
    fontCallback?(family: string): string;
    warningCallback?(message: string): void;
  }): void;
}
