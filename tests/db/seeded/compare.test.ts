import { expect, test } from "vitest";
import { scriptContext } from "@/lib/context";
import { compareDeals } from "@/lib/insight/compare/queries";
import { parseCompare } from "@/lib/insight/compare/schema";
import { is } from "../../support/is";

const ctx = scriptContext("test");
const fruquintinib = "takeda-hutchmed-fruquintinib-2023";

test("deals stand in the order that was asked for, by slug or id; what is not there is left out", async () => {
  const [deal] = await compareDeals(ctx, [fruquintinib]);
  const bb1701 = "eisai-blissbio-bb-1701-2023";
  const compared = await compareDeals(ctx, [bb1701, is(deal).id, "no-such-deal"]);
  expect(compared.map(({ slug }) => slug)).toEqual([bb1701, fruquintinib]);
});

test("each amount says how it is disclosed, and is none where it is withheld", async () => {
  const [deal] = await compareDeals(ctx, [fruquintinib]);
  expect(is(deal).amounts).toMatchObject({
    upfront: { disclosure: "EXACT", currency: "USD", min: "400000000", max: "400000000" },
    headline: { disclosure: "UP_TO", max: "1130000000" },
    equity: { disclosure: "NOT_RESEARCHED", min: null, max: null },
  });
  expect(is(deal)).toMatchObject({ paid_to_date: "435000000", territory_include: ["WORLD"] });
});

test("no more than five deals are compared, and a word that is no address is named", () => {
  const six = Array.from({ length: 6 }, (_, n) => `deal-${n}`);
  expect(parseCompare({ deal: six }).problems).toMatchObject([{ path: "deal" }]);
  expect(parseCompare({ deal: ["a-deal", "a-deal"] })).toEqual({
    wanted: ["a-deal"],
    problems: [],
  });
  expect(parseCompare({ deal: "../etc" }).problems).toMatchObject([{ path: "deal" }]);
});
