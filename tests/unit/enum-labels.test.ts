import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "@/messages/en/enums.json";
import ja from "@/messages/ja/enums.json";
import zh from "@/messages/zh/enums.json";

/** Every enum of the model, `dealType` → its values. */
function modelEnums(): Map<string, string[]> {
  const schema = readdirSync("prisma/schema").map((name) =>
    readFileSync(`prisma/schema/${name}`, "utf8"),
  );
  const found = schema.join("\n").matchAll(/^enum (\w+) \{([^}]*)\}/gm);
  return new Map(
    [...found].map(([, name = "", body = ""]) => [
      name.slice(0, 1).toLowerCase() + name.slice(1),
      body.match(/^ {2}[A-Z][A-Z0-9_]*$/gm)?.map((value) => value.trim()) ?? [],
    ]),
  );
}

test.each(Object.entries({ en, ja, zh }))(
  "every value of the model has a word in %s",
  (_, words) => {
    const labels = new Map(Object.entries<Record<string, string>>(words));
    for (const [name, values] of modelEnums()) {
      expect(Object.keys(labels.get(name) ?? {}), name).toEqual(values);
    }
  },
);

test.each(Object.entries({ en, ja, zh }))(
  "no two values of an enum share a word in %s",
  (_, words) => {
    for (const [name, labels] of Object.entries<Record<string, string>>(words)) {
      const said = Object.values(labels);
      expect(new Set(said).size, name).toBe(said.length);
    }
  },
);
