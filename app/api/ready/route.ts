import { setTimeout } from "node:timers/promises";
import { log } from "@/lib/log";
import { isMigrated } from "@/lib/migrations";
import { route } from "@/lib/route";

const patience = 3_000;

type Readiness = { database: boolean; migrations: boolean };

/** A database that does not answer must not keep the asker waiting. */
async function readiness(): Promise<Readiness> {
  const late = setTimeout(patience).then(() => Promise.reject(new Error("no answer in time")));
  try {
    return { database: true, migrations: await Promise.race([isMigrated(), late]) };
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return { database: false, migrations: false };
  }
}

/** 200 when requests can be served: the database is reached and has every migration of this build. */
export const GET = route(
  async () => {
    const checks = await readiness();
    const ready = checks.database && checks.migrations;
    return Response.json(
      { status: ready ? "ready" : "not ready", ...checks },
      { status: ready ? 200 : 503 },
    );
  },
  { admits: "anyone" },
);
