import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** `npm run check`: what a change must pass before it is committed; seconds, not minutes. */
main(async () => {
  await prepare();
  const { bin, node } = await import("./lib/run.mjs");
  const steps = [
    [bin.biome, ["check", "."]],
    [bin.next, ["typegen"]],
    [bin.tsc, ["--noEmit"]],
    [bin.vitest, ["run", "--project", "unit"]],
  ];
  for (const [file, args] of steps) {
    const { code } = await node(file, args);
    if (code !== 0) return code;
  }
});
