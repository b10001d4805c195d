import { readFileSync } from "node:fs";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import {
  addAssetClaim,
  judgeAssetClaim,
  purgeAsset,
  restoreAsset,
  restoreAssetVersion,
  saveAssets,
  takeBackAssets,
  withdrawAsset,
} from "@/lib/asset/commands";
import { loadAssetDocs } from "@/lib/asset/queries";
import { assetInput } from "@/lib/asset/schema";
import { applyBatch, previewBatch, undoBatch } from "@/lib/bulk/commands";
import {
  addCompanyClaim,
  judgeCompanyClaim,
  purgeCompany,
  restoreCompany,
  restoreCompanyVersion,
  saveCompanies,
  takeBackCompanies,
  withdrawCompany,
} from "@/lib/company/commands";
import { loadCompanyDocs } from "@/lib/company/queries";
import { companyInput } from "@/lib/company/schema";
import type { Actor, Ctx } from "@/lib/context";
import {
  addDealClaim,
  judgeDealClaim,
  purgeDeal,
  recordPaymentStep,
  restoreDeal,
  restoreDealVersion,
  saveDeals,
  takeBackDeals,
  withdrawDeal,
} from "@/lib/deal/commands";
import { editDeals, revertDeals } from "@/lib/deal/edit/commands";
import { movePayments, takeBackPayments } from "@/lib/deal/payment/commands";
import { loadDealDocs } from "@/lib/deal/queries";
import { startApplying, startReading, startUndoing } from "@/lib/exchange/import/commands";
import { getImport } from "@/lib/exchange/import/queries";
import { resampleFile, uploadFile } from "@/lib/exchange/import/upload/commands";
import { addRate, correctRate, importRates } from "@/lib/fx/commands";
import { readBankFile } from "@/lib/fx/file/rules";
import { rateInput } from "@/lib/fx/schema";
import { deleteComparables, freezeComparables } from "@/lib/insight/comparable/set/commands";
import { recordStepInput } from "@/lib/payment/schema";
import {
  changeRole,
  createFirstAdministrator,
  disablePerson,
  enablePerson,
  invitePerson,
  resetPassword,
} from "@/lib/people/commands";
import { createWebhook, disableWebhook } from "@/lib/people/webhook/commands";
import { keepApart, mergeRecords, undoMerge } from "@/lib/quality/merge/commands";
import { claimAddition, claimJudgement } from "@/lib/record/claim/schema";
import { answerOnce } from "@/lib/record/once/commands";
import {
  appendClaims,
  dropUnusedSource,
  dropUnusedSources,
  ensureSources,
  removeClaims,
  saveSource,
  writeClaims,
} from "@/lib/source/commands";
import { sourceInput } from "@/lib/source/schema";
import { dropDraft, saveDraft } from "@/lib/view/draft/commands";
import { changeView, deleteView, saveView } from "@/lib/view/saved/commands";
import { licence, someRecords, term } from "../support/deals";
import { is } from "../support/is";
import { admin, analyst, rolledBack, viewer } from "../support/rolled-back";
import { sourceFiles } from "../support/source-files";

/** What stands in the open transaction before each call, made by the operator. */
async function prepared(ctx: Ctx) {
  const records = await someRecords(ctx);
  const payment = term({ kind: "UPFRONT", disclosure: "UNDISCLOSED" });
  const [deal, other] = await saveDeals(ctx, [
    licence(records, { terms: [payment] }),
    licence(records, { title: "Another licence" }),
  ]);
  const [idle] = await saveCompanies(ctx, [company("Idle Labs")]);
  const [spare] = await saveAssets(ctx, [assetInput.parse({ name: "SP-1", modality: "ADC" })]);
  const source = document();
  await ensureSources(ctx, [source]);
  await ctx.db.user.updateMany({ data: { passwordHash: "set" } });
  return {
    records,
    payment,
    source,
    deal: is(deal),
    other: is(other),
    idle: is(idle),
    spare: is(spare),
  };
}

type Made = Awaited<ReturnType<typeof prepared>>;

function company(name: string) {
  return companyInput.parse({ name, country: "JP", kind: "PHARMA" });
}

function document() {
  return sourceInput.parse({ id: uuid(), kind: "OTHER", title: "A paper", grade: "PRESS" });
}

