import { openTestDatabases } from "../../scripts/lib/test-databases.mjs";

/** One server for the run, whichever projects take part; the last one to end stops it. */
const shared = Symbol.for("kakehashi.test-databases");

/**
 * Vitest's global set-up of the projects `db` and `seeded`: each worker gets a copy of its own of the
 * project's database, so that tests which commit do not meet.
 */
export async function setup(project) {
  globalThis[shared] ??= { users: 0, opened: openTestDatabases() };
  const use = globalThis[shared];
  use.users += 1;
  const databases = await use.opened;
  const kind = project.name === "seeded" ? "seeded" : "empty";
  const workers = Math.max(1, project.config.maxWorkers ?? 1);
  const urls = await copies(databases, kind, workers);
  project.provide("databaseUrls", urls);

  return async () => {
    use.users -= 1;
    if (use.users > 0) return;
    globalThis[shared] = undefined;
    await databases.stop();
  };
}

/** One after the other: a template can be copied by one connection at a time. */
async function copies(databases, kind, count) {
  const urls = [];
  for (let made = 0; made < count; made += 1) urls.push((await databases.fresh(kind)).url);
  return urls;
}
