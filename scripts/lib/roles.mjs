import { SCHEMA as JOBS } from "./jobs.mjs";

/** The role the application connects as: not the owner, so the database itself can refuse it. */
export const APP_ROLE = "kakehashi_app";

/** Creates the role where it is missing. */
export async function ensureAppRole(client, password) {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APP_ROLE]);
  if (rowCount > 0) return;
  await client.query(`CREATE ROLE ${APP_ROLE} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

/** Reads and writes, but never truncates, and the history only grows. Run after every migration. */
export async function grantAppRole(client) {
  const { rows } = await client.query(
    "SELECT current_database() AS name, to_regclass('audit_entry') IS NOT NULL AS audited",
  );
  const [{ name, audited }] = rows;
  await client.query(`
    GRANT CONNECT, TEMPORARY ON DATABASE ${client.escapeIdentifier(name)} TO ${APP_ROLE};
    GRANT USAGE ON SCHEMA public TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${APP_ROLE};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${APP_ROLE};
    GRANT USAGE ON SCHEMA ${JOBS} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${JOBS} TO ${APP_ROLE};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA ${JOBS} TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${JOBS} TO ${APP_ROLE};
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM ${APP_ROLE};
    ${audited ? `REVOKE UPDATE, DELETE ON audit_entry FROM ${APP_ROLE};` : ""}
  `);
}