const reason = "A test of rights";

async function* table() {
  yield Buffer.from("name;country\nA;JP\n");
}

/** A file of the analyst's. */
async function uploaded(ctx: Ctx) {
  const { id } = await uploadFile({ ...ctx, actor: analyst }, { name: "a test" }, table());
  return getImport(ctx, id);
}
const trigger = { kind: "trigger", on: "2026-10", note: null } as const;

const active = { kind: "status", to: "ACTIVE" } as const;

function claimOf({ id }: { id: string }) {
  const blank = { value: null, quote: null, note: null, reason: null };
  return { id: uuid(), field: "title", sourceId: id, status: "PROPOSED" as const, ...blank };
}

function judgement({ id, version }: { id: string; version: number }, claimId: string) {
  return claimJudgement.parse({ id, version, claimId, verdict: "REJECTED", reason });
}

function addition({ id, version }: { id: string; version: number }, sourceId: string) {
  const said = { field: "title", value: null, quote: null, note: null, source: null };
  return claimAddition.parse({ id, version, sourceId, ...said });
}

function previewed(ctx: Ctx, id: string) {
  return previewBatch(ctx, { selection: { kind: "ids", ids: [id] }, edit: active });
}

const aRate = rateInput.parse({
  ...{ base: "USD", quote: "TWD", on: "2024-11-22", rate: "32.5", source: "A bank" },
});

const sharedView = { page: "deals", name: "Shared", query: "", access: "shared" } as const;

/** The withdrawn record, for those who would bring it back or remove it for good. */
async function withdrawn(made: { id: string; version: number }, ctx: Ctx, noun: Withdraw) {
  await noun(operator(ctx), { id: made.id, version: made.version, reason });
  return { id: made.id, version: made.version + 1 };
}

type Withdraw = (ctx: Ctx, input: { id: string; version: number; reason: string }) => Promise<void>;

function operator(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: "script", name: "a test" } };
}

/** Gives the act, with everything it needs in place already. */
type Prepare = (made: Made, ctx: Ctx) => Promise<(ctx: Ctx) => Promise<unknown>>;

const now =
  (act: (made: Made) => (ctx: Ctx) => Promise<unknown>): Prepare =>
  async (made) =>
    act(made);

