import { expect } from "@playwright/test";
import { test } from "../support/browser";

test("the table's rows, count and facets are asked by its own address", async ({ request }) => {
  const address = "/api/catalogue/deals";
  const query = "?from=CN&to=JP&sort=-headline&limit=5";
  const first = await (await request.get(`${address}${query}`)).json();
  expect(first.items).toHaveLength(5);
  const second = await (await request.get(`${address}${query}&after=${first.next}`)).json();
  const ids = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const { count } = await (await request.get(`${address}/count${query}`)).json();
  const { facets } = await (await request.get(`${address}/facets${query}`)).json();
  expect(facets.from).toContainEqual({ value: "CN", count });
});

for (const part of ["", "/count", "/facets"]) {
  test(`/api/catalogue/deals${part} refuses what it can't read, by its name`, async ({
    request,
  }) => {
    const wrong = "?from=CN&typo=1&announced_from=-9999y&empty=%27);--&limit=1e999";
    const answer = await request.get(`/api/catalogue/deals${part}${wrong}`);
    expect(answer.status()).toBe(400);
    const { errors } = await answer.json();
    const paths = errors.map(({ path }: { path: string }) => path);
    expect(paths.sort()).toEqual(["announced_from", "empty", "limit", "typo"]);
  });
}
