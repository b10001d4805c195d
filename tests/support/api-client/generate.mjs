// Writes the types of an OpenAPI document: node generate.mjs <document> <types>
import { readFile, writeFile } from "node:fs/promises";
import { register } from "node:module";

/**
 * openapi-typescript draws its types with the compiler API, which TypeScript 7 no longer has; @ts-morph/common brings
 * the last one that does, and no `tsc` of its own.
 */
const resolve = `export const resolve = (name, context, next) =>
  next(name === "typescript" ? "@ts-morph/common/dist/typescript.js" : name, context);`;
register(`data:text/javascript,${encodeURIComponent(resolve)}`);

const [document, types] = process.argv.slice(2);
const { astToString, default: openapiTypes } = await import("openapi-typescript");
const nodes = await openapiTypes(JSON.parse(await readFile(document, "utf8")));
await writeFile(types, astToString(nodes));
