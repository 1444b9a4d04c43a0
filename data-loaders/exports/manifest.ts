import {createHash} from "node:crypto";
import {extname} from "node:path";

const mediaTypes: Record<string, string> = {
  ".svg": "image/svg+xml", ".png": "image/png", ".pdf": "application/pdf", ".csv": "text/csv", ".json": "application/json", ".html": "text/html",
  ".tex": "application/x-tex", ".bib": "application/x-bibtex", ".ris": "application/x-research-info-systems",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
};

export interface ListedFile {
  name: string;
  /** Bytes. */
  size: number;
  /** Lower-case hex. */
  sha256: string;
  mediaType: string;
  /** Size of a picture in px. */
  width?: number;
  height?: number;
}

export interface ListedFigure {
  figure: string;
  title: string;
  /** Alternative text. */
  alt: string;
  /** Below the site's root, or below the folder of the version. */
  folder: string;
  files: ListedFile[];
}

/** What `figures.json` of a statement says. */
export interface ExportManifest {
  statement: string;
  date: string;
  coding: string;
  version: string;
  figures: ListedFigure[];
}

/** A file as the manifest lists it. */
export function listFile(name: string, bytes: Uint8Array, size: {width?: number; height?: number} = {}): ListedFile {
  return {
    name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), mediaType: mediaTypes[extname(name)] ?? "application/octet-stream",
    ...(size.width && {width: size.width, height: size.height})
  };
}