/** Commands with a gate: who may, at least, and a call that those people get through with. */
const guarded: Record<string, { least: "ANALYST" | "ADMIN"; prepare: Prepare }> = {
  "asset saveAssets": {
    least: "ANALYST",
    prepare: now(
      () => (ctx) => saveAssets(ctx, [assetInput.parse({ name: "X", modality: "ADC" })]),
    ),
  },
  "asset restoreAssetVersion": {
    least: "ANALYST",
    prepare: async ({ spare: { id, version } }, ctx) => {
      const doc = is((await loadAssetDocs(ctx, [id])).get(id));
      await saveAssets(operator(ctx), [{ ...doc, name: "Renamed" }]);
      return (ctx) => restoreAssetVersion(ctx, { id, version: version + 1, to: 1 });
    },
  },
  "asset judgeAssetClaim": {
    least: "ANALYST",
    prepare: async ({ spare, source }, ctx) => {
      const claim = claimOf(source);
      await appendClaims(ctx, "ASSET", [{ entityId: spare.id, claim }]);
      return (ctx) => judgeAssetClaim(ctx, judgement(spare, claim.id));
    },
  },
  "asset addAssetClaim": {
    least: "ANALYST",
    prepare: now(
      ({ spare, source }) =>
        (ctx) =>
          addAssetClaim(ctx, addition(spare, source.id)),
    ),
  },
  "asset withdrawAsset": {
    least: "ANALYST",
    prepare: now(
      ({ spare: { id, version } }) =>
        (ctx) =>
          withdrawAsset(ctx, { id, version, reason }),
    ),
  },
  "asset restoreAsset": {
    least: "ANALYST",
    prepare: async ({ spare }, ctx) => {
      const ref = await withdrawn(spare, ctx, withdrawAsset);
      return (ctx) => restoreAsset(ctx, ref);
    },
  },
  "asset purgeAsset": {
    least: "ADMIN",
    prepare: async ({ spare }, ctx) => {
      const ref = await withdrawn(spare, ctx, withdrawAsset);
      return (ctx) => purgeAsset(ctx, { ...ref, reason });
    },
  },
  "company saveCompanies": {
    least: "ANALYST",
    prepare: now(() => (ctx) => saveCompanies(ctx, [company("Newly Made")])),
  },
  "company restoreCompanyVersion": {
    least: "ANALYST",
    prepare: async ({ idle: { id, version } }, ctx) => {
      const doc = is((await loadCompanyDocs(ctx, [id])).get(id));
      await saveCompanies(operator(ctx), [{ ...doc, name: "Renamed" }]);
      return (ctx) => restoreCompanyVersion(ctx, { id, version: version + 1, to: 1 });
    },
  },
  "company judgeCompanyClaim": {
    least: "ANALYST",
    prepare: async ({ idle, source }, ctx) => {
      const claim = claimOf(source);
      await appendClaims(ctx, "COMPANY", [{ entityId: idle.id, claim }]);
      return (ctx) => judgeCompanyClaim(ctx, judgement(idle, claim.id));
    },
  },
  "company addCompanyClaim": {
    least: "ANALYST",
    prepare: now(
      ({ idle, source }) =>
        (ctx) =>
          addCompanyClaim(ctx, addition(idle, source.id)),
    ),
  },
  "company withdrawCompany": {
    least: "ANALYST",
    prepare: now(
      ({ idle: { id, version } }) =>
        (ctx) =>
          withdrawCompany(ctx, { id, version, reason }),
    ),
  },
  "company restoreCompany": {
    least: "ANALYST",
    prepare: async ({ idle }, ctx) => {
      const ref = await withdrawn(idle, ctx, withdrawCompany);
      return (ctx) => restoreCompany(ctx, ref);
    },
  },
  "company purgeCompany": {
    least: "ADMIN",
    prepare: async ({ idle }, ctx) => {
      const ref = await withdrawn(idle, ctx, withdrawCompany);
      return (ctx) => purgeCompany(ctx, { ...ref, reason });
    },
  },
  "deal saveDeals": {
    least: "ANALYST",
    prepare: now(
      ({ records }) =>
        (ctx) =>
          saveDeals(ctx, [licence(records, { title: "A third" })]),
    ),
  },
  "deal restoreDealVersion": {
    least: "ANALYST",
    prepare: async ({ deal: { id, version } }, ctx) => {
      const doc = is((await loadDealDocs(ctx, [id])).get(id));
      await saveDeals(operator(ctx), [{ ...doc, title: "Renamed" }]);
      return (ctx) => restoreDealVersion(ctx, { id, version: version + 1, to: 1 });
    },
  },
  "deal judgeDealClaim": {
    least: "ANALYST",
    prepare: async ({ deal, source }, ctx) => {
      const claim = claimOf(source);
      await appendClaims(ctx, "DEAL", [{ entityId: deal.id, claim }]);
      return (ctx) => judgeDealClaim(ctx, judgement(deal, claim.id));
    },
  },
  "deal addDealClaim": {
    least: "ANALYST",
    prepare: now(
      ({ deal, source }) =>
        (ctx) =>
          addDealClaim(ctx, addition(deal, source.id)),
    ),
  },
  "deal withdrawDeal": {
    least: "ANALYST",
    prepare: now(
      ({ deal: { id, version } }) =>
        (ctx) =>
          withdrawDeal(ctx, { id, version, reason }),
    ),
  },
  "deal restoreDeal": {
    least: "ANALYST",
    prepare: async ({ deal }, ctx) => {
      const ref = await withdrawn(deal, ctx, withdrawDeal);
      return (ctx) => restoreDeal(ctx, ref);
    },
  },
  "deal purgeDeal": {
    least: "ADMIN",
    prepare: async ({ deal }, ctx) => {
      const ref = await withdrawn(deal, ctx, withdrawDeal);
      return (ctx) => purgeDeal(ctx, { ...ref, reason });
    },
  },
  "deal recordPaymentStep": {
    least: "ANALYST",
    prepare: now(({ deal, payment }) => {
      const step = recordStepInput.parse({
        dealId: deal.id,
        version: deal.version,
        termId: payment.id,
        from: "CONTINGENT",
        to: "TRIGGERED",
      });
      return (ctx) => recordPaymentStep(ctx, step);
    }),
  },
  "source ensureSources": {
    least: "ANALYST",
    prepare: now(() => (ctx) => ensureSources(ctx, [document()])),
  },
  "source saveSource": {
    least: "ANALYST",
    prepare: now(
      ({ source }) =>
        (ctx) =>
          saveSource(ctx, { ...source, title: "Another title", version: 1 }),
    ),
  },
  "source writeClaims": {
    least: "ANALYST",
    prepare: now(({ deal, source }) => {
      const after = [claimOf(source)];
      return (ctx) => writeClaims(ctx, "DEAL", [{ entityId: deal.id, before: [], after }]);
    }),
  },
  "source appendClaims": {
    least: "ANALYST",
    prepare: now(
      ({ deal, source }) =>
        (ctx) =>
          appendClaims(ctx, "DEAL", [{ entityId: deal.id, claim: claimOf(source) }]),
    ),
  },
  "source removeClaims": {
    least: "ANALYST",
    prepare: async ({ deal, source }, ctx) => {
      const claim = claimOf(source);
      await appendClaims(ctx, "DEAL", [{ entityId: deal.id, claim }]);
      return (ctx) => removeClaims(ctx, [claim.id]);
    },
  },
  "source dropUnusedSource": {
    least: "ANALYST",
    prepare: now(
      ({ source }) =>
        (ctx) =>
          dropUnusedSource(ctx, source.id),
    ),
  },
  "deal/edit editDeals": {
    least: "ANALYST",
    prepare: now(
      ({ deal }) =>
        (ctx) =>
          editDeals(ctx, [deal], active),
    ),
  },
  "deal/edit revertDeals": {
    least: "ANALYST",
    prepare: async ({ deal }, ctx) => {
      const batchId = uuid();
      await editDeals({ ...ctx, batchId }, [deal], active);
      return (ctx) => revertDeals(ctx, [{ id: deal.id, version: 2 }], batchId);
    },
  },
  "asset takeBackAssets": {
    least: "ANALYST",
    prepare: now(
      ({ spare: { id } }) =>
        (ctx) =>
          takeBackAssets(ctx, [{ id, action: "create", version: 1, changes: [] }]),
    ),
  },
  "company takeBackCompanies": {
    least: "ANALYST",
    prepare: now(
      ({ idle: { id } }) =>
        (ctx) =>
          takeBackCompanies(ctx, [{ id, action: "create", version: 1, changes: [] }]),
    ),
  },
  "deal takeBackDeals": {
    least: "ANALYST",
    prepare: now(
      ({ deal: { id } }) =>
        (ctx) =>
          takeBackDeals(ctx, [{ id, action: "create", version: 1, changes: [] }]),
    ),
  },
  "exchange/import/upload uploadFile": {
    least: "ANALYST",
    prepare: now(() => (ctx) => uploadFile(ctx, { name: "a test" }, table())),
  },
  "exchange/import/upload resampleFile": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await uploaded(ctx);
      return (ctx) => resampleFile(ctx, { id, encoding: "utf-8", delimiter: "semicolon" });
    },
  },
  "exchange/import startReading": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id, kind, settings } = await uploaded(ctx);
      return (ctx) => startReading(ctx, { id, kind, settings });
    },
  },
  "exchange/import startApplying": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await uploaded(ctx);
      await ctx.db.importFile.update({ where: { id }, data: { state: "read" } });
      return (ctx) => startApplying(ctx, { id });
    },
  },
  "exchange/import startUndoing": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await uploaded(ctx);
      await ctx.db.importFile.update({ where: { id }, data: { state: "applied" } });
      return (ctx) => startUndoing(ctx, { id });
    },
  },
  "source dropUnusedSources": {
    least: "ANALYST",
    prepare: now(
      ({ source }) =>
        (ctx) =>
          dropUnusedSources(ctx, [source.id]),
    ),
  },
  "deal/payment movePayments": {
    least: "ANALYST",
    prepare: now(
      ({ payment }) =>
        (ctx) =>
          movePayments(ctx, [{ id: payment.id, version: 0 }], trigger),
    ),
  },
  "deal/payment takeBackPayments": {
    least: "ANALYST",
    prepare: async ({ payment }, ctx) => {
      await movePayments(ctx, [{ id: payment.id, version: 0 }], trigger);
      return (ctx) => takeBackPayments(ctx, [{ id: payment.id, version: 1 }]);
    },
  },
  "bulk previewBatch": {
    least: "ANALYST",
    prepare: now(
      ({ deal }) =>
        (ctx) =>
          previewBatch(ctx, { selection: { kind: "ids", ids: [deal.id] }, edit: active }),
    ),
  },
  "bulk applyBatch": {
    least: "ANALYST",
    prepare: async ({ deal }, ctx) => {
      const batch = await previewed({ ...ctx, actor: analyst }, deal.id);
      return (ctx) => applyBatch(ctx, batch);
    },
  },
  "bulk undoBatch": {
    least: "ANALYST",
    prepare: async ({ deal }, ctx) => {
      const batch = await previewed({ ...ctx, actor: analyst }, deal.id);
      await applyBatch({ ...ctx, actor: analyst }, batch);
      return (ctx) => undoBatch(ctx, batch);
    },
  },
  "quality/merge mergeRecords": {
    least: "ANALYST",
    prepare: async ({ idle }, ctx) => {
      const [double] = await saveCompanies(operator(ctx), [company("Idle Laboratories")]);
      return (ctx) =>
        mergeRecords(ctx, { noun: "COMPANY", kept: idle, merged: is(double), reason });
    },
  },
  "quality/merge undoMerge": {
    least: "ANALYST",
    prepare: async ({ idle }, ctx) => {
      const [double] = await saveCompanies(operator(ctx), [company("Idle Laboratories")]);
      const input = { noun: "COMPANY" as const, kept: idle, merged: is(double), reason };
      const merge = await mergeRecords(operator(ctx), input);
      return (ctx) => undoMerge(ctx, merge);
    },
  },
  "quality/merge keepApart": {
    least: "ANALYST",
    prepare: now(
      ({ idle, spare }) =>
        (ctx) =>
          keepApart(ctx, { noun: "COMPANY", ids: [idle.id, spare.id] }),
    ),
  },
  "fx importRates": {
    least: "ANALYST",
    prepare: now(() => (ctx) => importRates(ctx, readBankFile("Date,USD,\n2024-11-22,1.0412,\n"))),
  },
  "fx addRate": {
    least: "ANALYST",
    prepare: now(() => (ctx) => addRate(ctx, aRate)),
  },
  "fx correctRate": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      await addRate(operator(ctx), aRate);
      const { id } = await ctx.db.fxRate.findFirstOrThrow({ where: { quote: "TWD" } });
      return (ctx) => correctRate(ctx, { id, was: aRate.rate, rate: "32.6", source: "A bank" });
    },
  },
  "people invitePerson": {
    least: "ADMIN",
    prepare: now(
      () => (ctx) => invitePerson(ctx, { email: "new@example.com", name: "New", role: "VIEWER" }),
    ),
  },
  "people changeRole": {
    least: "ADMIN",
    prepare: now(() => (ctx) => changeRole(ctx, { id: viewer.id, role: "ADMIN" })),
  },
  "people disablePerson": {
    least: "ADMIN",
    prepare: now(() => (ctx) => disablePerson(ctx, { id: viewer.id })),
  },
  "people enablePerson": {
    least: "ADMIN",
    prepare: async (_, ctx) => {
      await disablePerson(operator(ctx), { id: analyst.id });
      return (ctx) => enablePerson(ctx, { id: analyst.id });
    },
  },
  "people resetPassword": {
    least: "ADMIN",
    prepare: now(() => (ctx) => resetPassword(ctx, { id: viewer.id })),
  },
  "people createFirstAdministrator": {
    least: "ADMIN",
    prepare: async (_, ctx) => {
      await ctx.db.user.deleteMany();
      return (ctx) => createFirstAdministrator(ctx, { email: "first@example.com" });
    },
  },
  "view/draft saveDraft": {
    least: "ANALYST",
    prepare: now(
      () => (ctx) => saveDraft(ctx, { form: "deals/new", version: null, payload: "{}" }),
    ),
  },
  "view/draft dropDraft": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const draft = { form: "deals/new", version: null, payload: "{}" };
      await saveDraft({ ...ctx, actor: analyst }, draft);
      return (ctx) => dropDraft(ctx, "deals/new");
    },
  },
  "people/webhook createWebhook": {
    least: "ADMIN",
    prepare: now(() => (ctx) => createWebhook(ctx, { url: "https://example.com" })),
  },
  "people/webhook disableWebhook": {
    least: "ADMIN",
    prepare: async (_, ctx) => {
      const { id } = await createWebhook({ ...ctx, actor: admin }, { url: "https://example.com" });
      return (ctx) => disableWebhook(ctx, { id });
    },
  },
  "record/once answerOnce": {
    least: "ANALYST",
    prepare: now(() => (ctx) => {
      const answer = { status: 201, headers: {}, body: "{}" };
      return answerOnce(ctx, { key: "a key", asks: "something" }, async () => answer);
    }),
  },
  "insight/comparable/set freezeComparables": {
    least: "ANALYST",
    prepare: now(
      ({ deal }) =>
        (ctx) =>
          freezeComparables(ctx, { name: "A set", query: `in=${deal.slug}` }),
    ),
  },
  "insight/comparable/set deleteComparables": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await ctx.db.comparableSet.create({
        data: {
          ...{ name: "A set", query: "type=LICENSE", criteria: [], takenOn: new Date() },
          ...{ userId: analyst.id, actorName: "The analyst" },
        },
        select: { id: true },
      });
      return (ctx) => deleteComparables(ctx, { id });
    },
  },
  "view/saved saveView": {
    least: "ANALYST",
    prepare: now(() => (ctx) => saveView(ctx, sharedView)),
  },
  "view/saved changeView": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await saveView({ ...ctx, actor: admin }, sharedView);
      return (ctx) => changeView(ctx, { id, version: 1, query: "from=CN" });
    },
  },
  "view/saved deleteView": {
    least: "ANALYST",
    prepare: async (_, ctx) => {
      const { id } = await saveView({ ...ctx, actor: analyst }, sharedView);
      return (ctx) => deleteView(ctx, { id, version: 1 });
    },
  },
};

