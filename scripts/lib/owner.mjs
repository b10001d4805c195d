import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** A process as its id and, where the system tells, when it started: ids are used again. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // After the name in parentheses, which may hold spaces, the start time is the 20th field.
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return `${pid} `;
  }
}

/** Whether a process has this id. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The id of the living process that holds this file, or null. */
function ownerOf(file) {
  try {
    const kept = readFileSync(file, "utf8").trim();
    const pid = Number.parseInt(kept, 10);
    return isAlive(pid) && identity(pid).trim() === kept ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes the file for this process unless a living process holds it; a dead owner's file is taken over.
 * Linked into place with its content, so that nobody ever reads it half written.
 */
export function claim(file) {
  if (ownerOf(file) !== null) return false;
  const mine = `${file}.${process.pid}`;
  const stale = `${mine}.stale`;
  writeFileSync(mine, identity(process.pid).trim(), { mode: 0o600 });
  try {
    renameSync(file, stale);
    // Another process may have taken it over since we looked: then it gets it back.
    if (ownerOf(stale) !== null) linkSync(stale, file);
  } catch {
    // There was none, which is the usual case.
  }
  try {
    linkSync(mine, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(mine, { force: true });
    rmSync(stale, { force: true });
  }
}

export function release(file) {
  if (ownerOf(file) === process.pid) rmSync(file, { force: true });
}
