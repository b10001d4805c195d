import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { type SourceFile, sourceFiles } from "../support/source-files";

/** A room may use the rooms before it. Reading order is dependency order. */
const rooms = [
  "money",
  "territory",
  "auth",
  "history",
  "people",
  "fx",
  "source",
  "record",
  "company",
  "asset",
  "payment",
  "deal",
  "catalogue",
  "view",
  "bulk",
  "quality",
  "intake",
  "exchange",
  "insight",
];

const vocabulary = ["schema.ts", "rules.ts", "dto.ts", "queries.ts", "commands.ts"];

/** What an imported path may not be, for the files a rule is about. */
type Rule = { from: RegExp; never: RegExp; types?: boolean; because: string };

const rules: Rule[] = [
  {
    from: /^components\//,
    never:
      /^(prisma\/(?!generated\/enums$)|app\/|lib\/(?!(result|partial-date)$))(?!.*\/(schema|rules|dto)$)/,
    // A type is gone before it reaches the browser.
    types: false,
    because:
      "components run in the browser: a room's schema, rules and dto; results and partial dates",
  },
  {
    from: /^components\/ui\//,
    never: /^(lib|prisma|app)\//,
    because: "a primitive knows no domain word and could ship in another product",
  },
  {
    from: /^lib\/(?!auth\/(session|options)\.ts$)[^/]+\//,
    never: /^(next|react|next-auth)(\/|$)/,
    because: "a room also runs in a script, an import and a test",
  },
  {
    from: /^lib\/.*\/(schema|rules|dto)\.ts$/,
    never:
      /^(lib\/(db|sql|copy|env|log)$|node:|pg$|postgres$|prisma\/generated\/client$|.*\/(queries|commands)$)/,
    types: false,
    because: "it may run in the browser",
  },
  { from: /^lib\//, never: /^(app|components|tests|scripts)\//, because: "app is the top" },
  { from: /^app\//, never: /^(tests|scripts)\//, because: "a test's tools stay in the tests" },
  {
    from: /^(app|components)\//,
    never: /^(prisma\/generated\/client|lib\/(db|sql|copy))$/,
    types: false,
    because: "only rooms talk to the database",
  },
];

function breaches(rule: Rule): string[] {
  const files = sourceFiles(["app", "components", "lib"], { types: rule.types ?? true });
  return files
    .filter((file) => rule.from.test(file.path))
    .flatMap(({ path, imports }) =>
      imports.filter((name) => rule.never.test(name)).map((name) => `${path} imports ${name}`),
    );
}

test.each(rules)("the law of imports holds: $because", (rule) => {
  expect(breaches(rule)).toEqual([]);
});

const roomFiles = sourceFiles(["lib"]).filter(({ path }) => path.split("/").length > 2);
const roomOf = (path: string) => path.match(/^lib\/([^/]+)\//)?.[1];

/** Rooms that this file uses though they come after its own. */
function laterRooms({ path, imports }: SourceFile): string[] {
  const own = rooms.indexOf(roomOf(path) ?? "");
  return imports
    .map(roomOf)
    .filter((room) => room !== undefined && rooms.indexOf(room) > own)
    .map((room) => `${path} imports from ${room}`);
}

test("a room uses only the rooms before it", () => {
  expect(roomFiles.flatMap(laterRooms)).toEqual([]);
});

test("every room has its place in the order", () => {
  expect([...new Set(roomFiles.map(({ path }) => roomOf(path)))].sort()).toEqual(
    rooms.filter((room) => existsSync(`lib/${room}`)).sort(),
  );
});

test("a room holds only the files of the vocabulary", () => {
  const strange = roomFiles
    .map(({ path }) => path)
    .filter((path) => !vocabulary.includes(basename(path)))
    .filter((path) => !["lib/auth/session.ts", "lib/auth/options.ts"].includes(path));
  expect(strange).toEqual([]);
});

test("what reads or writes is kept from the browser", () => {
  const open = roomFiles
    .filter(({ path }) => /\/(queries|commands)\.ts$/.test(path))
    .filter(({ imports }) => !imports.includes("server-only"))
    .map(({ path }) => path);
  expect(open).toEqual([]);
});

/** Paths in backticks: `lib/context.ts`, `app/(workspace)/deals`, `scripts/`. Patterns are not paths. */
function pathsIn(text: string): string[] {
  const top = /^(app|components|docs|lib|messages|prisma|scripts|tests)\//;
  return [...text.matchAll(/`([^`\s]+)`/g)]
    .map(([, path = ""]) => path)
    .filter((path) => top.test(path) && !/[*<>{}…]/.test(path));
}

test("the page on the architecture names what exists", () => {
  const paths = pathsIn(readFileSync("docs/ARCHITECTURE.md", "utf8"));
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
