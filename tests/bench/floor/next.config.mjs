import { fileURLToPath } from "node:url";

export default {
  turbopack: { root: fileURLToPath(new URL("../../..", import.meta.url)) },
  poweredByHeader: false,
  // The types are those of the checkout, which its own check reads.
  typescript: { ignoreBuildErrors: true },
};
