import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer, type Server} from "node:http";
import {extname, join, normalize, sep} from "node:path";
import {constants, createBrotliCompress, createGzip} from "node:zlib";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8", ".json": "application/json; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml", ".png": "image/png", ".pdf": "application/pdf", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8", ".xml": "application/xml", ".ico": "image/x-icon", ".zip": "application/zip",
  ".tex": "text/x-tex; charset=utf-8", ".bib": "text/x-bibtex; charset=utf-8", ".ris": "application/x-research-info-systems; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet", ".webmanifest": "application/manifest+json",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation"
};

/** Encodings in the order in which they are taken, with what makes them. */
const encodings = [
  ["br", () => createBrotliCompress({params: {[constants.BROTLI_PARAM_QUALITY]: 5}})],
  ["gzip", () => createGzip()]
] as const;

const compressible = /^(text|application\/(json|xml|manifest)|image\/svg)/;

/** The file that an address stands for: itself, its `.html`, or the `index.html` of a folder; null where there is none. */
async function resolveFile(root: string, pathname: string): Promise<string | null> {
  const path = normalize(join(root, pathname));
  if (path !== normalize(root) && !path.startsWith(normalize(root) + sep) && normalize(root) + sep !== path) return null;
  for (const candidate of pathname.endsWith("/") ? [join(path, "index.html")] : [path, `${path}.html`, join(path, "index.html")]) {
    const found = await stat(candidate).catch(() => null);
    if (found?.isFile()) return candidate;
  }
  return null;
}

/** A web server for a folder of built files: clean addresses, Brotli or gzip, and leave for other origins to read (embeds need it). */
export function staticServer(root: string): Server {
  return createServer(async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405).end();
      return;
    }
    let pathname: string;
    try {
      pathname = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    } catch {
      response.writeHead(400).end("bad address");
      return;
    }
    const found = pathname.includes("\0") ? null : await resolveFile(root, pathname);
    if (found && !pathname.endsWith("/") && found.endsWith(`${sep}index.html`) && !/\/index(\.html)?$/.test(pathname)) {
      response.writeHead(301, {location: `${pathname}/`}).end();
      return;
    }
    const file = found ?? await resolveFile(root, "/404.html");
    if (!file) {
      response.writeHead(404).end("not found");
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const hashed = /\/_(observablehq|import|node|npm|file)\//.test(pathname);
    const accepted = String(request.headers["accept-encoding"] ?? "").split(",").map((name) => name.split(";")[0]!.trim());
    const encoding = compressible.test(type) ? encodings.find(([name]) => accepted.includes(name)) : undefined;
    response.writeHead(found ? 200 : 404, {
      "content-type": type,
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      ...(encoding ? {"content-encoding": encoding[0], vary: "accept-encoding"} : {})
    });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    const stream = createReadStream(file).on("error", () => response.destroy());
    if (encoding) stream.pipe(encoding[1]()).pipe(response);
    else stream.pipe(response);
  });
}

/** Listens on 127.0.0.1; resolves with the address, rejects with one clear line where the port cannot be had. */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(new Error(
      error.code === "EADDRINUSE" ? `port ${port} is taken: stop what uses it, or choose another with PORT=${port + 1}`
      : error.code === "EACCES" ? `port ${port} needs more rights: choose one above 1023 with PORT` : error.message
    )));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : port}/`);
    });
  });
}
