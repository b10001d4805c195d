import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { saveDeals } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { analyst, rolledBack } from "../support/rolled-back";

test("the parts of a deal are asked for one after another on a transaction's connection", () =>
  rolledBack(analyst, async (ctx) => {
    const warned: string[] = [];
    const listen = ({ message }: Error) => warned.push(message);
    process.on("warning", listen);
    const terms = [term({ kind: "UPFRONT" })];
    const [deal] = await saveDeals(ctx, [licence(await someRecords(ctx), { terms })]);
    const doc = is((await loadDealDocs(ctx, [is(deal).id])).get(is(deal).id));
    await setImmediate();
    process.off("warning", listen);
    expect([doc.parties.length, doc.assets.length, doc.terms.length]).toEqual([2, 1, 1]);
    expect(warned).toEqual([]);
  }));
