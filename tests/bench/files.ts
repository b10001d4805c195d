import { type Bench, get, has, type Line } from "./bench";
import { copyToNowhere } from "./copy-floor";
import { residentMb } from "./process";
import { inTurns, summary, timed, together } from "./timing";

/** Reads a file to its end and throws it away. Gives the milliseconds to the first byte and the size in MB. */
async function download({ app, cookie }: Bench, name: string) {
  const from = performance.now();
  const response = await fetch(`${app}/deals/${name}`, { headers: { cookie } });
  if (response.status !== 200 || !response.body) {
    throw new Error(`${name} answered ${response.status}`);
  }
  let [first, bytes] = [0, 0];
  for await (const chunk of response.body) {
    first ||= performance.now() - from;
    bytes += chunk.length;
  }
  return { first, megabytes: bytes / 1e6 };
}

/** The peak above what the process held before, in MB, while something runs. */
async function growth(pid: number, run: () => Promise<unknown>): Promise<number> {
  const before = residentMb(pid);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(pid));
  }, 50);
  await run();
  clearInterval(watch);
  return peak - before;
}

const perSecond = (deals: number, milliseconds: number) =>
  `${Math.round(deals / milliseconds)}k rows/s`;

/** The whole catalogue as a file. To be run on a server that has just started. */
export async function measureFiles(bench: Bench): Promise<Line[]> {
  const page = () => get(bench, `${bench.app}/deals`);
  await together(2, 1_500, page);
  // What the pages themselves make of a fresh process's memory, before a file adds to it.
  const times: number[] = [];
  const settled = await growth(bench.pids.app, async () => {
    times.push(...(await together(2, 12_000, page)));
  });
  const alone = summary(times);
  const others: number[] = [];
  const grown = await growth(bench.pids.app, async () => {
    let running = true;
    const file = download(bench, "export.csv").finally(() => {
      running = false;
    });
    const readers = async () => {
      while (running) others.push(await timed(page));
    };
    await Promise.all([file, readers(), readers()]);
  });
  const beside = summary(others);
  const rounds = bench.deals > 200_000 ? 2 : 5;
  const firsts: number[] = [];
  const { floor, csv } = await inTurns(
    {
      floor: copyToNowhere,
      csv: async () => firsts.push((await download(bench, "export.csv")).first),
    },
    rounds,
  );
  const first = summary(firsts);
  return [
    { name: "COPY to nowhere", ...floor, note: perSecond(bench.deals, floor.median) },
    {
      ...{ name: "deals.csv", ...csv, ratio: csv.median / floor.median },
      note: `${perSecond(bench.deals, csv.median)}, + ${Math.round(grown)} MB`,
    },
    { name: "deals.csv, first byte", ...first },
    {
      name: "others' table page, alone",
      median: alone.median,
      p99: alone.p99,
      note: `p95 ${alone.p95.toFixed(0)}, + ${Math.round(settled)} MB`,
    },
    {
      ...{
        name: "others' table page, while deals.csv runs",
        median: beside.median,
        p99: beside.p99,
      },
      ...{
        ratio: beside.p95 / alone.p95,
        note: `p95 ${beside.p95.toFixed(0)}, the ratio is p95's to alone`,
      },
    },
    ...(await otherFormats(bench)),
  ];
}

async function otherFormats(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const format of ["ndjson", "xlsx"]) {
    const name = `export.${format}`;
    if (!(await has(bench, `${bench.app}/deals/${name}`))) continue;
    const median = await timed(() => download(bench, name));
    lines.push({ name: `deals.${format}`, median, note: perSecond(bench.deals, median) });
  }
  return lines;
}
