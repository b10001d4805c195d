import { execFileSync, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Stop } from "./main.mjs";
import { claim, isAlive, release } from "./owner.mjs";
import { freePort } from "./port.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { APP_ROLE } from "./roles.mjs";
import { keptSecret } from "./secrets.mjs";

const OWNER_ROLE = "kakehashi_owner";
const MAJOR = "18";

/**
 * Every script that uses the server holds the writing end of a pipe, which the system closes however
 * the script dies. When the last one is gone the read ends and so does the server: nothing is left
 * behind. A session of its own keeps Ctrl-C from the server until the application has drained.
 */
const WATCH = `
  exec 3<&0
  "$@" </dev/null 3<&- &
  server=$!
  (read -r line <&3; kill -INT $server) &
  watch=$!
  wait $server; code=$?
  kill $watch 2>/dev/null
  exit $code`;

/** PostgreSQL refuses root: as root we run it as the folder's owner, `postgres` or `nobody`. */
function serverUser(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false });
  const self = process.getuid();
  if (self !== 0) {
    if (stat && stat.uid !== self)
      throw new Stop(`${folder} belongs to another user; remove it or become that user`);
    return {};
  }
  if (stat && stat.uid !== 0) return { uid: stat.uid, gid: stat.gid };
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) =>
        Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // This system has no such user.
    }
  }
  throw new Stop(
    "PostgreSQL does not run as root and there is no user postgres or nobody; set DATABASE_URL",
  );
}

/**
 * How the server names its folder. As another user than ours it may not be able to walk the path (a
 * checkout below a folder only root may enter), but it can always use the folder it was started in.
 */
function pathFor(folder, user) {
  return user.uid !== undefined && process.platform === "linux" ? "/proc/self/cwd" : folder;
}

/** Only what the server needs: a stray PGDATA or PGPORT must not reach it. */
const environment = () => ({ PATH: process.env.PATH, LC_ALL: "C.UTF-8", TZ: "UTC" });

/** Made beside and renamed, so that a killed first start leaves no half a cluster. */
function createCluster({ folder, home, bin, user }) {
  const fresh = `${folder}.new`;
  const passwordFile = join(home, "postgres-initdb");
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(passwordFile, keptSecret(join(home, "postgres-owner-password")), { mode: 0o600 });
  if (user.uid !== undefined) {
    chownSync(fresh, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  const password = openSync(passwordFile, "r");
  try {
    execFileSync(
      join(bin, "initdb"),
      [
        `--pgdata=${pathFor(fresh, user)}`,
        `--username=${OWNER_ROLE}`,
        "--pwfile=/dev/fd/3",
        "--auth=scram-sha-256",
        // Under locale C, pg_trgm finds no trigram in Chinese, Japanese or Korean.
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
      ],
      { cwd: fresh, env: environment(), stdio: ["ignore", "pipe", "pipe", password], ...user },
    );
  } catch (error) {
    throw new Stop(`PostgreSQL could not make its folder: ${String(error.stderr ?? error).trim()}`);
  } finally {
    closeSync(password);
    rmSync(passwordFile, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}

/** What the running server wrote of itself: its process, its port, whether it takes connections. */
function serverState(folder) {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return null;
  }
}

/** After a crash the lock may name a process that is gone, or one that only has the same number. */
function isServerOf(folder, pid) {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const [there, here] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return there.ino === here.ino && there.dev === here.dev;
  } catch {
    return false;
  }
}

/** A server whose starter was killed is already stopping by itself; wait, then insist. */
async function recover(folder) {
  const left = serverState(folder);
  if (!left) return;
  for (let waited = 0; isServerOf(folder, left.pid); waited += 50) {
    if (waited === 5_000) process.kill(left.pid, "SIGINT");
    if (waited === 15_000) process.kill(left.pid, "SIGQUIT");
    if (waited > 25_000)
      throw new Stop(`A PostgreSQL (process ${left.pid}) still uses ${folder} and does not stop`);
    await sleep(50);
  }
  rmSync(join(folder, "postmaster.pid"), { force: true });
}

function settings(port, durable) {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    shared_buffers: "256MB",
    max_wal_size: "2GB",
    random_page_cost: 1.1,
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(!durable && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Joins those who use the running server; null when there is none, or it is about to stop. */
function hold(pipe) {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
}

function openPipe(pipe) {
  rmSync(pipe, { force: true });
  execFileSync("mkfifo", ["-m", "600", pipe]);
  // Opening an end waits for the other one, except with both at once.
  const both = openSync(pipe, constants.O_RDWR);
  const reader = openSync(pipe, constants.O_RDONLY);
  const held = openSync(pipe, constants.O_WRONLY);
  closeSync(both);
  return { reader, held };
}

async function launch({ folder, home, pipe, bin, user, durable }) {
  const logFile = join(home, "postgres.log");
  const log = openSync(logFile, "w", 0o600);
  const { reader, held } = openPipe(pipe);
  const server = [join(bin, "postgres"), "-D", pathFor(folder, user)];
  const child = spawn(
    "/bin/sh",
    ["-c", WATCH, "watch", ...server, ...settings(await freePort(), durable)],
    { cwd: folder, env: environment(), stdio: [reader, log, log], detached: true, ...user },
  );
  child.unref();
  closeSync(log);
  closeSync(reader);
  const ended = new Promise((resolve) => child.on("close", () => resolve("ended")));
  for (;;) {
    const state = serverState(folder);
    if (state?.ready) return { ...state, held };
    if ((await Promise.race([ended, sleep(20)])) === "ended") {
      throw new Stop(`PostgreSQL did not start:\n${readFileSync(logFile, "utf8").trim()}`);
    }
  }
}

async function start({ home, folder, pipe, durable }) {
  const user = serverUser(folder);
  const bin = postgresBinaries(user);
  await recover(folder);
  if (!existsSync(join(folder, "PG_VERSION"))) createCluster({ folder, home, bin, user });
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (version !== MAJOR) {
    throw new Stop(
      `${folder} was made by PostgreSQL ${version}, this is ${MAJOR}; move it away first`,
    );
  }
  return launch({ folder, home, pipe, bin, user, durable });
}

/** One script at a time looks for a running server and starts one if there is none. */
async function shareOrStart(options) {
  const lock = join(options.home, "postgres.starting");
  while (!claim(lock)) await sleep(50);
  try {
    const state = serverState(options.folder);
    const held = state?.ready && isServerOf(options.folder, state.pid) ? hold(options.pipe) : null;
    return held === null ? await start(options) : { ...state, held };
  } finally {
    release(lock);
  }
}

/**
 * The embedded server of the folder `home`: started, or shared when another script already runs it.
 * It stops with the last script that uses it; `stop` waits `patience` ms for that.
 * The URLs are for the owner (migrations) and for the application.
 */
export async function openPostgres({ home, durable = true }) {
  mkdirSync(home, { recursive: true });
  const [folder, pipe] = [join(home, "postgres"), join(home, "postgres.pipe")];
  const { pid, port, held } = await shareOrStart({ home, folder, pipe, durable });
  const secret = (role) => keptSecret(join(home, `postgres-${role}-password`));
  const url = (role, password) => (database) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return {
    appPassword: secret("app"),
    ownerUrl: url(OWNER_ROLE, secret("owner")),
    appUrl: url(APP_ROLE, secret("app")),
    async stop(patience = 500) {
      closeSync(held);
      for (let waited = 0; waited < patience && isAlive(pid); waited += 20) await sleep(20);
    },
  };
}
