// Starts render-thread.ts in a thread: Node 20 does not give threads the loader that its main thread has for TypeScript.
import {register} from "tsx/esm/api";

register();
await import("./render-thread.ts");
