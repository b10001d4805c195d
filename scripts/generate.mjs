import { ensureGenerated } from "./lib/generate.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { main } from "./lib/main.mjs";

main(async () => {
  ensureInstalled();
  await ensureGenerated();
});
