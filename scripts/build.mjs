import { main } from "./lib/main.mjs";
import { prepare } from "./lib/prepare.mjs";

/** What the image's build runs: packages, the Prisma client and the server, without starting it. */
main(() => prepare({ build: true }));
