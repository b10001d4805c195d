import "server-only";
import { authorize } from "../../auth/rules";
import { mergePlans, planChildren, putChildren, removeChildren } from "../../children";
import type { Ctx } from "../../context";
import type { Save } from "../../record/rules";
import { insertRows } from "../../rows";
import { type DealRows, dealRows, newStepRows } from "../dto";
import type { DealDoc } from "../schema";

const noRows: DealRows = {
  parties: [],
  assets: [],
  grants: [],
  territories: [],
  terms: [],
  royalties: [],
  tiers: [],
  events: [],
  links: [],
};

/**
 * Writes every row below these deals, in the caller's transaction and under its authority. What is removed
 * goes first, from the leaves; what is added comes after what it names.
 */
export async function writeDealRows(ctx: Ctx, saves: readonly Save<DealDoc>[]) {
  authorize(ctx.actor, "catalogue.write");
  const pairs = saves.map(({ before, after }) => ({
    old: before ? dealRows(before) : noRows,
    now: dealRows(after),
  }));
  const plan = <K extends keyof DealRows>(table: K) =>
    mergePlans(
      pairs.map(({ old, now }) => planChildren<DealRows[K][number]>(old[table], now[table])),
    );
  const plans = {
    parties: plan("parties"),
    assets: plan("assets"),
    grants: plan("grants"),
    territories: plan("territories"),
    terms: plan("terms"),
    royalties: plan("royalties"),
    tiers: plan("tiers"),
    events: plan("events"),
    links: plan("links"),
  };
  await removeRows(ctx, plans);
  await putRows(ctx, plans);
  const steps = saves.flatMap(({ before, after }) => newStepRows(before, after));
  await insertRows(ctx.db, "payment_event", steps);
}

type Plans = { [K in keyof DealRows]: ReturnType<typeof planChildren<DealRows[K][number]>> };

async function removeRows({ db }: Ctx, plans: Plans) {
  await removeChildren(db.grantTerritory, plans.territories.removed);
  await removeChildren(db.rightsGrant, plans.grants.removed);
  await removeChildren(db.royaltyTier, plans.tiers.removed);
  await removeChildren(db.royaltyTerm, plans.royalties.removed);
  await removeChildren(db.dealLink, plans.links.removed);
  await removeChildren(db.dealAsset, plans.assets.removed);
  await removeChildren(db.dealParty, plans.parties.removed);
  await removeTerms(db, plans);
}

/** A pool or an event may go only after the terms that named it have let go. */
async function removeTerms(db: Ctx["db"], { terms, events }: Plans) {
  if (terms.removed.length + events.removed.length === 0) return;
  await db.paymentTerm.updateMany({
    where: { id: { in: terms.changed.map(({ id }) => id) } },
    data: { poolId: null, openedById: null, closedById: null },
  });
  await removeChildren(db.paymentTerm, terms.removed);
  await removeChildren(db.dealEvent, events.removed);
}

async function putRows({ db }: Ctx, plans: Plans) {
  await putChildren(plans.parties, {
    add: (rows) => insertRows(db, "deal_party", rows),
    change: (data) => db.dealParty.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.assets, {
    add: (rows) => insertRows(db, "deal_asset", rows),
    change: (data) => db.dealAsset.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.grants, {
    add: (rows) => insertRows(db, "rights_grant", rows),
    change: (data) => db.rightsGrant.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.territories, {
    add: (rows) => insertRows(db, "grant_territory", rows),
    change: (data) => db.grantTerritory.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.events, {
    add: (rows) => insertRows(db, "deal_event", rows),
    change: (data) => db.dealEvent.update({ where: { id: data.id }, data }),
  });
  await putTerms(db, plans.terms);
  await putChildren(plans.royalties, {
    add: (rows) => insertRows(db, "royalty_term", rows),
    change: (data) => db.royaltyTerm.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.tiers, {
    add: (rows) => insertRows(db, "royalty_tier", rows),
    change: (data) => db.royaltyTier.update({ where: { id: data.id }, data }),
  });
  await putChildren(plans.links, {
    add: (rows) => insertRows(db, "deal_link", rows),
    change: (data) => db.dealLink.update({ where: { id: data.id }, data }),
  });
}

/** Pools before what draws on them. */
async function putTerms(db: Ctx["db"], { added, changed }: Plans["terms"]) {
  const write = {
    add: (rows: typeof added) => insertRows(db, "payment_term", rows),
    change: (data: (typeof added)[number]) =>
      db.paymentTerm.update({ where: { id: data.id }, data }),
  };
  await putChildren({ added: added.filter((term) => term.poolId === null), changed: [] }, write);
  await putChildren({ added: added.filter((term) => term.poolId !== null), changed }, write);
}
