import { join } from "node:path";
import { Stop } from "./main.mjs";
import { dataFolder, keptSecret } from "./secrets.mjs";

/** Fills in what a first run on one's own machine has not set. */
export function setDefaults({ port }) {
  process.env.NEXTAUTH_URL ||= `http://localhost:${port}`;
  process.env.NEXTAUTH_SECRET ||= keptSecret(join(dataFolder, "secret"));
}

/** For production, where a default would be a secret that nobody chose. */
export function requireSet() {
  const missing = ["DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET"].filter(
    (name) => !process.env[name],
  );
  if (missing.length > 0) throw new Stop(`Set ${missing.join(", ")}; .env.example explains each`);
}
