import {importBundled} from "./import-bundled.mjs";

await importBundled("worker.ts");
