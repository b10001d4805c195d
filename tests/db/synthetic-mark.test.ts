import { expect, test } from "vitest";
import { holdsSyntheticDeals } from "@/lib/catalogue/synthetic/queries";
import { saveDeals } from "@/lib/deal/commands";
import { licence, someRecords } from "../support/deals";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

test("pages say that data is synthetic as soon as one generated deal is there, and not for a real one", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    const asked = { ...ctx, actor: viewer };
    await saveDeals(ctx, [licence(records, { slug: "synthetic-deal-3" })]);
    expect(await holdsSyntheticDeals(asked)).toBe(false);
    await saveDeals(ctx, [licence(records, { slug: "synthetic-deal-4", tags: ["synthetic"] })]);
    expect(await holdsSyntheticDeals(asked)).toBe(true);
  }));
