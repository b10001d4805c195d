import { scriptContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { importArchive } from "@/lib/exchange/archive/commands";

/** Brings an archive into the catalogue: the path is the one argument. */
const [path = ""] = process.argv.slice(2);
try {
  const { created, same, different } = await importArchive(scriptContext("import"), path);
  const rows = Object.values(created).reduce((all, count) => all + count, 0);
  console.log(`${rows} rows are new, ${same} were here, ${different} differ and stay as they are`);
  process.exit(0);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const filled = Object.entries(error.values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    error.message,
  );
  console.error(`✗ ${filled}; nothing was written`);
  process.exit(1);
}
