// Serves the built site: `npm start` after the build.
import {existsSync} from "node:fs";
import {listen, staticServer} from "./static-server.js";

const port = process.env.PORT === undefined ? 3000 : Number(process.env.PORT);
try {
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT is not a port number: "${process.env.PORT}" (give one from 1 to 65535)`);
  if (!existsSync("dist/index.html")) throw new Error("there is no site in dist/: run npm run build first");
  console.log(`Statement Atlas is at ${await listen(staticServer("dist"), port)} (Ctrl+C ends it)`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
