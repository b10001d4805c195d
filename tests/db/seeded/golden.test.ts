import { describe, expect, test } from "vitest";
import { scriptContext } from "@/lib/context";
import { db } from "@/lib/db";
import { findDealFamily } from "@/lib/deal/family/queries";
import { rolesReversed } from "@/lib/deal/family/rules";
import { getDeal } from "@/lib/deal/queries";
import { stateOf } from "@/lib/payment/term/rules";
import { conflictsOf } from "@/lib/source/rules";
import { contains, territoryOf } from "@/lib/territory/rules";
import { is } from "../../support/is";

const ctx = scriptContext("test");

async function row(slug: string) {
  return is(await db.dealRow.findUnique({ where: { slug } }));
}

async function doc(slug: string) {
  return (await getDeal(ctx, slug)).doc;
}

type Doc = Awaited<ReturnType<typeof doc>>;

function holds({ grants }: Doc, codes: string[]) {
  const of = (mode: string) =>
    grants.flatMap(({ territories }) =>
      territories.filter((territory) => territory.mode === mode).map(({ code }) => code),
    );
  const territory = territoryOf({ include: of("INCLUDE"), exclude: of("EXCLUDE") });
  return codes.filter((code) => contains(territory, code));
}

describe("Takeda–HUTCHMED", () => {
  const slug = "takeda-hutchmed-fruquintinib-2023";

  test("went from China to Japan, was announced in January and closed in March 2023", async () => {
    expect(await doc(slug)).toMatchObject({ announcedOn: "2023-01-23", closedOn: "2023-03-14" });
    expect(await row(slug)).toMatchObject({ corridor: "CN → JP", givingNames: ["HUTCHMED"] });
  });

  test("is about fruquintinib, on the market at signing, with all its names and targets", async () => {
    const { assets } = await doc(slug);
    expect(assets.map(({ stageAtSigning }) => stageAtSigning)).toEqual(["MARKETED"]);
    const asset = await db.asset.findUniqueOrThrow({
      select: {
        targets: true,
        originator: { select: { slug: true } },
        names: { select: { name: true } },
      },
      where: { slug: "fruquintinib" },
    });
    expect(asset).toMatchObject({
      targets: ["VEGFR1", "VEGFR2", "VEGFR3"],
      originator: { slug: "hutchmed" },
    });
    expect(asset.names.map(({ name }) => name).sort()).toEqual(["ELUNATE", "FRUZAQLA", "HMPL-013"]);
  });

  test("counts HUTCHMED as Chinese and keeps its Hong Kong registration as a claim", async () => {
    const company = await db.company.findUniqueOrThrow({ where: { slug: "hutchmed" } });
    expect(company.country).toBe("CN");
    const claims = await db.claim.findMany({ where: { entityId: company.id, field: "country" } });
    expect(claims.map(({ value, status }) => [value, status]).sort()).toEqual([
      ["CN", "ACCEPTED"],
      ["HK", "REJECTED"],
    ]);
  });

  test("leaves mainland China, Hong Kong and Macau out, so Taiwan is Takeda's", async () => {
    const asked = ["TW", "US", "JP", "CN", "HK", "MO"];
    expect(holds(await doc(slug), asked)).toEqual(["TW", "US", "JP"]);
  });

  test("paid 435M; at least 30M more is triggered, 2 of 3 disclosed", async () => {
    const { paidToDate, triggeredToDate, headlineMax, milestonesTotalMax } = await row(slug);
    expect(
      [paidToDate, triggeredToDate, headlineMax, milestonesTotalMax].map((amount) =>
        amount?.toFixed(),
      ),
    ).toEqual(["435000000", "465000000", "1130000000", "730000000"]);
    const { terms } = await doc(slug);
    const triggered = terms.filter((term) => stateOf(term) === "TRIGGERED");
    expect(triggered.map(({ max, steps }) => [max, steps[0]?.on])).toEqual([
      ["20000000", "2024-10-31"],
      [null, "2024-11-22"],
      ["10000000", "2024-12-13"],
    ]);
    const pool = is(terms.find(({ kind }) => kind === "MILESTONE_POOL"));
    expect(terms.filter(({ poolId }) => poolId === pool.id)).toHaveLength(4);
  });

  test("has an upfront that fell due on closing, exact and paid, by a source", async () => {
    const upfront = is((await doc(slug)).terms.find(({ kind }) => kind === "UPFRONT"));
    expect(upfront).toMatchObject({ disclosure: "EXACT", max: "400000000", currency: "USD" });
    expect(upfront.steps.map(({ to, on }) => [to, on])).toEqual([
      ["TRIGGERED", "2023-03-14"],
      ["PAID", "2023"],
    ]);
    expect(upfront.steps.every(({ sourceId }) => sourceId !== null)).toBe(true);
  });
});

