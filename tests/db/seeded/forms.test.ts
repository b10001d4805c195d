import { expect, test } from "vitest";
import { toAssetFields, toAssetInput } from "@/components/asset/form/asset-fields";
import { toCompanyFields, toCompanyInput } from "@/components/company/form/company-fields";
import { toDealFields } from "@/components/deal/form/deal-fields";
import { toDealInput } from "@/components/deal/form/deal-input";
import { loadAssetDocs } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { loadCompanyDocs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import { db } from "@/lib/db";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealProblems } from "@/lib/deal/rules";
import { dealInput } from "@/lib/deal/schema";
import { operator } from "../../support/people";

const nothingKnown = new Map();

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const select = { id: true } as const;

test("a deal that is opened and saved untouched is the same deal", async () => {
  const docs = await loadDealDocs(operator, ids(await db.deal.findMany({ select })));
  expect(docs.size).toBe(114);
  for (const doc of docs.values()) {
    const sent = dealInput.parse(toDealInput(toDealFields(doc), doc.version, nothingKnown));
    expect(sent, doc.slug).toEqual(doc);
    expect(dealProblems(sent), doc.slug).toEqual([]);
  }
});

test("so is a company", async () => {
  for (const doc of (
    await loadCompanyDocs(operator, ids(await db.company.findMany({ select })))
  ).values()) {
    const sent = companyInput.parse(toCompanyInput(toCompanyFields(doc), doc.version));
    expect(sent, doc.slug).toEqual(doc);
  }
});

test("so is an asset", async () => {
  for (const doc of (
    await loadAssetDocs(operator, ids(await db.asset.findMany({ select })))
  ).values()) {
    const sent = assetInput.parse(toAssetInput(toAssetFields(doc), doc.version));
    expect(sent, doc.slug).toEqual(doc);
  }
});
