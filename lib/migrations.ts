import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "./sql";

const folder = join(process.cwd(), "prisma", "migrations");

/** The migrations this build brings, each as `name checksum`. They do not change while it runs. */
async function readMigrations(): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name, "migration.sql"));
      return `${name} ${createHash("sha256").update(text).digest("hex")}`;
    }),
  );
}

let brought: Promise<string[]> | undefined;

/** Whether the database has every migration of this build. Throws when it cannot be reached. */
export async function isMigrated(): Promise<boolean> {
  brought ??= readMigrations();
  const rows = await sql<{ migration: string }[]>`
    SELECT migration_name || ' ' || checksum AS migration FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const applied = new Set(rows.map((row) => row.migration));
  return (await brought).every((migration) => applied.has(migration));
}
