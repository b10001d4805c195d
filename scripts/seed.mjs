import { main } from "./lib/main.mjs";
import { onDatabase, SEED } from "./lib/on-database.mjs";

/** `npm run seed`: loads the starting catalogue; what is there already stays. */
main(() => onDatabase(SEED));
