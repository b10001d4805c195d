import { describe, expect, test } from "vitest";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { getDeal, loadDealDocs } from "@/lib/deal/queries";
import { dealProblems } from "@/lib/deal/rules";
import { dealInput } from "@/lib/deal/schema";
import { stateOf } from "@/lib/payment/term/rules";
import { conflictsOf } from "@/lib/source/rules";
import { contains, territoryOf } from "@/lib/territory/rules";
import { loadCatalogue } from "@/prisma/seed/load";
import { is } from "../../support/is";

const ctx = scriptContext("test");

async function row(slug: string) {
  return is(await db.dealRow.findUnique({ where: { slug } }));
}

async function doc(slug: string) {
  return (await getDeal(ctx, slug)).doc;
}

type Doc = Awaited<ReturnType<typeof doc>>;

function rightsOf({ grants }: Doc) {
  const codes = (mode: string) =>
    grants.flatMap(({ territories }) =>
      territories.filter((territory) => territory.mode === mode).map(({ code }) => code),
    );
  return territoryOf({ include: codes("INCLUDE"), exclude: codes("EXCLUDE") });
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
    expect(Object.values(loaded).map(({ added }) => added)).toEqual([0, 0, 0]);
    expect(await db.auditEntry.count()).toBe(before);
  });

  test("passes the rules that a person's entry must pass, deal by deal", async () => {
    const ids = (await db.deal.findMany({ select: { id: true } })).map(({ id }) => id);
    for (const stored of (await loadDealDocs(ctx, ids)).values()) {
      expect({ slug: stored.slug, problems: dealProblems(dealInput.parse(stored)) }).toEqual({
        ...{ slug: stored.slug, problems: [] },
      });
    }
  });

  test("has a read model that equals its derivation", async () => {
    const [{ differ } = { differ: -1n }] = await db.$queryRaw<{ differ: bigint }[]>`
      SELECT count(*) AS differ FROM (
        (SELECT id, slug, corridor, parties::text, currency, paid_to_date, headline_max, search_text,
           has_conflict, unverified, source_count FROM deal_row)
        EXCEPT
        (SELECT id, slug, corridor, parties::text, currency, paid_to_date, headline_max, search_text,
           has_conflict, unverified, source_count FROM deal_row_source)) AS rows`;
    expect(Number(differ)).toBe(0);
  });

  test("says of every field of a company that rests on memory that it does", async () => {
    const claims = await db.claim.findMany({
      select: { field: true, source: { select: { grade: true } } },
      where: { entity: "COMPANY", field: { in: ["city", "foundedYear", "website"] } },
    });
    expect(claims.length).toBeGreaterThan(300);
    expect(new Set(claims.map(({ source }) => source.grade))).toEqual(new Set(["RECALLED"]));
  });
});

describe("Takeda–HUTCHMED", () => {
  const slug = "takeda-hutchmed-fruquintinib-2023";

  test("went from China to Japan, was announced in January and closed in March 2023", async () => {
    expect(await doc(slug)).toMatchObject({ announcedOn: "2023-01-23", closedOn: "2023-03-14" });
    expect(await row(slug)).toMatchObject({ corridor: "CN → JP", givingNames: ["HUTCHMED"] });
  });

  test("leaves mainland China, Hong Kong and Macau out, so Taiwan is Takeda's", async () => {
    const rights = rightsOf(await doc(slug));
    const held = ["TW", "US", "JP", "CN", "HK", "MO"].filter((code) => contains(rights, code));
    expect(held).toEqual(["TW", "US", "JP"]);
  });

  test("paid 435M; at least 30M more is triggered, 2 of 3 disclosed", async () => {
    const { paidToDate, triggeredToDate, headlineMax, milestonesTotalMax } = await row(slug);
    expect(String(paidToDate)).toBe("435000000");
    expect(String(triggeredToDate)).toBe("465000000");
    expect(String(headlineMax)).toBe("1130000000");
    expect(String(milestonesTotalMax)).toBe("730000000");
    const { terms } = await doc(slug);
    const triggered = terms.filter((term) => stateOf(term) === "TRIGGERED");
    expect(triggered.map(({ max }) => max)).toEqual(["20000000", null, "10000000"]);
    const pool = is(terms.find(({ kind }) => kind === "MILESTONE_POOL"));
    expect(terms.filter(({ poolId }) => poolId === pool.id)).toHaveLength(4);
  });
});

describe("Eisai–BlissBio", () => {
  const slug = "eisai-blissbio-bb-1701-2023";

  test("is an option that lapsed, and its contingent terms were cancelled", async () => {
    const { terms, status, structures } = await doc(slug);
    expect({ status, structures }).toEqual({
      ...{ status: "OPTION_LAPSED", structures: ["CO_DEVELOPMENT"] },
    });
    const contingent = terms.filter(({ kind }) => !["UPFRONT", "HEADLINE"].includes(kind));
    expect(new Set(contingent.map(stateOf))).toEqual(new Set(["CANCELLED"]));
    expect(await row(slug)).toMatchObject({
      ...{ upfrontDisclosure: "UNDISCLOSED", optionFeeDisclosure: "UNDISCLOSED", paidToDate: null },
    });
  });

  test("leaves Greater China out, so Taiwan is not Eisai's", async () => {
    expect(contains(rightsOf(await doc(slug)), "TW")).toBe(false);
  });

  test("shows two announcement days, the release's accepted", async () => {
    const { claims } = await doc(slug);
    const day = is(conflictsOf(claims).find(({ field }) => field === "announcedOn"));
    const accepted = day.claims.filter(({ status }) => status === "ACCEPTED");
    expect(accepted.map(({ value }) => value)).toEqual(["2023-05-08"]);
    expect(day.claims.map(({ value }) => value)).toContain("2023-05-20");
  });

  test("is linked to the eribulin licence of the other direction", async () => {
    const { linksTo } = await getDeal(ctx, slug);
    expect(linksTo.map(({ to }) => to.slug)).toEqual(["eisai-blissbio-eribulin-adc-2018"]);
    expect(await row("eisai-blissbio-eribulin-adc-2018")).toMatchObject({
      ...{ takingNames: ["BlissBio"], givingNames: expect.arrayContaining(["Eisai"]) },
    });
  });
});
