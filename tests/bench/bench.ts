/** What each part of the measurement is given. */
export type Bench = {
  app: string;
  floor: string;
  cookie: string;
  rounds: number;
  deals: number;
  /** The processes of the two servers. */
  pids: { app: number; floor: number };
};

/** One line of the report: milliseconds, and how often its floor that is. */
export type Line = {
  name: string;
  median: number;
  p99?: number;
  ratio?: number;
  /** What is no time: a rate, a size. */
  note?: string;
};

/** The whole answer, or an error that says what did not answer 200. */
export async function get({ cookie }: Bench, url: string): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Whether this build has such an address: what it has not is left out of the report. */
export async function has({ cookie }: Bench, url: string): Promise<boolean> {
  const response = await fetch(url, { headers: { cookie } });
  await response.body?.cancel();
  return response.status === 200;
}

export async function getJson<T>(bench: Bench, url: string): Promise<T> {
  const text = new TextDecoder().decode(await get(bench, url));
  // Answers of our own API, whose shape its tests hold.
  return JSON.parse(text) as T;
}
