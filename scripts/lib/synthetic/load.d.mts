/** For the test that fills a database of its own. */
export function generate(
  url: string,
  options: { deals: number; seed: string | number; tell?: (line: string) => void },
): Promise<void>;
