import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { search } from "@/lib/catalogue/search/queries";
import { searchInput } from "@/lib/catalogue/search/schema";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { addRegistered, golden } from "../../support/golden-search";

const ctx = scriptContext("test");

const queries = Object.values(golden).flat();

async function find(q: string): Promise<string[]> {
  const { items } = await search(ctx, searchInput.parse({ q }));
  return items.map(({ noun, slug }) => `${noun}/${slug}`);
}

beforeAll(addRegistered);

afterAll(async () => {
  await db.companyIdentifier.deleteMany({ where: { scheme: { in: ["LEI", "ISIN"] } } });
});

describe("the search of the starting catalogue", () => {
  test("has the record that is meant first in nine of ten golden queries, and nearly always among three", async () => {
    const places = await Promise.all(
      queries.map(async ([q, meant]) => ({ q, meant, place: (await find(q)).indexOf(meant) + 1 })),
    );
    const within = (count: number) =>
      places.filter(({ place }) => place > 0 && place <= count).length / queries.length;
    const missed = places.filter(({ place }) => place !== 1);
    expect(queries.length).toBeGreaterThanOrEqual(60);
    expect(within(1), JSON.stringify(missed)).toBeGreaterThanOrEqual(0.9);
    expect(within(3), JSON.stringify(missed)).toBeGreaterThanOrEqual(0.98);
  });
});
