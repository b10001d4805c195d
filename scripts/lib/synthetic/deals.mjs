import { assetOf } from "./assets.mjs";
import { announcementDay, exactDay, instant, partialDate } from "./dates.mjs";
import { claimsOf, writeEvidence } from "./evidence.mjs";
import { drawsOf } from "./random.mjs";
import { writeGrants, writeRoyalties } from "./rights.mjs";
import { list } from "./tables.mjs";
import { termsOf, writeTerm } from "./terms.mjs";
import { titleOf } from "./titles.mjs";
import {
  dealTypes,
  indications,
  optionStatuses,
  roles,
  stages,
  statuses,
  territories,
} from "./words.mjs";

/** Two or three companies, the sides from different countries as a rule. */
function partiesOf(draws, { companies, company }, type) {
  const giver = company(draws);
  let taker = company(draws);
  for (let again = 0; again < 4; again += 1) {
    if (taker !== giver && companies[taker].country !== companies[giver].country) break;
    taker = company(draws);
  }
  if (taker === giver) taker = giver === 1 ? 2 : giver - 1;
  const third = draws.chance(350) ? company(draws) : giver;
  const numbers = third === giver || third === taker ? [giver, taker] : [giver, taker, third];
  return numbers.map((n, at) => ({ company: companies[n], role: roles[type][at] }));
}

function assetsOf(draws, context) {
  const count = draws.chance(140)
    ? 0
    : 1 + (draws.chance(180) ? 1 : 0) + (draws.chance(60) ? 1 : 0);
  const numbers = Array.from({ length: count }, () => 1 + draws.below(context.counts.assets));
  return [...new Set(numbers)].map((n) => assetOf(context, n));
}

function lifeOf(draws, type, day) {
  const status = draws.of(type === "OPTION" ? optionStatuses : statuses);
  const closes = status === "COMPLETED" || draws.chance(100);
  const ends = status === "TERMINATED" || status === "EXPIRED";
  return {
    status,
    closed: closes ? exactDay(day + 10 + draws.below(200)) : null,
    ended: ends ? exactDay(day + 200 + draws.below(1500)) : null,
  };
}

function eventsOf(draws, { announced, closed, ended, status }) {
  const none = [null, null];
  return [
    ["ANNOUNCED", announced, "Announced"],
    ...(closed ? [["CLOSED", closed, "Closed"]] : []),
    ...(ended ? [[status, ended, status === "EXPIRED" ? "Expired" : "Terminated"]] : []),
    ...(draws.chance(120) ? [["APPROVAL", none, "A first approval in the territory"]] : []),
    ...(draws.chance(100) ? [["OTHER", none, "A filing is accepted for review"]] : []),
  ];
}

function writeParts(copies, { deal, draws, parties, assets, events, sourceId }) {
  parties.forEach(({ company, role }, row) => {
    copies.row("deal_party", [deal.row(10 + row), deal.id, company.id, role, row]);
  });
  assets.forEach((asset, row) => {
    const words = new Set(Array.from({ length: 1 + draws.below(2) }, () => draws.of(indications)));
    const stage = row === 0 ? deal.stage : draws.of(stages);
    copies.row("deal_asset", [deal.row(20 + row), deal.id, asset.id, stage, list([...words]), row]);
  });
  events.forEach(([kind, on, summary], row) => {
    copies.row("deal_event", [deal.row(30 + row), deal.id, kind, ...on, summary, sourceId, row]);
  });
}

function writeLink(copies, { deal, draws, id, n }) {
  if (n < 50 || !draws.chance(50)) return;
  const earlier = id("deal", n - 1 - draws.below(40));
  copies.row("deal_link", [deal.row(40), deal.id, earlier, "FOLLOWS", 0]);
}

/** Deal `n` with all its rows; every one of them depends on the seed and on `n` alone. */
export function writeDeal(copies, context, n) {
  const draws = drawsOf(context.seed, "deal")(n);
  const type = draws.of(dealTypes);
  const day = announcementDay(draws);
  const announced = partialDate(draws, day);
  const { status, closed, ended } = lifeOf(draws, type, day);
  const parties = partiesOf(draws, context, type);
  const assets = assetsOf(draws, context);
  const territory = draws.of(territories);
  const [giver, taker] = parties.map(({ company }) => company);
  const id = context.id("deal", n);
  const deal = {
    ...{ id, type, giver: giver.id, taker: taker.id, stage: draws.of(stages) },
    row: (row) => context.id("deal", n, row),
  };
  const title = titleOf(draws, { type, giver, taker, asset: assets[0], territory });
  const at = instant(day + draws.below(900), draws);
  copies.row("deal", [
    ...[
      id,
      `synthetic-deal-${n}`,
      `${title} (synthetic)`,
      type,
      draws.chance(80) ? "{EQUITY}" : "{}",
      status,
    ],
    ...[...announced, ...(closed ?? [null, null]), ...(ended ?? [null, null])],
    ...[draws.chance(600) ? `Made up for measurement: ${title}.` : null, '{"synthetic"}', at, at],
  ]);
  const terms = termsOf(draws, type);
  const claims = claimsOf(draws, { announced, deal, terms, assets, territory });
  const sourceId = writeEvidence(copies, { ...context, n, deal, draws, day, at, claims, title });
  const events = eventsOf(draws, { announced, closed, ended, status });
  writeParts(copies, { deal, draws, parties, assets, events, sourceId });
  writeGrants(copies, { deal, draws, territory });
  const pool = terms.find(({ kind }) => kind === "MILESTONE_POOL");
  const poolId = pool ? deal.row(100 + pool.position) : null;
  for (const term of terms) {
    writeTerm(copies, { deal, term, draws, day, at, pool: poolId, sourceId });
  }
  writeRoyalties(copies, { deal, draws });
  writeLink(copies, { deal, draws, id: context.id, n });
}