/** Commands that ask for no role, each with what guards it instead; other tests hold them to it. */
const open: Record<string, string> = {
  "auth signInWithPassword": "the password is the right; tests/db/sign-in.test.ts",
  "people/link acceptLink": "the one-time link is the right; tests/db/people-together.test.ts",
  "people/oidc admitByOidc": "the provider's word is the right; tests/db/oidc.test.ts",
  "people/password changePassword": "one's own, with the present one; tests/db/people.test.ts",
  "exchange/archive importArchive": "administrators only; tests/db/seeded/archive.test.ts",
  "people/token createToken":
    "one's own, with no more than one's own rights; tests/db/tokens.test.ts",
  "people/token openToken": "the token is the right; tests/db/tokens.test.ts",
  "people/token revokeToken": "one's own, or for administrators; tests/db/tokens.test.ts",
  "people/webhook signatureOf": "writes nothing; tests/db/webhooks.test.ts",
  "people/webhook webhookJob": "the server's own; tests/db/webhooks.test.ts",
  "view/preference saveListLayout": "one's own, a viewer's too; tests/db/list-layout.test.ts",
  "view/saved arrangeTabs": "one's own tabs; tests/db/views.test.ts",
  "view/saved chooseDefault": "one's own tabs; tests/db/views.test.ts",
};

