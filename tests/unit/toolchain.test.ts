import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "@/messages/en/errors.json";
import { sourceFiles } from "../support/source-files";

/** Below these a known hole is open; `npm audit` has no feed where this is built. */
const floors = { next: "16.3.3", react: "19.2.6", "next-auth": "4.24.15", sharp: "0.35.4" };

type Lock = { packages: Record<string, { version?: string }> };

function locked(name: string): string[] {
  const { packages }: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = "0" }]) => version);
}

const isBelow = (version: string, floor: string) =>
  version.localeCompare(floor, "en", { numeric: true }) < 0;

test.each(Object.entries(floors))("%s is at %s or newer, wherever it is used", (name, floor) => {
  const versions = locked(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([]);
});

test("every version in package.json is exact", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
  );
  expect(loose).toEqual([]);
});

test("the lockfile names no registry", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved"');
});

/** What an entry loads before anything is installed, by its static imports. */
function reached(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const name of sourceFiles([path])[0]?.imports ?? []) {
    if (name.startsWith("scripts/")) reached(name, seen);
    else seen.add(name);
  }
  return seen;
}

const entries = ["start", "dev", "test", "check", "seed", "db-reset", "db-rebuild", "generate"];

test.each(entries)("%s starts with Node's own modules only", (entry) => {
  const path = `scripts/${entry}.mjs`;
  const text = readFileSync(path, "utf8").replaceAll(/await import\([^)]*\)/g, "");
  const first = [...text.matchAll(/from "([^"]+)"/g)].map(([, name = ""]) => name);
  const all = first.flatMap((name) =>
    name.startsWith(".") ? [...reached(`scripts/${name.slice(2)}`)] : [name],
  );
  expect(all.filter((name) => !/^(node:|scripts\/)/.test(name))).toEqual([]);
});

/** Sentences that reach a person: of an AppError, of one field's error, of a zod check. */
const sentence =
  /(?:new AppError\(\s*"[A-Z_]+",|invalidField\(\s*[^,]+,|\berror:)\s*"((?:[^"\\]|\\.)+)"/g;

function sentences(): string[] {
  return sourceFiles(["lib", "app"]).flatMap(({ text }) =>
    [...text.matchAll(sentence)]
      .map(([, words = ""]) => words)
      .filter((words) => !words.startsWith("/")),
  );
}

test("every sentence of an error is a key of the dictionaries", () => {
  const found = sentences();
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((words) => !Object.hasOwn(en, words))).toEqual([]);
});

test(".env.example explains every variable that is read", () => {
  const known = readFileSync("lib/env.ts", "utf8").matchAll(/^ {4}([A-Z_]+):/gm);
  const read = [...known].map(([, name = ""]) => name).filter((name) => name !== "NODE_ENV");
  const explained = readFileSync(".env.example", "utf8");
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter((name) => !explained.includes(`\n# ${name}=`))).toEqual([]);
});
