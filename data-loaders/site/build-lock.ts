import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname} from "node:path";

const file = ".cache/build.lock";

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Process that holds the lock; null where it is free or was left behind. */
function holder(): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return isRunning(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** Waits for another build of this folder to end, then keeps others waiting until this process ends: they share the framework's cache. */
export async function takeBuildLock(log: (line: string) => void = console.log): Promise<void> {
  mkdirSync(dirname(file), {recursive: true});
  for (let said = false; ; said = true) {
    try {
      writeFileSync(file, String(process.pid), {flag: "wx"});
      process.once("exit", () => rmSync(file, {force: true}));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const pid = holder();
    if (pid === null) rmSync(file, {force: true});
    else {
      if (!said) log(`waiting for another build (process ${pid}) to end`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