/** Parts of other commands, without a gate of their own: only files named `commands.ts` may use them. */
const parts = new Set([
  "auth/attempt beginAttempt",
  "deal/row writeDealRows",
  "deal/warning keepOverlaps",
  "exchange/import importJob",
  "exchange/import/apply writeDrafts",
  "exchange/import/apply/file writeImport",
  "exchange/import/company companyImporter",
  "exchange/import/deal dealImporter",
  "exchange/import/kind works",
  "exchange/import/milestone milestoneImporter",
  "exchange/import/read readImport",
  "exchange/import/undo undoImport",
  "deal/warning keepWarnings",
  "deal/warning rebuildWarnings",
  "exchange/archive/file dropStaged",
  "exchange/archive/file stageArchive",
  "exchange/archive/table closeMissing",
  "exchange/archive/table compareKept",
  "exchange/archive/table insertMissing",
  "exchange/archive/table keepTermTimes",
  "exchange/archive/table markMissing",
  "exchange/archive/table missingIds",
  "exchange/archive/table openMissing",
  "history/announce announce",
  "history/announce deliveryJob",
  "history record",
  "history recordHeads",
  "people/link hashOfToken",
  "people/link replaceLink",
  "people/link voidLinks",
  "record purgeRecord",
  "record restoreRecord",
  "record saveRecords",
  "record/undo takeBackRecords",
  "record/claim addClaim",
  "record/claim judgeClaim",
  "record/version restoreVersion",
  "record withdrawRecord",
  "source withStoredSources",
]);

