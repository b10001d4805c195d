import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  output: "standalone",
  // These files are read at run time by name, so the tracer can't see them.
  outputFileTracingIncludes: { "/**": ["./messages/**/*.json", "./prisma/migrations/**/*.sql"] },
  // It looks for files of its own beside itself.
  serverExternalPackages: ["graphile-worker"],
  poweredByHeader: false,
  // The title comes with its page, not after it: between two pages a document without one is read out as such.
  htmlLimitedBots: /.*/,
  // forbidden() answers 403 with app/forbidden.tsx; Next still calls the switch experimental.
  experimental: { authInterrupts: true },
};

export default createNextIntlPlugin("./app/i18n.ts")(config);