describe("Eisai–BlissBio", () => {
  const slug = "eisai-blissbio-bb-1701-2023";

  test("is an option that lapsed, and its contingent terms were cancelled", async () => {
    const { terms, status, type, structures, endedOn, parties } = await doc(slug);
    expect({ status, type, structures, endedOn }).toEqual({
      ...{ status: "OPTION_LAPSED", type: "OPTION", structures: ["CO_DEVELOPMENT"] },
      endedOn: "2025-05",
    });
    expect(parties.map(({ role }) => role)).toEqual(["OPTION_GRANTOR", "OPTION_HOLDER"]);
    const contingent = terms.filter(({ kind }) => kind !== "UPFRONT");
    expect(new Set(contingent.map(stateOf))).toEqual(new Set(["CANCELLED"]));
    expect(await row(slug)).toMatchObject({
      ...{ corridor: "CN → JP", upfrontDisclosure: "UNDISCLOSED" },
      ...{ optionFeeDisclosure: "UNDISCLOSED", paidToDate: null, triggeredToDate: null },
    });
    expect((await row(slug)).headlineMax?.toFixed()).toBe("2000000000");
  });

  test("leaves Greater China out, so Taiwan is not Eisai's, and all of it hung on the exercise", async () => {
    const deal = await doc(slug);
    expect(holds(deal, ["JP", "US", "CN", "HK", "MO", "TW"])).toEqual(["JP", "US"]);
    const given = deal.grants.flatMap(({ territories }) =>
      territories.filter(({ mode }) => mode === "INCLUDE"),
    );
    expect(given.map(({ condition }) => condition)).toEqual(["on exercise of the option"]);
  });

  test("shows two announcement days, the first accepted, and two readings of the 2bn", async () => {
    const { claims } = await doc(slug);
    const conflicts = conflictsOf(claims);
    const day = is(conflicts.find(({ field }) => field === "announcedOn"));
    const accepted = day.claims.filter(({ status }) => status === "ACCEPTED");
    expect(accepted.map(({ value }) => value)).toEqual(["2023-05-08"]);
    expect(day.claims.map(({ value }) => value)).toContain("2023-05-20");
    const scope = is(conflicts.find(({ field }) => field === "milestonesScope"));
    expect(scope.claims).toHaveLength(2);
  });

  test("is of one family with the eribulin licence, in which the roles are reversed", async () => {
    const { members, links } = is(await findDealFamily(ctx, (await doc(slug)).id, null));
    expect(members.map((member) => member.slug)).toEqual([
      "eisai-blissbio-eribulin-adc-2018",
      slug,
    ]);
    expect(links).toMatchObject([{ kind: "FOLLOWS", fromDealId: members[1]?.id }]);
    expect(rolesReversed(is(members[0]), is(members[1]))).toBe(true);
    expect(await row("eisai-blissbio-eribulin-adc-2018")).toMatchObject({
      ...{ corridor: "JP → CN", takingNames: ["BlissBio"], givingNames: ["Eisai"] },
    });
  });
});

describe("what real deals taught", () => {
  test("Sancuso carves cities out of China", async () => {
    const deal = await doc("solasia-lees-sancuso-2015");
    expect(holds(deal, ["CN", "CN-BJ", "CN-SH", "CN-GD"])).toEqual(["CN", "CN-GD"]);
  });

  test("SCO-094's territory was widened by an amendment", async () => {
    const { linksTo } = await getDeal(ctx, "huadong-scohia-sco-094-global-2023");
    expect(linksTo).toMatchObject([
      { kind: "AMENDS", to: { slug: "huadong-scohia-sco-094-2021" } },
    ]);
  });

  test("two ventures in two currencies are not added", async () => {
    expect(await row("shionogi-ping-an-joint-ventures-2020")).toMatchObject({
      ...{ currency: "MIXED", headlineMax: null },
    });
  });

  test("a floor and a ceiling for one deal are both shown", async () => {
    const headline = is(
      conflictsOf((await doc("cellusion-celregen-cls001-2022")).claims).find(
        ({ field }) => field === "headline",
      ),
    );
    expect(headline.claims.map(({ value }) => value)).toEqual([
      "up to USD 100000000",
      "at least USD 100000000",
    ]);
  });

  test("Innovent's equity is inside the announced total", async () => {
    const { terms } = await doc("takeda-innovent-ibi363-ibi343-2025");
    const equity = is(terms.find(({ kind }) => kind === "EQUITY"));
    expect(equity).toMatchObject({ inHeadline: true, max: "100000000" });
  });

  test("Hanmi's amendment closes the old ceiling and opens a lower one", async () => {
    const { terms } = await doc("sanofi-hanmi-quantum-2015");
    const pools = terms.filter(({ kind }) => kind === "MILESTONE_POOL");
    expect(pools.map((term) => [term.max, stateOf(term)])).toEqual([
      ["3500000000", "SUPERSEDED"],
      ["2720000000", "UNKNOWN"],
    ]);
    expect(pools[0]?.closedById).toBe(pools[1]?.openedById);
  });
});

describe("amounts in other currencies", () => {
  test("are dollars where their announcement gave them in both, by the rate it implies", async () => {
    const { upfrontUsd, fxDate, fxSource } = await row("santen-remegen-rc28-e-2025");
    expect(Number(upfrontUsd)).toBeCloseTo(35_000_000, 0);
    expect(fxDate?.toISOString().slice(0, 10)).toBe("2025-08-18");
    expect(fxSource).toMatch(/^USD\/CNY 7\.1428571429 \(2025-08-18\): Implied by the announcement/);
  });

  test("have no figure in dollars elsewhere, and no rate", async () => {
    const seen = await row("tigermed-micron-2025");
    const { currency, upfrontUsd, fxRateUsd, fxSource } = seen;
    expect({ currency, upfrontUsd, fxRateUsd, fxSource }).toEqual({
      ...{ currency: "JPY", upfrontUsd: null, fxRateUsd: null, fxSource: null },
    });
    expect(seen.upfrontMin?.toFixed()).toBe("484000000");
  });
});
