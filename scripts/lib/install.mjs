import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Stop } from "./main.mjs";
import { root } from "./root.mjs";

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return null;
  }
}

/** npm keeps what it installed in a lockfile of its own, written last: no stamp of ours is needed. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  if (!installed) return false;
  const wanted = packagesOf("package-lock.json") ?? {};
  return Object.entries(wanted).every(([path, entry]) => {
    const there = installed[path];
    if (path === "" || (!there && (entry.optional || entry.peer))) return true;
    return there?.version === entry.version && there.integrity === entry.integrity;
  });
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Stop(`Kakehashi needs Node 20.19 or newer; this is ${process.versions.node}`);
}

/**
 * Installs the locked packages when they are missing or other ones. Uses Node's own modules only.
 * Not `npm ci`: it refuses a lockfile made where the optional binaries of other systems could not be
 * had. This takes every version from the lockfile all the same, and leaves the file as it is.
 */
export function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  console.log("Installing packages …");
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  const result = spawnSync(command, [...args, "install", "--no-save", "--include=dev"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (result.status !== 0) throw new Stop(`npm install failed\n${result.stdout}${result.stderr}`);
  if (!isInstalled()) throw new Stop("npm did not install what package-lock.json says");
}
