import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

export type SourceFile = { path: string; text: string; imports: string[] };

const importOf =
  /^(?:import|export)\b[^;]*?from "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;
/** `import type` and `import { type … }` alone: gone once compiled. */
const typeOnly = /^import type\b[^;]*?from "[^"]+";/gm;

function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A path of the checkout for what is ours, without extension; a package's name otherwise. */
function resolved(from: string, name: string): string {
  if (name.startsWith("@/")) return name.slice(2);
  if (!name.startsWith(".")) return name;
  return posix.join(posix.dirname(from), name);
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(importOf)].map(([, from, bare, dynamic]) =>
    resolved(path, from ?? bare ?? dynamic ?? ""),
  );
}

/** The source files of folders or of single files, with what each imports. Types count unless left out. */
export function sourceFiles(paths: string[], { types = true } = {}): SourceFile[] {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) return [];
    return /\.\w+$/.test(path) ? [path] : pathsUnder(path);
  });
  return files.map((path) => {
    const text = readFileSync(path, "utf8");
    return { path, text, imports: importsOf(path, types ? text : text.replaceAll(typeOnly, "")) };
  });
}
