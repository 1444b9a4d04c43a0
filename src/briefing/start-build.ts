import {enliven} from "../components/enliven.js";

/** Makes the page on which a briefing is put together live; the builder loads after what every page has. */
export async function startBuild(): Promise<void> {
  const [tables, {openBuilder}] = await Promise.all([enliven(), import("./build.js")]);
  await openBuilder(tables);
}
