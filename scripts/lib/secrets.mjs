import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** What this checkout keeps for itself: the database, the secrets, the logs. */
export const dataFolder = join(root, ".data");

/** A secret made once and kept in a file only its owner reads. 43 characters. */
export function keptSecret(file) {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    const secret = randomBytes(32).toString("base64url");
    // `wx`: of two starts at once, one makes it and the other reads it.
    try {
      writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
      return secret;
    } catch {
      return readFileSync(file, "utf8").trim();
    }
  }
}
