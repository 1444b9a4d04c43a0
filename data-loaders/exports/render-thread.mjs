// Starts render-thread.ts in a thread.
import {importBundled} from "../import-bundled.mjs";

await importBundled("exports/render-thread.ts");
