import "server-only";
import { createEnv } from "@t3-oss/env-nextjs";
import * as z from "zod";

const flag = z
  .enum(["0", "1", ""])
  .default("0")
  .transform((v) => v === "1");

const optionalUrl = z.url({ protocol: /^https?$/ }).optional();

/**
 * The environment, checked once. `npm start` fills in what a first run has not set; the production
 * image refuses to start without it. A build has no environment, so it is not checked there.
 */
export const env = createEnv({
  server: {
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Connections of each of the two pools. */
    DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
    NEXTAUTH_SECRET: z.string().min(32, { error: "NEXTAUTH_SECRET needs 32 characters or more" }),
    PUBLIC_READ: flag,
    /** How many proxies of ours stand before the server; that many hops of X-Forwarded-For are true. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    /** Requests a minute that one API token may make. */
    API_RATE_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(600),
    /** 1 lets webhooks reach addresses of private networks, such as a receiver beside the server. */
    WEBHOOK_PRIVATE: flag,
    OIDC_ISSUER: optionalUrl,
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** Comma-separated e-mail domains; empty means none may sign in by OIDC. */
    OIDC_ALLOWED_DOMAINS: z
      .string()
      .default("")
      .transform((v) =>
        v
          .toLowerCase()
          .split(",")
          .map((d) => d.trim())
          .filter(Boolean),
      ),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  },
  experimental__runtimeEnv: {},
  emptyStringAsUndefined: true,
  skipValidation: process.env.NEXT_PHASE === "phase-production-build",
});
