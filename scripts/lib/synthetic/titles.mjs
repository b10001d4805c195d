const licence = [
  (d) => `${d.taker} licenses ${d.what} from ${d.giver} for ${d.where}`,
  (d) => `${d.giver} grants ${d.taker} rights to ${d.what}, ${d.where}`,
  (d) => `${d.taker} takes ${d.giver}’s ${d.what}, ${d.where}`,
  (d) => `${d.giver} and ${d.taker} sign a licence for ${d.what}`,
  (d) => `${d.taker} and ${d.giver}: ${d.what}, ${d.where}`,
];

const patterns = {
  LICENSE: licence,
  OPTION: [
    (d) => `${d.taker} buys an option on ${d.giver}’s ${d.what}`,
    (d) => `${d.giver} gives ${d.taker} an option on ${d.what} for ${d.where}`,
  ],
  CO_DEVELOPMENT: [
    (d) => `${d.giver} and ${d.taker} develop ${d.what} together`,
    ...licence.slice(0, 2),
  ],
  RESEARCH_COLLABORATION: [
    (d) => `${d.giver} and ${d.taker} start joint research on ${d.what}`,
    (d) => `${d.giver} screens for ${d.taker}`,
  ],
  CLINICAL_COLLABORATION: [(d) => `${d.giver} and ${d.taker} test ${d.what} in combination`],
  ACQUISITION: [
    (d) => `${d.taker} acquires ${d.giver}`,
    (d) => `${d.taker} buys ${d.giver} for ${d.what}`,
  ],
  ASSET_PURCHASE: [(d) => `${d.taker} buys ${d.what} from ${d.giver}`],
  EQUITY: [
    (d) => `${d.taker} invests in ${d.giver}`,
    (d) => `${d.giver} raises money from ${d.taker}`,
  ],
  JOINT_VENTURE: [(d) => `${d.giver} and ${d.taker} form a joint venture`],
  MANUFACTURING: [(d) => `${d.taker} makes ${d.what} for ${d.giver}`],
  DISTRIBUTION: [(d) => `${d.taker} distributes ${d.what} in ${d.where} for ${d.giver}`],
  ROYALTY_FINANCING: [(d) => `${d.taker} buys royalties on ${d.what} from ${d.giver}`],
  DEBT: [(d) => `${d.taker} lends to ${d.giver}`],
  PROGRAMME: [(d) => `${d.giver} and ${d.taker} run a programme on ${d.what}`],
};

/** A line as an editor would write it. */
export function titleOf(draws, { type, giver, taker, asset, territory: [, , where] }) {
  const what = asset?.short ?? "early research";
  return draws.of(patterns[type])({ giver: giver.short, taker: taker.short, what, where });
}