const commandFiles = sourceFiles(["lib"]).filter(({ path }) => path.endsWith("/commands.ts"));

function exported(text: string): string[] {
  const values = /^export (?:default )?(?:async )?(?:function\*?|const|let|class) (\w+)/gm;
  return [...text.matchAll(values)].map(([, name = ""]) => name);
}

const commands = commandFiles.flatMap(({ path, text }) => {
  const room = path.replace(/^lib\//, "").replace(/\/commands\.ts$/, "");
  return exported(text).map((name) => `${room} ${name}`);
});

test("every command is in one of the tables above", () => {
  const known = [...Object.keys(guarded), ...Object.keys(open), ...parts];
  expect(commands.sort()).toEqual(known.sort());
});

test("no command is exported in a way that this file does not see", () => {
  const other = commandFiles.filter(({ text }) => /^export (\{|\*|default )/m.test(text));
  expect(other.map(({ path }) => path)).toEqual([]);
});

test("a part of a command is used by commands only", () => {
  const names = [...parts].map((part) => part.split(" ")[1]);
  const used = new RegExp(`\\b(${names.filter((name) => name !== "record").join("|")})\\(`);
  const users = sourceFiles(["app", "components", "lib"])
    .filter(({ path }) => !path.endsWith("/commands.ts"))
    .filter(({ text }) => used.test(text) || /history\/commands"/.test(text))
    .map(({ path }) => path);
  // The hash of a link's secret writes nothing.
  expect(users).toEqual(["lib/people/queries.ts"]);
});

/** Rows written so far by this transaction, whatever the table. */
async function rowsWritten({ db }: Ctx): Promise<number> {
  const [{ written } = { written: 0 }] = await db.$queryRaw<{ written: number }[]>`
    SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS written FROM pg_stat_xact_user_tables`;
  return written;
}

type Answer = { end: PromiseSettledResult<unknown>; written: number };

const stranger: Actor = { kind: "anonymous" };
const person = { ANALYST: analyst, ADMIN: admin };

/** Those below `least`, with what each is told. */
function refused(least: "ANALYST" | "ADMIN"): { who: string; actor: Actor; code: string }[] {
  const lower = [
    { who: "stranger", actor: stranger, code: "UNAUTHENTICATED" },
    { who: "viewer", actor: viewer, code: "FORBIDDEN" },
  ];
  const more = { who: "analyst", actor: analyst, code: "FORBIDDEN" };
  return least === "ADMIN" ? [...lower, more] : lower;
}

describe.each(Object.entries(guarded))("%s", (_, { least, prepare }) => {
  /** Calls as `actor`, and gives the answer and how many rows it wrote. */
  const called = (actor: Actor, check: (answer: Answer) => void) =>
    rolledBack({ kind: "script", name: "a test" }, async (ctx) => {
      const act = await prepare(await prepared(ctx), ctx);
      const before = await rowsWritten(ctx);
      const [end] = await Promise.allSettled([(async () => act({ ...ctx, actor }))()]);
      check({ end, written: (await rowsWritten(ctx)) - before });
    });

  test.each(refused(least))("refuses the $who and writes nothing", ({ actor, code }) =>
    called(actor, ({ end, written }) => {
      expect(end).toMatchObject({ status: "rejected", reason: { code } });
      expect(written).toBe(0);
    }),
  );

  test(`lets the ${least.toLowerCase()} through, and writes`, () =>
    called(person[least], ({ end, written }) => {
      expect(end).toMatchObject({ status: "fulfilled" });
      expect(written).toBeGreaterThan(0);
    }));
});

test("the tables name tests that exist", () => {
  for (const because of Object.values(open)) {
    const [path = ""] = /tests\/\S+/.exec(because) ?? [];
    expect(readFileSync(path, "utf8")).toContain("test(");
  }
});
