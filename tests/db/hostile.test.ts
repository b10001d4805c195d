import { beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { saveAssets } from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { saveCompanies } from "@/lib/company/commands";
import { loadCompanyDocs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import type { Ctx } from "@/lib/context";
import { recordPaymentStep, saveDeals, withdrawDeal } from "@/lib/deal/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { dealInput } from "@/lib/deal/schema";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/input";
import { recordStepInput } from "@/lib/payment/schema";
import { invitePerson } from "@/lib/people/commands";
import { invitation } from "@/lib/people/schema";
import type { Saved } from "@/lib/record/rules";
import { withdrawInput } from "@/lib/record/schema";
import { ensureSources, saveSource } from "@/lib/source/commands";
import { loadSources } from "@/lib/source/queries";
import { sourceChange, sourceInput } from "@/lib/source/schema";
import { saveDraft } from "@/lib/view/draft/commands";
import { draftInput } from "@/lib/view/draft/schema";
import { hostile, leaves, replaced, strange } from "../support/hostile";
import { is } from "../support/is";
import { admin, analyst, rolledBack } from "../support/rolled-back";
import {
  wholeAsset,
  wholeCompany,
  wholeDeal,
  wholeSource,
  wholeStep,
  wholeWithdrawal,
} from "../support/whole-forms";

/** A form: what it sends with everything filled in, and what becomes of that. */
type Form = {
  whole: (ctx: Ctx) => Promise<unknown>;
  /** What its fields make of what was sent. @throws AppError */
  read: (raw: unknown) => unknown;
  /** Stores it, and gives what is stored where that can be compared with what was read. */
  store: (ctx: Ctx, raw: unknown) => Promise<unknown>;
};

function form<S extends z.ZodType>(
  schema: S,
  whole: Form["whole"],
  store: (ctx: Ctx, input: z.output<S>) => Promise<unknown>,
): Form {
  return {
    whole,
    read: (raw) => parseInput(schema, raw),
    store: (ctx, raw) => store(ctx, parseInput(schema, raw)),
  };
}

/** A record as it was stored, without what the save added. */
async function stored<D extends Saved>(
  saved: Saved[],
  load: (ids: string[]) => Promise<ReadonlyMap<string, D>>,
) {
  const found = is((await load([is(saved[0]).id])).get(is(saved[0]).id));
  const { id: _, version: __, ...doc } = found;
  return doc;
}

const forms: Record<string, Form> = {
  company: form(
    companyInput,
    async () => wholeCompany,
    async (ctx, input) =>
      stored(await saveCompanies(ctx, [input]), (ids) => loadCompanyDocs(ctx, ids)),
  ),
  asset: form(
    assetInput,
    async () => wholeAsset,
    async (ctx, input) => stored(await saveAssets(ctx, [input]), (ids) => loadAssetDocs(ctx, ids)),
  ),
  deal: form(dealInput, wholeDeal, async (ctx, input) =>
    stored(await saveDeals(ctx, [input]), (ids) => loadDealDocs(ctx, ids)),
  ),
  source: form(
    sourceChange,
    async (ctx) => {
      await ensureSources(ctx, [sourceInput.parse(wholeSource)]);
      return { ...wholeSource, version: 1 };
    },
    async (ctx, input) => {
      await saveSource(ctx, input);
      return (await loadSources(ctx, [input.id])).get(input.id);
    },
  ),
  payment: form(recordStepInput, wholeStep, async (ctx, input) => {
    await recordPaymentStep(ctx, input);
  }),
  withdrawal: form(withdrawInput, wholeWithdrawal, async (ctx, input) => {
    await withdrawDeal(ctx, input);
  }),
  invitation: form(
    invitation,
    async () => ({ email: "new@example.com", name: "Somebody new", role: "VIEWER" }),
    async (ctx, input) => {
      await ctx.db.user.updateMany({ data: { passwordHash: "set" } });
      await invitePerson({ ...ctx, actor: admin }, input);
    },
  ),
  draft: form(
    draftInput,
    async () => ({ form: "deals/new", version: 1, payload: "{}" }),
    async (ctx, input) => {
      await saveDraft(ctx, input);
    },
  ),
};

const values: [string, unknown][] = [
  ...Object.entries(hostile),
  ...strange.map((value): [string, unknown] => [`the value ${JSON.stringify(value)}`, value]),
];

/** What is wrong with a document, by field; null when it is read. */
function problemsOf({ read }: Form, doc: unknown): string[] | null {
  try {
    read(doc);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.fields.map(({ path }) => path);
  }
}

function at(doc: unknown, path: readonly string[]): unknown {
  return path.reduce((inner, key) => (inner as Record<string, unknown>)[key], doc);
}

/** Stores what a form sent in a transaction of its own: fine, or refused in words, and never a failure of ours. */
async function storing({ whole, store }: Form, change: (doc: unknown) => unknown) {
  let outcome: { stored: unknown } | { refused: AppError } | undefined;
  await rolledBack(analyst, async (ctx) => {
    const doc = change(await whole(ctx));
    try {
      outcome = { stored: await store(ctx, doc) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      outcome = { refused: error };
    }
  });
  return is(outcome);
}

/** One hostile value in one place, and what the form's own reading makes of it. */
type Attempt = {
  path: string[];
  name: string;
  value: unknown;
  problems: string[] | null;
  read: unknown;
};

function attemptsOn(form: Form, doc: unknown): Attempt[] {
  return leaves(doc).flatMap((path) =>
    values.map(([name, value]) => {
      const changed = replaced(doc, path, value);
      const problems = problemsOf(form, changed);
      return { path, name, value, problems, read: problems ? null : at(form.read(changed), path) };
    }),
  );
}

/** Taken as it is; digits may be a number and have rules of their own. */
function isText({ problems, read, value }: Attempt): boolean {
  return !problems && read === value && typeof value === "string" && !/^\d+$/.test(value);
}

/** Attempts that are not told apart once they are read. */
function distinct(attempts: readonly Attempt[]): Attempt[] {
  const key = ({ path, read }: Attempt) => JSON.stringify([path, read]);
  return [...new Map(attempts.map((one) => [key(one), one])).values()];
}

describe.each(Object.entries(forms))("the form of a %s", (_, each) => {
  let attempts: Attempt[] = [];
  beforeAll(async () => {
    await rolledBack(analyst, async (ctx) => {
      attempts = attemptsOn(each, await each.whole(ctx));
    });
  });

  test("is read when it is whole", async () => {
    expect(await storing(each, (doc) => doc)).toHaveProperty("stored");
  });

  test("names the field that it refuses", () => {
    const unnamed = attempts
      .filter(({ path, problems }) => problems && !names(problems, path))
      .map(({ path, name, problems }) => [path.join("."), name, problems]);
    expect(unnamed).toEqual([]);
  });

  test("stores text as it was typed, whatever it would mean elsewhere", async () => {
    const texts = attempts.filter(isText);
    for (const [name, value] of Object.entries(hostile)) {
      const places = texts.filter((one) => one.value === value).map(({ path }) => path);
      const filled = (doc: unknown) =>
        places.reduce((inner, path) => replaced(inner, path, value), doc);
      const outcome = await storing(each, filled);
      expect(outcome, name).toHaveProperty("stored");
      if (!("stored" in outcome) || outcome.stored === undefined) continue;
      const kept = places.map((path) => at(outcome.stored, path));
      expect(kept, name).toEqual(places.map(() => value));
    }
  });

  test("stores or refuses in words whatever else it reads", async () => {
    const others = attempts.filter((one) => !one.problems && !isText(one));
    for (const { path, name, value } of distinct(others)) {
      const outcome = await storing(each, (doc) => replaced(doc, path, value)).catch((cause) => {
        throw new Error(`${path.join(".")} broke on ${name}`, { cause });
      });
      if ("refused" in outcome && outcome.refused.code === "INVALID") {
        expect(outcome.refused.fields, `${path.join(".")} ${name}`).not.toEqual([]);
      }
    }
  }, 60_000);
});

/** The field itself, something inside it, or the list that it is in. */
function names(problems: readonly string[], path: readonly string[]): boolean {
  return problems.some((problem) => problem.startsWith(path.join(".")));
}
