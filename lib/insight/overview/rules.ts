import type { Corridor, Flow, Standings, YearFlow } from "./dto";

const isCnToJp = ({ giving, taking }: Flow) => giving.includes("CN") && taking.includes("JP");
const isJpToCn = ({ giving, taking }: Flow) => giving.includes("JP") && taking.includes("CN");

function count(flows: readonly Flow[], wanted: (flow: Flow) => boolean = () => true): number {
  return flows.filter(wanted).reduce((sum, { deals }) => sum + deals, 0);
}

/** Every year with a deal, the earliest first. */
export function yearsOf(flows: readonly Flow[]): YearFlow[] {
  const years = [...new Set(flows.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = flows.filter((flow) => flow.year === year);
    return {
      year,
      deals: count(own),
      cnToJp: count(own, isCnToJp),
      jpToCn: count(own, isJpToCn),
      both: count(own, (flow) => isCnToJp(flow) && isJpToCn(flow)),
    };
  });
}

export function standingsOf(flows: readonly Flow[]): Standings {
  return {
    deals: count(flows),
    conflicts: flows.reduce((sum, { conflicts }) => sum + conflicts, 0),
    unverified: flows.reduce((sum, { unverified }) => sum + unverified, 0),
    cnToJp: count(flows, isCnToJp),
    jpToCn: count(flows, isJpToCn),
  };
}

/** From one country to another by the number of deals; a deal of several countries counts in each pair. */
export function corridorsOf(flows: readonly Flow[]): Corridor[] {
  const corridors = new Map<string, Corridor>();
  for (const { giving, taking, deals } of flows) {
    for (const from of new Set(giving)) {
      for (const to of new Set(taking)) {
        if (from === to) continue;
        const key = `${from} ${to}`;
        const corridor = corridors.get(key) ?? { from, to, deals: 0 };
        corridor.deals += deals;
        corridors.set(key, corridor);
      }
    }
  }
  return [...corridors.values()].sort(
    (a, b) => b.deals - a.deals || `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`),
  );
}
