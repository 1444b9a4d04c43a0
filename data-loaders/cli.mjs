// npm run --silent code -- FILE...
import {importBundled} from "./import-bundled.mjs";

await importBundled("cli.ts");
