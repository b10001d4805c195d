import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Stop } from "./main.mjs";

/** The path of a file that a person named: npm runs scripts in the checkout, they typed it where they stand. */
export function typedPath(file) {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  if (!existsSync(path)) throw new Stop(`There is no file ${file}`);
  return path;
}
