import { exclusivities, royaltyWordings } from "./words.mjs";

const grants = [
  "LICENSE",
  "OPTION",
  "CO_DEVELOPMENT",
  "DISTRIBUTION",
  "ASSET_PURCHASE",
  "MANUFACTURING",
];
const royalties = ["LICENSE", "OPTION", "CO_DEVELOPMENT"];

/** What the taking side may do, and where. */
export function writeGrants(copies, { deal, draws, territory: [included, excluded, wording] }) {
  if (!grants.includes(deal.type)) return;
  const id = deal.row(50);
  const rights = draws.chance(300) ? "{DEVELOP,COMMERCIALIZE}" : "{}";
  copies.row("rights_grant", [
    id,
    deal.id,
    deal.taker,
    rights,
    draws.of(exclusivities),
    wording,
    0,
  ]);
  const places = [
    ...included.map((code) => ["INCLUDE", code]),
    ...excluded.map((code) => ["EXCLUDE", code]),
  ];
  places.forEach(([mode, code], row) => {
    copies.row("grant_territory", [deal.row(51 + row), id, mode, code, row]);
  });
}

/** Three licences in five owe royalties; one in ten of those tells the rates. */
export function writeRoyalties(copies, { deal, draws }) {
  if (!royalties.includes(deal.type) || !draws.chance(600)) return;
  const id = deal.row(70);
  const told = draws.chance(100);
  copies.row("royalty_term", [
    ...[id, deal.id, deal.taker, deal.giver, "Net sales", draws.of(royaltyWordings)],
    ...[told ? "RANGE" : draws.chance(930) ? "UNDISCLOSED" : "NOT_RESEARCHED", 0],
  ]);
  const tiers = told ? 1 + draws.below(3) : 0;
  for (let tier = 0; tier < tiers; tier += 1) {
    const to = tier + 1 < tiers ? 250_000_000 * (tier + 1) : null;
    copies.row("royalty_tier", [
      ...[deal.row(71 + tier), id, 250_000_000 * tier, to, "USD", 5 + 4 * tier, 8 + 4 * tier, tier],
    ]);
  }
}
