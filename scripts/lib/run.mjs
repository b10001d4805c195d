import { spawn } from "node:child_process";
import { join } from "node:path";
import { atEnd, Stop } from "./main.mjs";
import { root } from "./root.mjs";

/** A package's command as a path, so that it runs without npx. */
export const bin = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  next: "node_modules/next/dist/bin/next",
  playwright: "node_modules/@playwright/test/cli.js",
  prisma: "node_modules/prisma/build/index.js",
  tsc: "node_modules/typescript/bin/tsc",
  vitest: "node_modules/vitest/vitest.mjs",
};

/** Starts Node on a file of the checkout; the child ends with the script. */
export function startNode(file, args = [], { env = {}, nodeArgs = [], stdio = "inherit" } = {}) {
  const child = spawn(process.execPath, [...nodeArgs, join(root, file), ...args], {
    cwd: root,
    stdio,
    env: { ...process.env, ...env },
  });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const forced = setTimeout(() => child.kill("SIGKILL"), 15_000);
    await ended;
    clearTimeout(forced);
  });
  return { child, ended };
}

/** Starts a server, which ends with the script even when the script is killed. */
export function startServer(file, args, env) {
  return startNode(file, args, {
    env,
    nodeArgs: ["--import", new URL("leash.mjs", import.meta.url).href],
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
}

/** Runs Node on a file and gives its exit code, and what it printed when `capture` is set. */
export async function node(file, args, { capture = false, ...options } = {}) {
  const stdio = capture ? ["ignore", "pipe", "pipe"] : "inherit";
  const { child, ended } = startNode(file, args, { ...options, stdio });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const { code } = await ended;
  return { code, output };
}

/** Runs a TypeScript file that calls rooms: `server-only` needs the condition, `@/` needs tsx. */
export function typescript(file, args = [], options = {}) {
  return node(file, args, {
    ...options,
    nodeArgs: ["--conditions=react-server", "--import", "tsx"],
  });
}

/** Runs a step that must succeed; its output is shown when it does not. */
export async function must(what, run) {
  const { code, output = "" } = await run;
  if (code !== 0) throw new Stop(`${what} failed${output ? `\n${output.trimEnd()}` : ""}`);
}
