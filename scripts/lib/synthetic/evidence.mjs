import { partialDate } from "./dates.mjs";
import { grades, publishers } from "./words.mjs";

const money = ({ disclosure, currency, min, max }) =>
  ({ UP_TO: `up to ${currency} ${max}`, AT_LEAST: `at least ${currency} ${min}` })[disclosure] ??
  (max === null ? null : `${currency} ${max}`);

const said = {
  UPFRONT: "upfront",
  PURCHASE_PRICE: "upfront",
  HEADLINE: "headline",
  EQUITY: "equity",
};

/** What the documents say of a deal: [field, value], two to four fields. */
export function claimsOf(draws, { announced: [day], deal, terms, assets, territory }) {
  const amounts = terms.filter(({ kind, max, min }) => said[kind] && (max ?? min) !== null);
  return [
    ["announcedOn", day],
    ...(draws.chance(300) ? [["type", deal.type]] : []),
    ...(draws.chance(200) && assets.length > 0 ? [["stageAtSigning", deal.stage]] : []),
    ...(draws.chance(200) ? [["territory", territory[2]]] : []),
    ...(amounts.length > 0 ? [[said[amounts[0].kind], money(amounts[0])]] : []),
  ];
}

/**
 * The deal's document and what it says; one deal in thirty has another that says something else. Gives the
 * document's id, or null for the one deal in twelve that has none, whose claims nothing can support.
 */
export function writeEvidence(copies, { id, n, deal, draws, day, at, claims, title }) {
  if (draws.chance(80)) return null;
  const sources = draws.chance(33) ? 2 : 1;
  for (let row = 0; row < sources; row += 1) {
    copies.row("source", [
      ...[id("source", n, row), "ARTICLE", draws.of(publishers), title],
      ...[
        `https://synthetic.example/${n}/${row}`,
        ...partialDate(draws, day),
        "en",
        draws.of(grades),
        at,
        at,
      ],
    ]);
  }
  claims.forEach(([field, value], row) => {
    const source = id("source", n, 0);
    copies.row("claim", [
      ...[deal.row(80 + row), "DEAL", deal.id, field, value, source, "ACCEPTED", null, row, at],
    ]);
  });
  if (sources === 2) {
    const row = claims.length;
    const source = id("source", n, 1);
    copies.row("claim", [
      ...[
        deal.row(80 + row),
        "DEAL",
        deal.id,
        "announcedOn",
        "2003-12-31",
        source,
        "PROPOSED",
        null,
        row,
        at,
      ],
    ]);
  }
  return id("source", n, 0);
}
