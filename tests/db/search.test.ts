import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { saveAssets } from "@/lib/asset/commands";
import { assetInput } from "@/lib/asset/schema";
import { search } from "@/lib/catalogue/search/queries";
import { type PickNoun, searchInput } from "@/lib/catalogue/search/schema";
import { saveCompanies } from "@/lib/company/commands";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { saveDeals } from "@/lib/deal/commands";
import { licence, someRecords } from "../support/deals";
import { analyst, rolledBack, viewer } from "../support/rolled-back";

const named = (name: string, kind: string, lang: string) => ({ id: uuid(), name, kind, lang });

async function find(ctx: Ctx, noun: PickNoun, q: string) {
  return (await search(ctx, searchInput.parse({ q, in: [noun] }))).items;
}

/** What is left of a record that somebody took out of the catalogue. */
async function withdraw(ctx: Ctx, id: string) {
  await ctx.db.$executeRaw`
    UPDATE company SET withdrawn_at = now(), withdrawn_reason = 'Twice' WHERE id = ${id}::uuid`;
}

test("a company is found by any of its names, in any form of their characters, words in any order", () =>
  rolledBack(analyst, async (ctx) => {
    await saveCompanies(ctx, [
      companyInput.parse({
        ...{ name: "Hutch Pharma", country: "CN", kind: "BIOTECH" },
        names: [
          named("和黄医药", "NATIVE", "zh-Hans"),
          named("Chi-Med Old", "FORMER", "en"),
          named("ハッチ製薬", "ALIAS", "ja"),
        ],
        identifiers: [
          { id: uuid(), scheme: "TICKER", value: "HKEX:13" },
          { id: uuid(), scheme: "LEI", value: "529900T8BM49AURSDO55" },
          { id: uuid(), scheme: "ISIN", value: "US0378331005" },
        ],
      }),
    ]);
    const asked = { ...ctx, actor: viewer };
    const typed = [
      ...[
        "hutch",
        "ＨＵＴＣＨ",
        "pharma hutch",
        "和黄",
        "和黃醫藥",
        "和",
        "黄医",
        "chi-med",
        "chimed",
      ],
      ...["ﾊｯﾁ", "はっち", "ハッチ制药", "h"],
      ...["13", "hkex:13", "529900T8BM49AURSDO55", "us0378331005", "hutsh", "chi med"],
    ];
    for (const text of typed) {
      const [first] = await find(asked, "companies", text);
      expect(first, text).toMatchObject({ label: "Hutch Pharma", mark: "CN" });
    }
    const [byFormer] = await find(asked, "companies", "chi-med");
    expect(byFormer).toMatchObject({ other: "Chi-Med Old" });
    const [byName] = await find(asked, "companies", "hutch");
    expect(byName).toMatchObject({ other: "和黄医药", otherLang: "zh-Hans" });
    expect(await find(asked, "companies", "")).toEqual([]);
  }));

test("the name that is typed comes first, then those that begin so", () =>
  rolledBack(analyst, async (ctx) => {
    const names = ["Nova Pharma", "Nova", "Novartis", "Bio Nova"];
    await saveCompanies(
      ctx,
      names.map((name) => companyInput.parse({ name, country: "CH", kind: "PHARMA" })),
    );
    const found = await find(ctx, "companies", "nova");
    expect(found.map(({ label }) => label)).toEqual([
      "Nova",
      "Novartis",
      "Nova Pharma",
      "Bio Nova",
    ]);
  }));

test("an asset is found by its code and its brand, a deal by its companies", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    await saveDeals(ctx, [licence(records)]);
    await saveAssets(ctx, [
      assetInput.parse({
        ...{ name: "zetuximab", modality: "MAB", targets: ["CLDN18.2"] },
        names: [named("ZET-101", "CODE", "en"), named("Zetuxa", "BRAND", "en")],
      }),
    ]);
    for (const text of ["zet-101", "zet101", "ZET 101"]) {
      expect(await find(ctx, "assets", text), text).toMatchObject([
        { label: "zetuximab", other: "ZET-101", mark: "MAB" },
      ]);
    }
    expect(await find(ctx, "assets", "cldn18.2")).toMatchObject([{ label: "zetuximab" }]);
    expect(await find(ctx, "deals", "northern southern")).toMatchObject([
      { label: "NL-001 in Japan", mark: "2024-11" },
    ]);
  }));

test("one search answers for every noun, and says which spelling it took instead", () =>
  rolledBack(analyst, async (ctx) => {
    const records = await someRecords(ctx);
    await saveDeals(ctx, [licence(records)]);
    const { items, instead } = await search(ctx, searchInput.parse({ q: "Nothern" }));
    expect(instead).toBe("northern");
    expect(new Set(items.map(({ noun }) => noun))).toEqual(new Set(["companies", "deals"]));
  }));

test("a withdrawn company is found no more, not even for want of another", () =>
  rolledBack(analyst, async (ctx) => {
    const company = { name: "Quuxwell", country: "US", kind: "BIOTECH", id: uuid() };
    await saveCompanies(ctx, [companyInput.parse(company)]);
    expect(await find(ctx, "companies", "quuxwell")).toHaveLength(1);
    await withdraw(ctx, company.id);
    for (const text of ["quuxwell", "quuxwel", "quuxwll"]) {
      expect(await find(ctx, "companies", text), text).toEqual([]);
    }
  }));

const hostile = [
  "'); --",
  '"',
  "%",
  "_",
  "\\",
  "(",
  "':*",
  "&",
  "!",
  "\0",
  "\u202e",
  "\ud83d",
  "・",
];

test.each([...hostile, "x".repeat(10_000), "' ".repeat(5000)])(
  "%j finds nothing and breaks nothing",
  (q) =>
    rolledBack(analyst, async (ctx) => {
      await someRecords(ctx);
      expect(await search(ctx, searchInput.parse({ q }))).toEqual({ items: [], instead: null });
    }),
);

test("marks that turn text round do not hide what is typed", () =>
  rolledBack(analyst, async (ctx) => {
    await saveCompanies(ctx, [companyInput.parse({ name: "Nova", country: "CH", kind: "PHARMA" })]);
    expect(await find(ctx, "companies", "\u200fnova\u202e")).toMatchObject([{ label: "Nova" }]);
  }));
