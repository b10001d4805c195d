import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** A failure the person at the terminal can act on: shown as one line, without a stack. */
export class Stop extends Error {}

const closers = [];

/** Runs at the end, whatever ends the script: the last registered goes first. */
export function atEnd(close) {
  closers.push(close);
}

async function closeAll() {
  while (closers.length > 0) {
    try {
      await closers.pop()();
    } catch (error) {
      console.error(error.message);
    }
  }
}

/**
 * The frame of every script: reads `.env`, runs, closes what was opened and sets the exit code.
 * A signal closes too, so that no server or child outlives the script.
 */
export async function main(run) {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  let stopping = false;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, async () => {
      if (stopping) return;
      stopping = true;
      await closeAll();
      process.exit(code);
    });
  }
  let code = 0;
  try {
    code = (await run()) ?? 0;
  } catch (error) {
    if (!stopping) console.error(error instanceof Stop ? `✗ ${error.message}` : error);
    code = 1;
  }
  // A signal has its own way out, which waits for what is closing.
  if (stopping) return;
  stopping = true;
  await closeAll();
  process.exit(code);
}
