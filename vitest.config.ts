import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `@/` is the checkout; `server-only` throws outside a React server, which a test is not. */
const alias = { "@": at("."), "server-only": at("node_modules/server-only/empty.js") };

/** A project on a real Postgres. */
function onDatabase(name: string, include: string[], exclude: string[] = []) {
  return {
    resolve: { alias },
    test: {
      name,
      include,
      exclude,
      environment: "node",
      globalSetup: "tests/support/databases.mjs",
      setupFiles: "tests/support/environment.ts",
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          environment: "node",
          env: { LOG_LEVEL: "silent", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" },
          // A property under thousands of inputs takes seconds where others work beside it.
          testTimeout: 30_000,
        },
      },
      onDatabase("db", ["tests/db/**/*.test.ts"], ["tests/db/seeded/**"]),
      onDatabase("seeded", ["tests/db/seeded/**/*.test.ts"]),
    ],
  },
});
