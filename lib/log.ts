import "server-only";
import pino from "pino";
import { env } from "./env";

/** JSON lines on stdout. Secrets are cut before they are written. */
export const log = pino({
  level: env.LOG_LEVEL ?? "info",
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "*.password", "token", "*.token", "secret", "*.secret", "*.passwordHash"],
    censor: "[cut]",
  },
});
