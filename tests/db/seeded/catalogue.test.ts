import { describe, expect, test } from "vitest";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealProblems } from "@/lib/deal/rules";
import { dealInput } from "@/lib/deal/schema";
import { dealWarnings, isTermVerified } from "@/lib/deal/warning/rules";
import { loadCatalogue } from "@/prisma/seed/load";

const ctx = scriptContext("test");

async function allDocs() {
  const ids = (await db.deal.findMany({ select: { id: true } })).map(({ id }) => id);
  return [...(await loadDealDocs(ctx, ids)).values()];
}

describe("the starting catalogue", () => {
  test("holds 114 deals and 197 companies", async () => {
    expect(await db.deal.count()).toBe(114);
    expect(await db.dealRow.count()).toBe(114);
    expect(await db.company.count()).toBe(197);
  });

  test("is loaded once: a second run changes nothing", async () => {
    const before = await db.auditEntry.count();
    const loaded = await loadCatalogue(ctx);
    expect(loaded).toEqual({
      companies: { added: 0, there: 197 },
      assets: { added: 0, there: 116 },
      rates: { added: 0, there: 4 },
      deals: { added: 0, there: 114 },
    });
    expect(await db.auditEntry.count()).toBe(before);
  });

  test("passes the rules that a person's entry must pass, deal by deal", async () => {
    for (const { slug, ...stored } of await allDocs()) {
      const problems = dealProblems(dealInput.parse({ slug, ...stored }));
      expect({ slug, problems }).toEqual({ slug, problems: [] });
    }
  });

  test("has a read model that equals its derivation, column by column", async () => {
    const [{ differ } = { differ: -1n }] = await db.$queryRaw<{ differ: bigint }[]>`
      SELECT count(*) AS differ FROM deal_row r FULL JOIN deal_row_source s ON s.id = r.id
      WHERE r.id IS NULL OR s.id IS NULL OR EXISTS (
        SELECT FROM jsonb_each(to_jsonb(s)) AS derived
        WHERE to_jsonb(r) -> derived.key IS DISTINCT FROM derived.value)`;
    expect(Number(differ)).toBe(0);
  });

  test("is found by the names that companies have at home", async () => {
    const found = async (name: string) => {
      const rows = await db.$queryRaw<{ slug: string }[]>`
        SELECT DISTINCT c.slug FROM company c JOIN company_name n ON n.company_id = c.id
        WHERE n.search_key LIKE '%' || fold(${name}) || '%'`;
      return rows.map(({ slug }) => slug);
    };
    expect(await found("和黄")).toContain("hutchmed");
    expect(await found("武田")).toContain("takeda");
    expect(await found("百力司康")).toContain("blissbio");
    expect(await found("エーザイ")).toContain("eisai");
  });

  test("has no Chinese name in Japanese letters, nor the other way round", async () => {
    const names = await db.companyName.findMany({
      select: { name: true, lang: true },
      where: { lang: { startsWith: "zh" } },
    });
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(({ name }) => /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(name))).toEqual([]);
  });
});

describe("what the catalogue rests on", () => {
  test("is one source a document, each used", async () => {
    const unused = await db.source.count({
      where: { claims: { none: {} }, dealEvents: { none: {} }, paymentEvents: { none: {} } },
    });
    expect(unused).toBe(0);
    expect(await db.source.count({ where: { grade: "RECALLED", url: { not: null } } })).toBe(0);
  });

  test("is memory for a company's city, year and website, and says so", async () => {
    const claims = await db.claim.findMany({
      select: { source: { select: { grade: true } } },
      where: { entity: "COMPANY", field: { in: ["city", "foundedYear", "website"] } },
    });
    expect(claims.length).toBeGreaterThan(300);
    expect(new Set(claims.map(({ source }) => source.grade))).toEqual(new Set(["RECALLED"]));
  });

  test("is named for every figure, or the figure counts as unverified and warns", async () => {
    const known = { today: "2026-11-24", countryOf: () => undefined };
    for (const doc of await allDocs()) {
      const warned = dealWarnings(doc, known)
        .filter(({ code }) => code === "figureWithoutSource")
        .map(({ path }) => path);
      const bare = doc.terms.flatMap((term, index) =>
        (term.min ?? term.max) !== null && !doc.claims.some(({ field }) => supports(field, term))
          ? [{ path: `terms.${index}.max`, verified: isTermVerified(doc, term) }]
          : [],
      );
      expect(bare.map(({ path }) => path)).toEqual(warned);
      expect(bare.filter(({ verified }) => verified)).toEqual([]);
    }
  });

  test("makes a deal unverified when nothing accepted is better than memory", async () => {
    const rows = await db.dealRow.findMany({ select: { id: true, unverified: true } });
    const better = await db.claim.findMany({
      select: { entityId: true },
      where: { entity: "DEAL", status: "ACCEPTED", source: { grade: { not: "RECALLED" } } },
    });
    const verified = new Set(better.map(({ entityId }) => entityId));
    expect(rows.filter(({ id, unverified }) => unverified === verified.has(id))).toEqual([]);
  });
});

type Term = Parameters<typeof isTermVerified>[1];

const groups: Partial<Record<Term["kind"], string>> = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  EQUITY: "equity",
  OPTION_FEE: "optionFee",
  OPTION_EXERCISE_FEE: "optionFee",
  MILESTONE: "milestones",
  MILESTONE_POOL: "milestones",
  NEAR_TERM: "milestones",
  HEADLINE: "headline",
};

function supports(field: string, { id, kind }: Term): boolean {
  return field === `terms.${id}` || field === groups[kind];
}
